import { data, notFoundV3 } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import type { Query } from '../http/query.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CategoryRecord } from '../records.ts';
import { byId, type StoreState } from '../state.ts';

const PRODUCTS = 'store_v2_products';

/** `category_id` and `url`, where the deprecated endpoint had `id` and `custom_url` (facts 4.5). */
const view = (category: CategoryRecord): Record<string, unknown> => ({ ...category });

function filtered(state: StoreState, query: Query): CategoryRecord[] {
	const tests: Array<(category: CategoryRecord) => boolean> = [];
	for (const name of ['category_id', 'tree_id', 'parent_id'] as const) {
		const among = query.numbers(`${name}:in`);
		if (among) tests.push((category) => among.includes(category[name]));
		const notAmong = query.numbers(`${name}:not_in`);
		if (notAmong) tests.push((category) => !notAmong.includes(category[name]));
	}
	const uuids = query.list('category_uuid:in');
	if (uuids) tests.push((category) => uuids.includes(category.category_uuid));
	for (const name of ['name', 'page_title'] as const) {
		const exact = query.text(name);
		if (exact) tests.push((category) => category[name] === exact);
		const like = query.text(`${name}:like`)?.toLowerCase();
		if (like) tests.push((category) => category[name].toLowerCase().includes(like));
	}
	const keyword = query.text('keyword')?.toLowerCase();
	if (keyword)
		tests.push((category) =>
			`${category.name} ${category.search_keywords} ${category.description}`
				.toLowerCase()
				.includes(keyword),
		);
	const visible = query.flag('is_visible');
	if (visible !== undefined) tests.push((category) => category.is_visible === visible);
	return [...state.categories.values()].filter((category) => tests.every((test) => test(category)));
}

/** The id stays in a narrowed answer; here it is called `category_id`. */
function narrowed(category: CategoryRecord, query: Query): Record<string, unknown> {
	const entries = Object.entries(view(category));
	const only = query.list('include_fields');
	const except = query.list('exclude_fields');
	if (only?.length)
		return Object.fromEntries(
			entries.filter(([name]) => name === 'category_id' || only.includes(name)),
		);
	if (except?.length)
		return Object.fromEntries(
			entries.filter(([name]) => name === 'category_id' || !except.includes(name)),
		);
	return Object.fromEntries(entries);
}

function nested(
	state: StoreState,
	treeId: number,
	parentId: number,
	path: number[],
	depthLeft: number,
): object[] {
	if (depthLeft <= 0) return [];
	return [...state.categories.values()]
		.filter((category) => category.tree_id === treeId && category.parent_id === parentId)
		.sort((a, b) => a.sort_order - b.sort_order)
		.map((category) => {
			const own = [...path, category.category_id];
			return {
				id: category.category_id,
				parent_id: parentId,
				depth: path.length,
				path: own,
				name: category.name,
				is_visible: category.is_visible,
				url: category.url.path,
				children: nested(state, treeId, category.category_id, own, depthLeft - 1),
			};
		});
}

export const categoryRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/catalog/trees',
		scope: PRODUCTS,
		run: ({ state, query }) => {
			const ids = query.numbers('id:in');
			const channels = query.numbers('channel_id:in');
			return v3Page(
				query,
				byId(state.trees).filter(
					(tree) =>
						(!ids || ids.includes(tree.id)) &&
						(!channels || tree.channels.some((id) => channels.includes(id))),
				),
			);
		},
	},
	{
		method: 'GET',
		path: '/v3/catalog/trees/categories',
		scope: PRODUCTS,
		run: ({ state, query }) =>
			v3Page(query, filtered(state, query), { render: (category) => narrowed(category, query) }),
	},
	{
		// One at a time (facts 3.2).
		method: 'GET',
		path: '/v3/catalog/trees/{tree_id}/categories',
		scope: PRODUCTS,
		parallel: 1,
		run: ({ state, query, params }: Context) => {
			const tree = state.trees.get(Number(params.tree_id)) ?? notFoundV3('category tree');
			return data(nested(state, tree.id, 0, [], query.number('depth') ?? 8));
		},
	},
];
