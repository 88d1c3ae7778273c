import { hoursBefore } from './hours.ts';
import { nextId, type StoreState } from '../state.ts';
import { seedBulkProducts, type Bulk } from './bulkProducts.ts';
import { seedBrandsAndCategories, seedProducts } from './catalogue.ts';
import { seedChannels } from './channels.ts';
import { seedCustomers } from './customers.ts';
import { seedLocations, seedStock } from './inventory.ts';
import { seedListings } from './listings.ts';
import { seedMarketing } from './marketing.ts';
import { seedMetafields } from './metafields.ts';
import { seedOrders } from './orders.ts';
import { ORDER_STATUSES } from './orderStatuses.ts';
import { seedPrices } from './prices.ts';

/**
 * Fills a new state. All times are so many hours before `state.startedAt` (the start of the store, whole seconds), so that
 * "the last X days" always finds the same orders however late the store is started.
 */
export function seed(state: StoreState, kind: 'shop' | 'empty', bulk: Bulk): void {
	state.orderStatuses = structuredClone(ORDER_STATUSES);
	seedChannels(state);
	seedLocations(state);
	if (kind === 'shop') {
		seedBrandsAndCategories(state);
		seedProducts(state);
		seedCustomers(state);
		seedMarketing(state);
		seedOrders(state);
		seedCart(state);
		seedMetafields(state);
		seedPrices(state);
		seedListings(state);
	}
	seedBulkProducts(state, bulk);
	seedStock(state);
}

/** The id and token of the one cart that the shop holds. */
export const CART_ID = '8a7c0f7e-4a51-4a6b-9c55-6f6f0c1d2e3f';
export const ABANDONED_CART_TOKEN = '3e9a9b0c-5b1a-4d2f-8f7e-6d5c4b3a2918';

function seedCart(state: StoreState): void {
	const product = [...state.products.values()].find(({ sku }) => sku === 'CC-KETTLE');
	if (!product) return;
	state.carts.set(CART_ID, {
		id: CART_ID,
		customer_id: 3,
		channel_id: 1,
		email: 'maya.lindqvist@example.com',
		currency: 'USD',
		abandoned_token: ABANDONED_CART_TOKEN,
		lines: [
			{
				id: `${nextId(state, 'cartLine')}-line`,
				product_id: product.id,
				variant_id: product.variants[0]?.id ?? 0,
				name: product.name,
				sku: product.sku,
				quantity: 2,
				price: product.price,
			},
		],
		date_created: hoursBefore(state, 30),
		date_modified: hoursBefore(state, 28),
	});
}
