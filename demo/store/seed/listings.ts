import { nextId, type StoreState } from '../state.ts';
import { OUTLET_CHANNEL } from './channels.ts';
import { hoursBefore } from './hours.ts';

/** The outlet lists three products, one of them under a name of its own and one no longer. */
export function seedListings(state: StoreState): void {
	const products = [...state.products.values()].slice(0, 3);
	products.forEach((product, index) => {
		const id = nextId(state, 'listing');
		const date_created = hoursBefore(state, 24 * (40 - index));
		const common = {
			external_id: `OUT-${product.id}`,
			state: index === 2 ? 'disabled' : 'active',
			name: index === 0 ? `Outlet: ${product.name}` : '',
			description: '',
			date_created,
			date_modified: date_created,
		};
		const variants = product.variants.map((variant) => ({
			...common,
			product_id: product.id,
			variant_id: variant.id,
			external_id: `OUT-${product.id}-${variant.id}`,
			name: '',
		}));
		const channel_id = OUTLET_CHANNEL;
		state.listings.set(id, { id, channel_id, product_id: product.id, ...common, variants });
	});
}
