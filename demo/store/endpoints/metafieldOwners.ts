import { indexOf } from '../catalogueIndex.ts';
import type { StoreState } from '../state.ts';

/** A kind of record that metafields hang on. */
export interface MetafieldOwner {
	type: string;
	scope: string;
	/** Paths of one record and of the collection, without `/metafields`. */
	one: string;
	all: string;
	/** The path's part that names the record. */
	param: string;
	exists(state: StoreState, id: number | string, params: Record<string, string>): boolean;
	/** Its own events, up to the verb (API notes 5.5); customers have only the general ones. */
	event?: string;
	/** An update has to bring all four fields again, as its schema demands (orders.v3.yml, carts.v3.yml). */
	wholeUpdates?: boolean;
	/** Ids of records and metafields are text in this file. */
	textIds?: boolean;
	/** What a 404 has in `errors`: an object, or a list here. */
	errorsOf404?: unknown;
}

const PRODUCTS = 'store_v2_products';

export const METAFIELD_OWNERS: MetafieldOwner[] = [
	{
		type: 'order',
		scope: 'store_v2_orders',
		one: '/v3/orders/{order_id}',
		all: '/v3/orders',
		param: 'order_id',
		exists: (state, id) => state.orders.has(Number(id)),
		event: 'store/order/metafield/',
		wholeUpdates: true,
		errorsOf404: [],
	},
	{
		type: 'product',
		scope: PRODUCTS,
		one: '/v3/catalog/products/{product_id}',
		all: '/v3/catalog/products',
		param: 'product_id',
		exists: (state, id) => state.products.has(Number(id)),
		event: 'store/product/metafield/',
	},
	{
		type: 'variant',
		scope: PRODUCTS,
		one: '/v3/catalog/products/{product_id}/variants/{variant_id}',
		all: '/v3/catalog/variants',
		param: 'variant_id',
		exists: (state, id, { product_id }) => {
			const found = indexOf(state).variant(Number(id));
			return found !== undefined && [undefined, String(found.product.id)].includes(product_id);
		},
		event: 'store/product/variant/metafield/',
	},
	{
		type: 'category',
		scope: PRODUCTS,
		one: '/v3/catalog/categories/{category_id}',
		all: '/v3/catalog/categories',
		param: 'category_id',
		exists: (state, id) => state.categories.has(Number(id)),
		event: 'store/category/metafield/',
	},
	{
		type: 'brand',
		scope: PRODUCTS,
		one: '/v3/catalog/brands/{brand_id}',
		all: '/v3/catalog/brands',
		param: 'brand_id',
		exists: (state, id) => state.brands.has(Number(id)),
		event: 'store/brand/metafield/',
	},
	{
		type: 'customer',
		scope: 'store_v2_customers',
		one: '/v3/customers/{customer_id}',
		all: '/v3/customers',
		param: 'customer_id',
		exists: (state, id) => state.customers.has(Number(id)),
	},
	{
		type: 'cart',
		scope: 'store_cart',
		one: '/v3/carts/{cart}',
		all: '/v3/carts',
		param: 'cart',
		// The metafields of a cart outlive it, for the order that came of it (spec of carts, POST metafields).
		exists: (state, id) =>
			state.carts.has(String(id)) ||
			[...state.orders.values()].some(({ cart_id }) => cart_id === id),
		event: 'store/cart/metafield/',
		wholeUpdates: true,
		textIds: true,
	},
	{
		type: 'channel',
		scope: 'store_channel_settings',
		one: '/v3/channels/{channel_id}',
		all: '/v3/channels',
		param: 'channel_id',
		exists: (state, id) => state.channels.has(Number(id)),
		event: 'store/channel/metafield/',
	},
	{
		type: 'location',
		scope: 'store_locations',
		one: '/v3/inventory/locations/{location_id}',
		all: '/v3/inventory/locations',
		param: 'location_id',
		exists: (state, id) => state.locations.has(Number(id)),
		event: 'store/inventory/location/metafield/',
	},
];
