import {
	data,
	noContent,
	notFoundV3,
	refuseV3,
	STATUS_PAGE,
	type Answer,
} from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import type { Query } from '../http/query.ts';
import { isObject, objectOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import { checkProductConflicts, checkProductFields } from './productChecks.ts';
import { filteredProducts, sortedProducts } from './productFilters.ts';
import {
	imageView,
	inventoryOf,
	picked,
	PRODUCT_INCLUDES,
	productView,
	variantView,
	type Fields,
} from './productView.ts';
import { addImage, createProduct, writeProduct, type PartFailures } from './productWrites.ts';

const PRODUCTS = 'store_v2_products';

const MOST_IN_A_BATCH = 10;
/** With options or modifiers a page holds no more than this (facts 4.1). */
const HEAVY_PAGE = 10;

function fieldsOf(query: Query): Fields {
	const include = query.list('include') ?? [];
	const unknown = include.find((name) => !(PRODUCT_INCLUDES as readonly string[]).includes(name));
	if (unknown !== undefined) query.refuse('include', `${unknown} cannot be included`);
	return { include, only: query.list('include_fields'), except: query.list('exclude_fields') };
}

export const productOf = ({ state, params }: Context): ProductRecord =>
	state.products.get(Number(params.product_id)) ?? notFoundV3('product');

function list({ state, query, now }: Context): Answer {
	const fields = fieldsOf(query);
	const heavy = fields.include.includes('options') || fields.include.includes('modifiers');
	const rows = sortedProducts(filteredProducts(state, query, now), query);
	return v3Page(query, rows, {
		render: (product) => productView(state, product, fields),
		...(heavy ? { clamp: HEAVY_PAGE } : {}),
	});
}

/** Saved in full: 200. Saved but for some part: 207 with what failed (facts 3.4, 3.5). */
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

function changed({ emit }: Context, product: ProductRecord, levelBefore: number): void {
	emit('store/product/updated', { type: 'product', id: product.id });
	const value = inventoryOf(product);
	if (value !== levelBefore) {
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
	checkProductFields(body);
	checkProductConflicts(context.state, body, product);
	const level = inventoryOf(product);
	const failures = writeProduct(context.state, product, body, context.now);
	changed(context, product, level);
	return saved(productView(context.state, product, fieldsOf(context.query)), failures);
}

/** All rows are checked before one is written; the error does not say which row it was (facts 3.5, trap 9). */
function updateMany(context: Context): Answer {
	const { state, now } = context;
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
	rows.forEach((row, index) => {
		checkProductFields(row);
		checkProductConflicts(state, row, products[index]);
	});
	const failures: PartFailures = {};
	products.forEach((product, index) => {
		const level = inventoryOf(product);
		Object.assign(failures, writeProduct(state, product, rows[index] ?? {}, now));
		changed(context, product, level);
	});
	return saved(
		products.map((product) => productView(state, product, fieldsOf(context.query))),
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

function images(context: Context): Answer {
	const product = productOf(context);
	// 204 when there are none (facts 4.3).
	return product.images.length === 0
		? noContent
		: v3Page(context.query, product.images, { render: (image) => imageView(product, image) });
}

function postImage(context: Context): Answer {
	const product = productOf(context);
	const failures: PartFailures = {};
	addImage(context.state, product, objectOf(context.body), context.now, failures);
	const image = product.images.at(-1);
	if (failures.images || !image)
		return refuseV3(400, 'The image could not be downloaded', failures);
	product.date_modified = context.now;
	context.emit('store/product/updated', { type: 'product', id: product.id });
	return data(imageView(product, image));
}

const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: PRODUCTS,
	run,
});
const LIST = '/v3/catalog/products';
const ONE = `${LIST}/{product_id}`;

export const productRoutes: Route[] = [
	route('GET', LIST, list),
	route('PUT', LIST, updateMany),
	route('POST', LIST, (context) => {
		if (!isObject(context.body))
			return refuseV3(422, 'The product is not valid', { body: 'One product is expected' });
		const { product, failures } = createProduct(context.state, context.body, context.now);
		context.emit('store/product/created', { type: 'product', id: product.id });
		const fields = {
			...fieldsOf(context.query),
			include: ['variants', 'options', 'images', 'custom_fields'],
		};
		return saved(productView(context.state, product, fields), failures);
	}),
	route('GET', ONE, (context) =>
		data(productView(context.state, productOf(context), fieldsOf(context.query))),
	),
	route('PUT', ONE, updateOne),
	route('GET', `${ONE}/images`, images),
	route('POST', `${ONE}/images`, postImage),
	route('GET', `${ONE}/variants`, (context) => {
		const product = productOf(context);
		const fields = fieldsOf(context.query);
		return v3Page(context.query, product.variants, {
			render: (variant) => picked(variantView(product, variant), fields),
		});
	}),
];
