import { priceKey } from '../endpoints/priceRecordWrites.ts';
import { nextId, type StoreState } from '../state.ts';
import { hoursBefore } from './hours.ts';

/** One list in use, with prices for the first products, tiers on the first of them; and one that is switched off. */
export function seedPrices(state: StoreState): void {
	const made = hoursBefore(state, 24 * 60);
	for (const [name, active] of [
		['Wholesale', true],
		['Trade Fair 2024', false],
	] as const) {
		const id = nextId(state, 'priceList');
		state.priceLists.set(id, { id, name, active, date_created: made, date_modified: made });
	}
	const variants = [...state.products.values()]
		.slice(0, 4)
		.flatMap((product) => product.variants.map((variant) => ({ product, variant })));
	variants.forEach(({ product, variant }, index) => {
		const key = priceKey(1, variant.id, 'usd');
		state.priceRecords.set(key, {
			id: nextId(state, 'priceRecord'),
			price_list_id: 1,
			variant_id: variant.id,
			product_id: product.id,
			currency: 'usd',
			price: Math.round((variant.price ?? product.price) * 85) / 100,
			sale_price: null,
			retail_price: null,
			map_price: null,
			bulk_pricing_tiers:
				index === 0 ? [{ quantity_min: 10, quantity_max: null, type: 'percent', amount: 5 }] : [],
			date_created: made,
			date_modified: hoursBefore(state, 24 * 59 - index),
		});
	});
	const id = nextId(state, 'priceAssignment');
	state.priceAssignments.set(id, { id, price_list_id: 1, customer_group_id: 2, channel_id: 1 });
}
