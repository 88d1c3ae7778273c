import { refuseV3 } from '../http/answers.ts';
import { arrayOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { blankVariant } from './productBlank.ts';
import { skuIsTaken } from './productChecks.ts';

/** The variants that come with a new product; without any it gets its base variant (facts 4.2). */
export function addVariants(state: StoreState, product: ProductRecord, rows: JsonObject[]): void {
	if (rows.length === 0) {
		const base = blankVariant(nextId(state, 'variant'), product.id, product.sku);
		base.upc = product.upc;
		base.inventory_level = product.inventory_level;
		product.variants.push(base);
		return;
	}
	for (const row of rows) {
		const sku = textOf(row.sku) ?? '';
		if (skuIsTaken(state, sku))
			refuseV3(409, 'The product sku is a duplicate', { variants: `The sku ${sku} is taken` });
		const variant = blankVariant(nextId(state, 'variant'), product.id, sku);
		writeVariant(variant, row);
		variant.option_values = arrayOf(row.option_values)
			.map(objectOf)
			.map((value) => optionValue(state, product, value));
		product.variants.push(variant);
	}
}

function optionValue(
	state: StoreState,
	product: ProductRecord,
	value: JsonObject,
): VariantRecord['option_values'][number] {
	const display = String(value.option_display_name ?? '');
	const label = String(value.label ?? '');
	let option = product.options.find(({ display_name }) => display_name === display);
	if (!option) {
		option = {
			id: nextId(state, 'option'),
			display_name: display,
			type: 'dropdown',
			config: {},
			sort_order: product.options.length,
			option_values: [],
		};
		product.options.push(option);
	}
	let known = option.option_values.find((entry) => entry.label === label);
	if (!known) {
		known = {
			id: nextId(state, 'optionValue'),
			label,
			sort_order: option.option_values.length,
			is_default: false,
			value_data: null,
		};
		option.option_values.push(known);
	}
	return { id: known.id, label, option_id: option.id, option_display_name: display };
}

const VARIANT_FIELDS = [
	'sku',
	'price',
	'sale_price',
	'cost_price',
	'retail_price',
	'map_price',
	'weight',
	'width',
	'height',
	'depth',
	'upc',
	'mpn',
	'gtin',
	'image_url',
	'inventory_level',
	'inventory_warning_level',
	'bin_picking_number',
	'is_free_shipping',
	'fixed_cost_shipping_price',
	'purchasing_disabled',
	'purchasing_disabled_message',
] as const;

export function writeVariant(variant: VariantRecord, body: JsonObject): void {
	const target = variant as unknown as Record<string, unknown>;
	for (const name of VARIANT_FIELDS) if (body[name] !== undefined) target[name] = body[name];
}
