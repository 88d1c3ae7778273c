import { data, noContent, notFoundV3, refuseV3, type Answer } from '../http/answers.ts';
import { fieldProblems, text } from '../http/fieldRules.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, numberOf, numbersOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CategoryRecord, TreeRecord } from '../records.ts';
import { byId, nextId, type StoreState } from '../state.ts';
import { deleteCategories } from './categories.ts';
import { refusedRows } from './categoryAnswers.ts';

const PRODUCTS = 'store_v2_products';
const MOST_IN_A_BATCH = 50;
const DEEPEST = 8;

/** The tree from its top categories down, by their sort orders. */
function nested(state: StoreState, treeId: number, depth: number): object[] {
	const children = new Map<number, CategoryRecord[]>();
	for (const category of state.categories.values()) {
		if (category.tree_id !== treeId) continue;
		const siblings = children.get(category.parent_id) ?? [];
		children.set(category.parent_id, [...siblings, category]);
	}
	const below = (parentId: number, path: number[]): object[] =>
		path.length >= depth
			? []
			: (children.get(parentId) ?? [])
					.sort((a, b) => a.sort_order - b.sort_order)
					.map(({ category_id: id, parent_id, name, is_visible, url }) => {
						const own = [...path, id];
						return {
							id,
							parent_id,
							depth: path.length,
							path: own,
							name,
							is_visible,
							url: url.path,
							children: below(id, own),
						};
					});
	return below(0, []);
}

function list({ state, query }: Context): Answer {
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
}

const invalid = (errors: Record<string, string>): never =>
	refuseV3(422, 'The category tree is not valid', errors);

/** With an id a tree is renamed; its channel cannot be changed. Without one it is made, for one channel that has none. */
function checkRow(state: StoreState, row: JsonObject, taken: Set<number>): void {
	const problems = fieldProblems(
		row,
		{ name: text(255, 1), channels: { is: 'ids' } },
		row.id === undefined ? ['name', 'channels'] : [],
	);
	if (Object.keys(problems).length > 0) invalid(problems);
	if (row.id !== undefined) {
		if (!state.trees.has(numberOf(row.id) ?? 0))
			invalid({ id: `The category tree ${String(row.id)} does not exist` });
		if (row.channels !== undefined) invalid({ channels: 'channels cannot be changed' });
		return;
	}
	const [channel, ...others] = numbersOf(row.channels) ?? [];
	if (channel === undefined || others.length > 0)
		return invalid({ channels: 'A tree belongs to one channel' });
	if (!state.channels.has(channel)) invalid({ channels: `The channel ${channel} does not exist` });
	if (taken.has(channel)) invalid({ channels: `The channel ${channel} has a tree already` });
	taken.add(channel);
}

function upsert({ state, body }: Context): Answer {
	if (!Array.isArray(body) || !body.every(isObject))
		return invalid({ body: 'An array of category trees is expected' });
	if (body.length > MOST_IN_A_BATCH)
		refuseV3(
			413,
			`The request payload is too large. The maximum trees allowed in the array is ${MOST_IN_A_BATCH}.`,
		);
	const rows: JsonObject[] = body;
	const taken = new Set([...state.trees.values()].flatMap(({ channels }) => channels));
	for (const row of rows) checkRow(state, row, taken);
	const trees = rows.map((row): TreeRecord => {
		const id = numberOf(row.id) ?? nextId(state, 'tree');
		const known = state.trees.get(id) ?? { id, name: '', channels: numbersOf(row.channels) ?? [] };
		known.name = textOf(row.name) ?? known.name;
		state.trees.set(id, known);
		return known;
	});
	return data(trees, { total: trees.length, success: trees.length, failed: 0 });
}

/** A filter is demanded; the categories of a tree go with it. */
function remove(context: Context): Answer {
	const { state, query } = context;
	const ids = query.numbers('id:in');
	if (!ids) return refusedRows('A filter is required to delete category trees');
	for (const id of ids) {
		if (!state.trees.delete(id)) continue;
		const own = [...state.categories.values()].filter(({ tree_id }) => tree_id === id);
		deleteCategories(context, own);
	}
	return noContent;
}

const PATH = '/v3/catalog/trees';

export const categoryTreeRoutes: Route[] = [
	{ method: 'GET', path: PATH, scope: PRODUCTS, run: list },
	{ method: 'PUT', path: PATH, scope: PRODUCTS, run: upsert },
	{ method: 'DELETE', path: PATH, scope: PRODUCTS, run: remove },
	{
		// One at a time (API notes 2.15).
		method: 'GET',
		path: `${PATH}/{tree_id}/categories`,
		scope: PRODUCTS,
		parallel: 1,
		run: ({ state, query, params }: Context) => {
			const tree = state.trees.get(Number(params.tree_id)) ?? notFoundV3('category tree');
			return data(nested(state, tree.id, query.number('depth') ?? DEEPEST));
		},
	},
];
