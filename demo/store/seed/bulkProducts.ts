import { blankProduct, blankVariant } from '../endpoints/productBlank.ts';
import type { ProductOption, ProductRecord, VariantRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { hoursBefore } from './hours.ts';

export interface Bulk {
	products: number;
	/** 1: simple products, tracked as such. More: an option with as many values, tracked by variant. */
	variantsEach: number;
}

/** A large catalogue for benches, whose every value follows from the numbers of the product and the variant. */
export function seedBulkProducts(state: StoreState, { products, variantsEach }: Bulk): void {
	const brands = [...state.brands.keys()];
	const categories = [...state.categories.keys()];
	for (let number = 1; number <= products; number += 1) {
		const created = hoursBefore(state, 24 * 700 - number / 60);
		const id = nextId(state, 'product');
		const product = blankProduct(id, created);
		const padded = String(number).padStart(6, '0');
		Object.assign(product, {
			name: `Trail Part ${padded}`,
			sku: `TP-${padded}`,
			upc: `860000${padded}`,
			price: 5 + (number % 400) / 4,
			cost_price: 2 + (number % 100) / 10,
			weight: 1 + (number % 50) / 2,
			brand_id: brands[number % Math.max(1, brands.length)] ?? 0,
			categories: categories.length === 0 ? [] : [categories[number % categories.length] ?? 0],
			inventory_tracking: variantsEach > 1 ? 'variant' : 'product',
			inventory_level: variantsEach > 1 ? 0 : number % 120,
			is_visible: number % 50 !== 0,
			custom_url: { url: `/trail-part-${padded}/`, is_customized: false },
			description: `<p>Trail part number ${number}.</p>`,
			date_modified: hoursBefore(state, 24 * 90 - (number % 2_000)),
		});
		product.variants =
			variantsEach > 1 ? sizes(state, product, number, variantsEach) : [base(state, product)];
		state.products.set(id, product);
	}
}

function base(state: StoreState, product: ProductRecord): VariantRecord {
	const variant = blankVariant(nextId(state, 'variant'), product.id, product.sku);
	variant.upc = product.upc;
	variant.inventory_level = product.inventory_level;
	return variant;
}

/** `TP-000001-01`, `TP-000001-02`, ...: one for each size. */
function sizes(
	state: StoreState,
	product: ProductRecord,
	number: number,
	count: number,
): VariantRecord[] {
	const option: ProductOption = {
		id: nextId(state, 'option'),
		display_name: 'Size',
		config: {},
		type: 'rectangles',
		sort_order: 0,
		option_values: Array.from({ length: count }, (_unused, place) => ({
			id: nextId(state, 'optionValue'),
			label: `Size ${place + 1}`,
			sort_order: place,
			is_default: place === 0,
			value_data: null,
		})),
	};
	product.options = [option];
	return option.option_values.map(({ id, label }, place) => {
		const suffix = String(place + 1).padStart(2, '0');
		const variant = blankVariant(nextId(state, 'variant'), product.id, `${product.sku}-${suffix}`);
		variant.upc = `${product.upc}${suffix}`;
		variant.inventory_level = (number + place * 7) % 120;
		variant.option_values = [
			{ id, label, option_id: option.id, option_display_name: option.display_name },
		];
		return variant;
	});
}
