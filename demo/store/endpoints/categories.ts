import { type Answer } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import type { Query } from '../http/query.ts';
import { isObject, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CategoryRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { refusedRows, savedRows } from './categoryAnswers.ts';
import { branchOf, createCategory, updateCategory, type RowProblem } from './categoryWrites.ts';

const PRODUCTS = 'store_v2_products';

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
	const notUuids = query.list('category_uuid:not_in');
	if (notUuids) tests.push((category) => !notUuids.includes(category.category_uuid));
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

/**
 * The record itself: `category_id` and `url`, where the deprecated endpoint had `id` and `custom_url` (category-trees_catalog.v3.yml). The id stays
 * in a narrowed answer.
 */
function narrowed(category: CategoryRecord, query: Query): Record<string, unknown> {
	const entries = Object.entries(category);
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
	return { ...category };
}

type WriteRow = (context: Context, row: JsonObject) => CategoryRecord | RowProblem;

/** Each row by itself: those that are right are written, whatever becomes of the others. */
function writeRows(
	context: Context,
	write: WriteRow,
	scope: string,
): {
	written: CategoryRecord[];
	problems: Record<string, string>;
	failed: number;
} {
	const written: CategoryRecord[] = [];
	const problems: Record<string, string> = {};
	const rows = Array.isArray(context.body) ? context.body : [];
	rows.forEach((row: unknown, index) => {
		const result = isObject(row) ? write(context, row) : { errors: { row: 'must be an object' } };
		if ('errors' in result) {
			for (const [field, reason] of Object.entries(result.errors))
				problems[`${index}.${field}`] = reason;
			return;
		}
		written.push(result);
		context.emit(scope, { type: 'category', id: result.category_id });
	});
	return { written, problems, failed: rows.length - written.length };
}

function create(context: Context): Answer {
	const { written, problems, failed } = writeRows(
		context,
		createCategory,
		'store/category/created',
	);
	return savedRows(context, 201, problems, failed, written);
}

/** Tells only how many rows were saved, not the rows (the specification of the answer). */
function update(context: Context): Answer {
	const { problems, failed } = writeRows(context, updateCategory, 'store/category/updated');
	return savedRows(context, 200, problems, failed);
}

const DELETE_FILTERS = ['category_uuid:in', 'category_id:in', 'tree_id:in', 'parent_id:in'];

/**
 * What becomes of the children and products of a deleted category is not documented here: the children go with it, since a tree
 * has no place for them, and products leave it (the deprecated endpoint refuses a category that holds products).
 */
export function deleteCategories(context: Context, categories: CategoryRecord[]): void {
	const { state, emit } = context;
	const gone = new Set(categories.flatMap((category) => branchOf(state, category)));
	const ids = new Set([...gone].map(({ category_id }) => category_id));
	for (const id of ids) {
		state.categories.delete(id);
		emit('store/category/deleted', { type: 'category', id });
	}
	for (const product of state.products.values())
		if (product.categories.some((id) => ids.has(id)))
			product.categories = product.categories.filter((id) => !ids.has(id));
}

function remove(context: Context): Answer {
	const { state, query } = context;
	if (!DELETE_FILTERS.some((name) => query.has(name)))
		return refusedRows('A filter is required to delete categories');
	const categories = filtered(state, query);
	deleteCategories(context, categories);
	const meta = { total: categories.length, success: categories.length, failed: 0 };
	return { status: 202, body: { meta } };
}

const PATH = '/v3/catalog/trees/categories';

export const categoryRoutes: Route[] = [
	{
		method: 'GET',
		path: PATH,
		scope: PRODUCTS,
		run: ({ state, query }) =>
			v3Page(query, filtered(state, query), { render: (category) => narrowed(category, query) }),
	},
	{ method: 'POST', path: PATH, scope: PRODUCTS, run: create },
	{ method: 'PUT', path: PATH, scope: PRODUCTS, run: update },
	{ method: 'DELETE', path: PATH, scope: PRODUCTS, run: remove },
];
