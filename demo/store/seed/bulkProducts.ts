import { blankProduct, blankVariant } from '../endpoints/productBlank.ts';
import { nextId, type StoreState } from '../state.ts';
import { hoursBefore } from './index.ts';

/** A large catalogue for benches: simple products whose every value follows from their number. */
export function seedBulkProducts(state: StoreState, count: number): void {
	const brands = [...state.brands.keys()];
	const categories = [...state.categories.keys()];
	for (let number = 1; number <= count; number += 1) {
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
			inventory_tracking: 'product',
			inventory_level: number % 120,
			is_visible: number % 50 !== 0,
			custom_url: { url: `/trail-part-${padded}/`, is_customized: false },
			description: `<p>Trail part number ${number}.</p>`,
			date_modified: hoursBefore(state, 24 * 90 - (number % 2_000)),
		});
		const base = blankVariant(nextId(state, 'variant'), id, product.sku);
		base.upc = product.upc;
		base.inventory_level = product.inventory_level;
		product.variants = [base];
		state.products.set(id, product);
	}
}
