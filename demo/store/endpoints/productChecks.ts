import { refuseV3 } from '../http/answers.ts';
import { numberOf, numbersOf, textOf, type JsonObject } from '../http/reading.ts';
import type { ProductRecord } from '../records.ts';
import { byId, type StoreState } from '../state.ts';

const invalid = (errors: Record<string, string>): never =>
	refuseV3(422, 'The product is not valid', errors);
const conflict = (errors: Record<string, string>, title: string): never =>
	refuseV3(409, title, errors);

const TEXTS: Array<[keyof ProductRecord & string, number]> = [
	['name', 250],
	['sku', 255],
	['description', 65_535],
	['upc', 255],
	['mpn', 255],
	['gtin', 255],
	['bin_picking_number', 255],
	['search_keywords', 65_535],
	['availability_description', 255],
	['page_title', 255],
	['meta_description', 65_535],
	['preorder_message', 255],
	['warranty', 65_535],
	['price_hidden_label', 200],
];

const NUMBERS = [
	'price',
	'cost_price',
	'retail_price',
	'sale_price',
	'map_price',
	'weight',
	'width',
	'height',
	'depth',
	'fixed_cost_shipping_price',
	'inventory_level',
	'inventory_warning_level',
	'sort_order',
	'order_quantity_minimum',
	'order_quantity_maximum',
	'brand_id',
	'tax_class_id',
] as const;

const CHOICES: Record<string, string[]> = {
	type: ['physical', 'digital'],
	availability: ['available', 'disabled', 'preorder'],
	condition: ['New', 'Used', 'Refurbished'],
	inventory_tracking: ['none', 'product', 'variant'],
};

const FLAGS = [
	'is_visible',
	'is_featured',
	'is_free_shipping',
	'is_condition_shown',
	'is_preorder_only',
	'is_price_hidden',
] as const;

/** The right types and lengths, or 422 with the fields' names (facts 3.5, 4.1). */
export function checkProductFields(body: JsonObject): void {
	for (const [name, longest] of TEXTS) {
		if (body[name] === undefined || body[name] === null) continue;
		const value = textOf(body[name]) ?? invalid({ [name]: `${name} must be a string` });
		if (value.length > longest)
			invalid({ [name]: `${name} must be at most ${longest} characters` });
	}
	for (const name of NUMBERS) {
		if (body[name] === undefined || body[name] === null) continue;
		const value = typeof body[name] === 'number' ? numberOf(body[name]) : undefined;
		if (value === undefined) invalid({ [name]: `${name} must be a number` });
		if (value !== undefined && value < 0 && !['sort_order', 'inventory_level'].includes(name))
			invalid({ [name]: `${name} must not be negative` });
	}
	for (const [name, choices] of Object.entries(CHOICES)) {
		if (body[name] !== undefined && !choices.includes(String(body[name])))
			invalid({ [name]: `${name} must be one of ${choices.join(', ')}` });
	}
	for (const name of FLAGS) {
		if (body[name] !== undefined && typeof body[name] !== 'boolean')
			invalid({ [name]: `${name} must be true or false` });
	}
	if (body.name === '') invalid({ name: 'name must not be empty' });
	if (body.categories !== undefined && (numbersOf(body.categories)?.length ?? Infinity) > 1_000)
		invalid({ categories: 'categories must be at most 1000 ids' });
}

/** A SKU is one product's or one variant's, whatever its letters' case (facts 4.1). */
export function skuIsTaken(
	state: StoreState,
	sku: string,
	ownProduct?: number,
	ownVariant?: number,
): boolean {
	if (sku === '') return false;
	const wanted = sku.toLowerCase();
	for (const product of state.products.values()) {
		if (product.sku.toLowerCase() === wanted && product.id !== ownProduct) return true;
		for (const variant of product.variants) {
			if (variant.sku.toLowerCase() !== wanted || variant.id === ownVariant) continue;
			// A simple product and its base variant share one SKU.
			const sharesOwn = product.id === ownProduct && product.options.length === 0;
			if (!sharesOwn) return true;
		}
	}
	return false;
}

/** Duplicates and links to what does not exist are 409 (facts 3.4, 4.1). */
export function checkProductConflicts(
	state: StoreState,
	body: JsonObject,
	own?: ProductRecord,
): void {
	const name = textOf(body.name);
	if (
		name !== undefined &&
		byId(state.products).some((product) => product !== own && product.name === name)
	) {
		conflict({ name: 'The product name is a duplicate' }, 'The product name is a duplicate');
	}
	const sku = textOf(body.sku);
	if (sku !== undefined && skuIsTaken(state, sku, own?.id))
		conflict({ sku: 'The product sku is a duplicate' }, 'The product sku is a duplicate');
	const brand = numberOf(body.brand_id);
	if (brand !== undefined && brand !== 0 && !state.brands.has(brand))
		conflict({ brand_id: 'The brand does not exist' }, 'The brand does not exist');
	const missing = (numbersOf(body.categories) ?? []).find((id) => !state.categories.has(id));
	if (missing !== undefined)
		conflict({ categories: `The category ${missing} does not exist` }, 'A category does not exist');
}
