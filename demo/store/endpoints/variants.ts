import { indexOf, type Pair } from '../catalogueIndex.ts';
import { data, refuseV3, STATUS_PAGE, type Answer } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, numberOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import { byId } from '../state.ts';
import { picked, variantView } from './productView.ts';
import {
	chosenValues,
	MOST_VARIANTS,
	variantProblem,
	type VariantProblem,
} from './variantChecks.ts';
import { variantCreated, variantUpdated } from './variantEvents.ts';
import { addVariant, writeVariant } from './variantWrites.ts';

const PRODUCTS = 'store_v2_products';
const MOST_IN_A_BATCH = 50;

/** The variants that a filter leaves to look at: by id or SKU there is no need to walk through all. */
function candidates({ state, query }: Context): Pair[] {
	const id = query.number('id');
	if (id !== undefined) {
		const pair = indexOf(state).variant(id);
		return pair ? [pair] : [];
	}
	const sku = query.text('sku');
	const ids = query.numbers('product_id:in');
	let products: ProductRecord[];
	if (sku) products = indexOf(state).withSku(sku);
	else if (ids) products = [...new Set(ids)].flatMap((one) => state.products.get(one) ?? []);
	else return everyPair(byId(state.products));
	return everyPair(products.sort((a, b) => a.id - b.id));
}

const everyPair = (products: ProductRecord[]): Pair[] =>
	products.flatMap((product) => product.variants.map((variant) => ({ product, variant })));

/** Finds variants by their own SKU, base variants of simple products included (API notes 2.3 and 2.9). */
function list(context: Context): Answer {
	const { query } = context;
	const products = query.numbers('product_id:in');
	const sku = query.text('sku')?.toLowerCase();
	const upc = query.text('upc');
	const rows = candidates(context).filter(
		({ variant }) =>
			(!products || products.includes(variant.product_id)) &&
			(sku === undefined || variant.sku.toLowerCase() === sku) &&
			(upc === undefined || variant.upc === upc),
	);
	const fields = { only: query.list('include_fields'), except: query.list('exclude_fields') };
	return v3Page(query, rows, {
		render: ({ product, variant }) => picked(variantView(product, variant), fields),
	});
}

/** Why a row cannot be written; undefined when it can. Without an id it makes a variant (product-variants_catalog.v3.yml). */
function problem({ state }: Context, row: JsonObject): VariantProblem | undefined {
	if (row.inventory_level !== undefined && (numberOf(row.inventory_level) ?? 0) < 0)
		return {
			status: 422,
			errors: { inventory_level: 'The inventory level must not be negative' },
		};
	if (row.id !== undefined) {
		const pair = indexOf(state).variant(numberOf(row.id) ?? 0);
		return pair
			? variantProblem(state, pair.product, row, pair.variant)
			: { status: 422, errors: { id: `The variant ${String(row.id)} does not exist` } };
	}
	const product = state.products.get(numberOf(row.product_id) ?? 0);
	return product
		? variantProblem(state, product, row)
		: { status: 422, errors: { product_id: 'The product does not exist' } };
}

/** What only the rows before it make wrong: a SKU or a combination for the second time, one variant too many. */
function clashes({ state }: Context, rows: JsonObject[]): Array<VariantProblem | undefined> {
	const seen = new Set<string>();
	const made = new Map<unknown, number>();
	return rows.map((row) => {
		const keys: Array<[string, string]> = [];
		if (textOf(row.sku)) keys.push(['sku', `sku ${String(row.sku).toLowerCase()}`]);
		if (row.id === undefined)
			keys.push([
				'option_values',
				`${String(row.product_id)} ${JSON.stringify(row.option_values)}`,
			]);
		const twice = keys.find(([, key]) => seen.has(key));
		for (const [, key] of keys) seen.add(key);
		if (twice) return { status: 409, errors: { [twice[0]]: `${twice[0]} is there twice` } };
		if (row.id !== undefined) return undefined;
		const count = (made.get(row.product_id) ?? 0) + 1;
		made.set(row.product_id, count);
		const before = state.products.get(numberOf(row.product_id) ?? 0)?.variants.length ?? 0;
		return before + count > MOST_VARIANTS
			? { status: 422, errors: { sku: `A product has at most ${MOST_VARIANTS} SKUs` } }
			: undefined;
	});
}

/** All rows are checked before one is written; each bad one has an entry, without saying which row it was (API notes 2.10). */
function updateMany(context: Context): Answer {
	if (!Array.isArray(context.body)) return refuseV3(422, 'An array of variants is expected');
	if (context.body.length > MOST_IN_A_BATCH) {
		return refuseV3(
			413,
			`The request payload is too large. The maximum items allowed in the array is ${MOST_IN_A_BATCH}`,
		);
	}
	const rows: JsonObject[] = context.body.filter(isObject);
	const inside = clashes(context, rows);
	const problems = rows
		.map((row, index) => problem(context, row) ?? inside[index])
		.filter((found) => found !== undefined);
	if (problems.length > 0) {
		const batch_errors = problems.map(({ status, errors }) => ({
			status,
			title: 'The variant is not valid',
			type: STATUS_PAGE,
			instance: '',
			errors,
		}));
		return { status: 422, body: { batch_errors } };
	}
	return data(rows.map((row) => written(context, row)));
}

function written(context: Context, row: JsonObject): object | undefined {
	const { state } = context;
	const pair = indexOf(state).variant(numberOf(row.id) ?? 0);
	if (pair) {
		const before = structuredClone(pair.variant);
		writeVariant(state, pair, row);
		variantUpdated(context, pair.variant, before);
		return variantView(pair.product, pair.variant);
	}
	const product = state.products.get(numberOf(row.product_id) ?? 0);
	const chosen = product && chosenValues(product, row);
	if (!product || !chosen || typeof chosen === 'string') return undefined;
	const { variant } = addVariant(state, product, row, chosen);
	variantCreated(context, variant);
	return variantView(product, variant);
}

export const variantRoutes: Route[] = [
	{ method: 'GET', path: '/v3/catalog/variants', scope: PRODUCTS, run: list },
	{ method: 'PUT', path: '/v3/catalog/variants', scope: PRODUCTS, run: updateMany },
];
