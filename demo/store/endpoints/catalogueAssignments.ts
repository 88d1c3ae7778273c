import { noContent, refuseV3, type Answer } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { objectOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import { byId, type StoreState } from '../state.ts';

/** Products belong to channels and to categories; both are kept in lists on the product. */
interface Kind {
	path: string;
	field: 'channel_id' | 'category_id';
	list: 'channels' | 'categories';
	exists(state: StoreState, id: number): boolean;
	/** The channels that hear of it, and what about (API notes 5.5). */
	hears(state: StoreState, id: number): number[];
	event: string;
}

const KINDS: Kind[] = [
	{
		path: '/v3/catalog/products/channel-assignments',
		field: 'channel_id',
		list: 'channels',
		exists: (state, id) => state.channels.has(id),
		hears: (_state, id) => [id],
		event: 'product',
	},
	{
		path: '/v3/catalog/products/category-assignments',
		field: 'category_id',
		list: 'categories',
		exists: (state, id) => state.categories.has(id),
		hears: (state, id) => {
			const tree = state.trees.get(state.categories.get(id)?.tree_id ?? 0);
			return tree?.channels ?? [];
		},
		event: 'category/product',
	},
];

interface Pair {
	product: ProductRecord;
	id: number;
}

function pairs({ state, query }: Context, { field, list }: Kind): Pair[] {
	const products = query.numbers('product_id:in');
	const others = query.numbers(`${field}:in`);
	const among = products && new Set(products);
	const wanted = others && new Set(others);
	return byId(state.products)
		.filter((product) => !among || among.has(product.id))
		.flatMap((product) => product[list].map((id) => ({ product, id })))
		.filter(({ id }) => !wanted || wanted.has(id));
}

function tell(context: Context, kind: Kind, { product, id }: Pair, verb: string): void {
	for (const channel_id of kind.hears(context.state, id))
		context.emit(`store/channel/${channel_id}/${kind.event}/${verb}`, {
			channel_id,
			product_id: product.id,
			...(kind.field === 'category_id' ? { category_id: id } : {}),
		});
}

/** Adds; what is there already is no mistake. Whether good rows survive a bad one is not documented: here they do not. */
function assign(context: Context, kind: Kind): Answer {
	const { state, body } = context;
	if (!Array.isArray(body) || body.length === 0)
		return refuseV3(422, 'A list of assignments is expected');
	const errors: Record<string, string> = {};
	const wanted = body.map(objectOf).flatMap((row, place): Pair[] => {
		const product = state.products.get(Number(row.product_id));
		const id = Number(row[kind.field]);
		if (!product) errors[`${place}.product_id`] = 'The product does not exist';
		if (!kind.exists(state, id)) errors[`${place}.${kind.field}`] = `${kind.field} does not exist`;
		return product ? [{ product, id }] : [];
	});
	if (Object.keys(errors).length > 0) refuseV3(422, 'Some assignments are not valid', errors);
	for (const pair of wanted) {
		if (pair.product[kind.list].includes(pair.id)) continue;
		pair.product[kind.list].push(pair.id);
		tell(context, kind, pair, 'assigned');
	}
	return noContent;
}

function unassign(context: Context, kind: Kind): Answer {
	if (!context.query.has('product_id:in') && !context.query.has(`${kind.field}:in`))
		refuseV3(
			422,
			`At least one filter must be provided in order to delete ${kind.field.replace('_id', '')} assignments`,
		);
	for (const pair of pairs(context, kind)) {
		pair.product[kind.list] = pair.product[kind.list].filter((id) => id !== pair.id);
		tell(context, kind, pair, 'unassigned');
	}
	return noContent;
}

/** Writes are not to run beside each other (API notes 1.4). */
export const catalogueAssignmentRoutes: Route[] = KINDS.flatMap((kind): Route[] => {
	const scope = 'store_v2_products';
	const { path, field } = kind;
	return [
		{
			method: 'GET',
			path,
			scope,
			run: (context) =>
				v3Page(context.query, pairs(context, kind), {
					render: ({ product, id }) => ({ product_id: product.id, [field]: id }),
				}),
		},
		{ method: 'PUT', path, scope, parallel: 1, run: (context) => assign(context, kind) },
		{ method: 'DELETE', path, scope, parallel: 1, run: (context) => unassign(context, kind) },
	];
});
