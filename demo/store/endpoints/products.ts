import { data, notFoundV3, refuseV3, STATUS_PAGE, type Answer } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, objectOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import { plannedParts } from './embeddedParts.ts';
import { parentRelations } from './parentRelations.ts';
import { checkProductConflicts, checkProductFields } from './productChecks.ts';
import { filteredProducts, sortedProducts } from './productFilters.ts';
import { ONE_PRODUCT, productOf } from './productOwner.ts';
import { inventoryOf, PRODUCT_INCLUDES, productView, type Fields } from './productView.ts';
import { createProduct, writeProduct } from './productWrites.ts';
import type { PartFailures } from './variantWrites.ts';

const PRODUCTS = 'store_v2_products';

const MOST_IN_A_BATCH = 10;
/** With options or modifiers a page holds no more than this (API notes 2.8). */
const HEAVY_PAGE = 10;

function fieldsOf({ query, state }: Context): Fields {
	const include = query.list('include') ?? [];
	const unknown = include.find((name) => !(PRODUCT_INCLUDES as readonly string[]).includes(name));
	if (unknown !== undefined) query.refuse('include', `${unknown} cannot be included`);
	return {
		include,
		only: query.list('include_fields'),
		except: query.list('exclude_fields'),
		...(include.includes('parent_relations') ? { relations: parentRelations(state) } : {}),
	};
}

function list(context: Context): Answer {
	const { state, query, now } = context;
	const fields = fieldsOf(context);
	const heavy = fields.include.includes('options') || fields.include.includes('modifiers');
	const rows = sortedProducts(filteredProducts(state, query, now), query);
	return v3Page(query, rows, {
		render: (product) => productView(product, fields),
		...(heavy ? { clamp: HEAVY_PAGE } : {}),
	});
}

/** Saved in full: 200. Saved but for some part: 207 with what failed (API notes 2.5). */
function saved(value: unknown, failures: PartFailures): Answer {
	if (Object.keys(failures).length === 0) return data(value);
	const errors = {
		status: 207,
		title: 'Some parts of the product were not saved',
		type: STATUS_PAGE,
		errors: failures,
	};
	return { status: 207, body: { data: value, errors, meta: {} } };
}

/** Everything but when it was changed. */
const contentOf = ({ date_modified: _when, ...content }: ProductRecord): string =>
	JSON.stringify(content);

/** What changes nothing sends nothing (API notes 5.9). */
function changed({ emit }: Context, product: ProductRecord, before: ProductRecord): void {
	if (contentOf(product) === contentOf(before)) return;
	emit('store/product/updated', { type: 'product', id: product.id });
	const value = inventoryOf(product);
	if (value !== inventoryOf(before)) {
		emit('store/product/inventory/updated', {
			type: 'product',
			id: product.id,
			inventory: { product_id: product.id, method: 'absolute', value },
		});
	}
}

function updateOne(context: Context): Answer {
	const product = productOf(context);
	const body = objectOf(context.body);
	checkProductFields(body, product);
	checkProductConflicts(context.state, body, product);
	const parts = plannedParts(context, product, body);
	const before = structuredClone(product);
	const failures = writeProduct(context, product, body, parts);
	changed(context, product, before);
	return saved(productView(product, fieldsOf(context)), failures);
}

/** All rows are checked before one is written; the error does not say which row it was (products_catalog.v3.yml). */
function updateMany(context: Context): Answer {
	const { state } = context;
	if (!Array.isArray(context.body))
		return refuseV3(422, 'The product is not valid', { body: 'An array of products is expected' });
	if (context.body.length > MOST_IN_A_BATCH) {
		return refuseV3(
			413,
			`The request payload is too large. The maximum items allowed in the array is ${MOST_IN_A_BATCH}.`,
		);
	}
	const rows: JsonObject[] = context.body.filter(isObject);
	const products = rows.map((row) => {
		if (typeof row.id !== 'number')
			return refuseV3(422, 'The product is not valid', { id: 'id is required' });
		return state.products.get(row.id) ?? notFoundV3('product');
	});
	checkInside(rows);
	const writes = products.map((product, index) => {
		const row = rows[index] ?? {};
		checkProductFields(row, product);
		checkProductConflicts(state, row, product);
		const parts = plannedParts(context, product, row);
		return () => writeProduct(context, product, row, parts);
	});
	const failures: PartFailures = {};
	products.forEach((product, index) => {
		const before = structuredClone(product);
		Object.assign(failures, writes[index]?.());
		changed(context, product, before);
	});
	return saved(
		products.map((product) => productView(product, fieldsOf(context))),
		failures,
	);
}

/** Two rows of one batch may clash with each other too. */
function checkInside(rows: JsonObject[]): void {
	for (const field of ['name', 'sku'] as const) {
		const values = rows
			.map((row) => row[field])
			.filter((value) => typeof value === 'string' && value !== '');
		const lower = values.map((value) => String(value).toLowerCase());
		if (new Set(lower).size !== lower.length)
			refuseV3(409, `The product ${field} is a duplicate`, {
				[field]: `The product ${field} is a duplicate`,
			});
	}
}

const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: PRODUCTS,
	run,
});
const LIST = '/v3/catalog/products';

export const productRoutes: Route[] = [
	route('GET', LIST, list),
	route('PUT', LIST, updateMany),
	route('POST', LIST, (context) => {
		if (!isObject(context.body))
			return refuseV3(422, 'The product is not valid', { body: 'One product is expected' });
		const { product, failures } = createProduct(context, context.body);
		context.emit('store/product/created', { type: 'product', id: product.id });
		const fields = {
			...fieldsOf(context),
			include: ['variants', 'options', 'images', 'custom_fields', 'bulk_pricing_rules', 'videos'],
		};
		return saved(productView(product, fields), failures);
	}),
	route('GET', ONE_PRODUCT, (context) => data(productView(productOf(context), fieldsOf(context)))),
	route('PUT', ONE_PRODUCT, updateOne),
];
