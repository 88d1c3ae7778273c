import { data, refuseV3, STATUS_PAGE, type Answer } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, numberOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { blankVariant } from './productBlank.ts';
import { skuIsTaken } from './productChecks.ts';
import { picked, variantView } from './productView.ts';
import { writeVariant } from './variantWrites.ts';

const PRODUCTS = 'store_v2_products';
const MOST_IN_A_BATCH = 50;

interface Pair {
	product: ProductRecord;
	variant: VariantRecord;
}

const pairs = ({ state }: Context): Pair[] =>
	byId(state.products).flatMap((product) =>
		product.variants.map((variant) => ({ product, variant })),
	);

/** Finds variants by their own SKU, base variants of simple products included (facts 4.1, 4.2). */
function list(context: Context): Answer {
	const { query } = context;
	const id = query.number('id');
	const products = query.numbers('product_id:in');
	const sku = query.text('sku')?.toLowerCase();
	const upc = query.text('upc');
	const rows = pairs(context).filter(
		({ variant }) =>
			(id === undefined || variant.id === id) &&
			(!products || products.includes(variant.product_id)) &&
			(sku === undefined || variant.sku.toLowerCase() === sku) &&
			(upc === undefined || variant.upc === upc),
	);
	const fields = { only: query.list('include_fields'), except: query.list('exclude_fields') };
	return v3Page(query, rows, {
		render: ({ product, variant }) => picked(variantView(product, variant), fields),
	});
}

/** Why a row cannot be written; undefined when it can. */
function problem(
	context: Context,
	row: JsonObject,
	known: Map<number, Pair>,
): Record<string, string> | undefined {
	const { state } = context;
	const sku = textOf(row.sku);
	for (const name of [
		'price',
		'sale_price',
		'cost_price',
		'retail_price',
		'weight',
		'inventory_level',
	]) {
		const value = row[name];
		if (value !== undefined && value !== null && (typeof value !== 'number' || value < 0))
			return { [name]: `${name} must be a number of 0 or more` };
	}
	if (row.id !== undefined) {
		const pair = known.get(numberOf(row.id) ?? 0);
		if (!pair) return { id: `The variant ${String(row.id)} does not exist` };
		if (sku !== undefined && skuIsTaken(state, sku, pair.product.id, pair.variant.id))
			return { sku: `The sku ${sku} is a duplicate` };
		return undefined;
	}
	// Without an id a variant is created (facts 4.2).
	if (!state.products.has(numberOf(row.product_id) ?? 0))
		return { product_id: 'The product does not exist' };
	if (sku === undefined || !Array.isArray(row.option_values))
		return { option_values: 'sku and option_values are required' };
	return skuIsTaken(state, sku) ? { sku: `The sku ${sku} is a duplicate` } : undefined;
}

function updateMany(context: Context): Answer {
	if (!Array.isArray(context.body)) return refuseV3(422, 'An array of variants is expected');
	if (context.body.length > MOST_IN_A_BATCH) {
		return refuseV3(
			413,
			`The request payload is too large. The maximum items allowed in the array is ${MOST_IN_A_BATCH}`,
		);
	}
	const rows: JsonObject[] = context.body.filter(isObject);
	const known = new Map(pairs(context).map((pair) => [pair.variant.id, pair]));
	const problems = rows
		.map((row) => problem(context, row, known))
		.filter((found) => found !== undefined);
	if (problems.length > 0) {
		const batch_errors = problems.map((errors) => ({
			status: 422,
			title: 'The variant is not valid',
			type: STATUS_PAGE,
			instance: '',
			errors,
		}));
		return { status: 422, body: { batch_errors } };
	}
	const written = rows.map((row) => {
		const pair = row.id === undefined ? added(context, row) : known.get(numberOf(row.id) ?? 0);
		if (!pair) return undefined;
		const level = pair.variant.inventory_level;
		writeVariant(pair.variant, row);
		const { id, product_id } = pair.variant;
		// The product's date_modified stays: changes of variants do not move it (facts 4.1, reported).
		context.emit('store/sku/updated', { type: 'sku', id, sku: { product_id, variant_id: id } });
		if (pair.variant.inventory_level !== level) {
			const inventory = {
				product_id,
				variant_id: id,
				method: 'absolute',
				value: pair.variant.inventory_level,
			};
			context.emit('store/sku/inventory/updated', { type: 'sku', id, inventory });
		}
		return variantView(pair.product, pair.variant);
	});
	return data(written);
}

function added({ state }: Context, row: JsonObject): Pair | undefined {
	const product = state.products.get(numberOf(row.product_id) ?? 0);
	if (!product) return undefined;
	const variant = blankVariant(nextId(state, 'variant'), product.id, textOf(row.sku) ?? '');
	const values = Array.isArray(row.option_values) ? row.option_values.filter(isObject) : [];
	variant.option_values = values.flatMap((value) => {
		const option = product.options.find(({ id }) => id === value.option_id);
		const known = option?.option_values.find(({ id }) => id === value.id);
		return option && known
			? [
					{
						id: known.id,
						label: known.label,
						option_id: option.id,
						option_display_name: option.display_name,
					},
				]
			: [];
	});
	product.variants.push(variant);
	return { product, variant };
}

export const variantRoutes: Route[] = [
	{ method: 'GET', path: '/v3/catalog/variants', scope: PRODUCTS, run: list },
	{ method: 'PUT', path: '/v3/catalog/variants', scope: PRODUCTS, run: updateMany },
];
