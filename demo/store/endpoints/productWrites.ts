import { slug } from '../formats.ts';
import { refuseV3 } from '../http/answers.ts';
import {
	arrayOf,
	numberOf,
	numbersOf,
	objectOf,
	textOf,
	type JsonObject,
} from '../http/reading.ts';
import type { ProductRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { blankBrand } from './catalogueBlank.ts';
import { checkProductConflicts, checkProductFields } from './productChecks.ts';
import { blankProduct } from './productBlank.ts';
import { addVariants } from './variantWrites.ts';

/** What could not be saved although the product was: the reason for a 207 (facts 3.4, 4.1). */
export type PartFailures = Record<string, string>;

/** Fields that are taken as they are sent; all others are read-only or have a rule of their own. */
const PLAIN = [
	'name',
	'type',
	'sku',
	'description',
	'weight',
	'width',
	'depth',
	'height',
	'price',
	'cost_price',
	'retail_price',
	'sale_price',
	'map_price',
	'tax_class_id',
	'product_tax_code',
	'brand_id',
	'inventory_warning_level',
	'inventory_tracking',
	'fixed_cost_shipping_price',
	'is_free_shipping',
	'is_visible',
	'is_featured',
	'related_products',
	'warranty',
	'bin_picking_number',
	'layout_file',
	'upc',
	'mpn',
	'gtin',
	'search_keywords',
	'availability',
	'availability_description',
	'gift_wrapping_options_type',
	'gift_wrapping_options_list',
	'sort_order',
	'condition',
	'is_condition_shown',
	'order_quantity_minimum',
	'order_quantity_maximum',
	'page_title',
	'meta_keywords',
	'meta_description',
	'view_count',
	'preorder_release_date',
	'preorder_message',
	'is_preorder_only',
	'is_price_hidden',
	'price_hidden_label',
	'open_graph_type',
	'open_graph_title',
	'open_graph_description',
	'open_graph_use_meta_description',
	'open_graph_use_product_name',
	'open_graph_use_image',
	'reviews_rating_sum',
	'reviews_count',
	'total_sold',
] as const;

const LARGEST_LEVEL = 2_147_483_647;

/** Writes checked fields into the product and says which parts could not be saved. */
export function writeProduct(
	state: StoreState,
	product: ProductRecord,
	body: JsonObject,
	now: number,
): PartFailures {
	const failures: PartFailures = {};
	const target = product as unknown as Record<string, unknown>;
	for (const name of PLAIN)
		if (body[name] !== undefined && body[name] !== null) target[name] = body[name];
	// The complete list is replaced (facts 4.1).
	product.categories = numbersOf(body.categories) ?? product.categories;
	const level = numberOf(body.inventory_level);
	if (level !== undefined && level < 0)
		failures.inventory_level = 'The inventory level must not be negative';
	// Too high a value is lowered without a word (facts 4.1).
	else if (level !== undefined) product.inventory_level = Math.min(level, LARGEST_LEVEL);
	writeUrl(state, product, body, failures);
	// `brand_name` finds or makes the brand and is not echoed (facts 4.1).
	const brandName = textOf(body.brand_name);
	if (brandName !== undefined && body.brand_id === undefined)
		product.brand_id = brandByName(state, brandName);
	for (const image of arrayOf(body.images).map(objectOf))
		addImage(state, product, image, now, failures);
	const base = product.variants[0];
	if (product.options.length === 0 && base) {
		base.sku = product.sku;
		if (body.upc !== undefined) base.upc = product.upc;
		if (level !== undefined) base.inventory_level = product.inventory_level;
	}
	product.date_modified = now;
	return failures;
}

function writeUrl(
	state: StoreState,
	product: ProductRecord,
	body: JsonObject,
	failures: PartFailures,
): void {
	const url = textOf(objectOf(body.custom_url).url);
	if (url === undefined) return;
	const taken = [...state.products.values()].some(
		(other) => other !== product && other.custom_url.url === url,
	);
	if (taken || url.length > 255)
		failures.custom_url = 'The url is taken or longer than 255 characters';
	else
		product.custom_url = { url, is_customized: objectOf(body.custom_url).is_customized === true };
}

function brandByName(state: StoreState, name: string): number {
	const known = [...state.brands.values()].find(
		(brand) => brand.name.toLowerCase() === name.toLowerCase(),
	);
	if (known) return known.id;
	const id = nextId(state, 'brand');
	state.brands.set(id, blankBrand(id, name));
	return id;
}

export function addImage(
	state: StoreState,
	product: ProductRecord,
	image: JsonObject,
	now: number,
	failures: PartFailures,
): void {
	const url = textOf(image.image_url);
	// A host that does not answer: the rest is saved (facts 4.3, runner-up k). Names below .invalid never answer.
	if (
		url === undefined ||
		url.length > 255 ||
		!/^https?:\/\//.test(url) ||
		/^https?:\/\/[^/]*\.invalid(\/|$)/.test(url)
	) {
		failures.images = 'The image could not be downloaded';
		return;
	}
	const thumbnail = image.is_thumbnail === true || product.images.length === 0;
	if (thumbnail) for (const other of product.images) other.is_thumbnail = false;
	product.images.push({
		id: nextId(state, 'image'),
		image_url: url,
		is_thumbnail: thumbnail,
		sort_order: numberOf(image.sort_order) ?? product.images.length,
		description: textOf(image.description) ?? '',
		date_modified: now,
	});
}

/** POST: one product, its variants, images and custom fields with it (facts 4.1, create). */
export function createProduct(
	state: StoreState,
	body: JsonObject,
	now: number,
): { product: ProductRecord; failures: PartFailures } {
	const missing = ['name', 'type', 'weight', 'price'].filter((name) => body[name] === undefined);
	if (missing.length > 0)
		refuseV3(
			422,
			'The product is not valid',
			Object.fromEntries(missing.map((name) => [name, `${name} is required`])),
		);
	checkProductFields(body);
	checkProductConflicts(state, body);
	const product = blankProduct(nextId(state, 'product'), now);
	product.custom_url = { url: `/${slug(String(body.name))}/`, is_customized: false };
	const failures = writeProduct(state, product, body, now);
	product.custom_fields = arrayOf(body.custom_fields)
		.map(objectOf)
		.map((field) => ({
			id: nextId(state, 'customField'),
			name: String(field.name ?? ''),
			value: String(field.value ?? ''),
		}));
	addVariants(state, product, arrayOf(body.variants).map(objectOf));
	product.channels = [1];
	state.products.set(product.id, product);
	return { product, failures };
}
