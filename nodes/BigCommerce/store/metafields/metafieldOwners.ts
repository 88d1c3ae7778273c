import type { ScopeNeed } from '../../api/scopes';

export type MetafieldOwnerName =
	| 'brand'
	| 'cart'
	| 'category'
	| 'channel'
	| 'customer'
	| 'location'
	| 'order'
	| 'product'
	| 'variant';

/** A kind of record that metafields hang on; nine spec files tell of the same endpoints. */
export interface MetafieldOwner {
	name: MetafieldOwnerName;
	/** As it stands in a sentence. */
	noun: string;
	/** Address of all its records; `/metafields` below it are those of all. */
	path: string;
	read: ScopeNeed;
	modify: ScopeNeed;
	/** An update has to bring namespace, key, value and permission set again (orders.v3.yml, carts.v3.yml). */
	wholeUpdates?: boolean;
	/** An update of many names metafields by text (carts.v3.yml, locations.v3.yml). */
	textIds?: boolean;
}

/** One record that metafields hang on. */
export interface MetafieldRecord {
	owner: MetafieldOwner;
	/** That of a cart is text. */
	id: number | string;
	path: string;
}

const CATALOGUE = { read: 'products:read', modify: 'products:modify' } as const;

export const metafieldOwners: readonly MetafieldOwner[] = [
	{
		name: 'brand',
		noun: 'brand',
		path: '/v3/catalog/brands',
		...CATALOGUE,
	},
	{
		name: 'cart',
		noun: 'cart',
		path: '/v3/carts',
		read: 'carts:read',
		modify: 'carts:modify',
		wholeUpdates: true,
		textIds: true,
	},
	{
		// The trees' API has no metafields (API notes 2.13).
		name: 'category',
		noun: 'category',
		path: '/v3/catalog/categories',
		...CATALOGUE,
	},
	{
		name: 'channel',
		noun: 'channel',
		path: '/v3/channels',
		read: 'channels:read',
		modify: 'channels:modify',
	},
	{
		name: 'customer',
		noun: 'customer',
		path: '/v3/customers',
		read: 'customers:read',
		modify: 'customers:modify',
	},
	{
		name: 'location',
		noun: 'inventory location',
		path: '/v3/inventory/locations',
		read: 'locations:read',
		modify: 'locations:modify',
		textIds: true,
	},
	{
		name: 'order',
		noun: 'order',
		path: '/v3/orders',
		read: 'orders:read',
		modify: 'orders:modify',
		wholeUpdates: true,
	},
	{
		name: 'product',
		noun: 'product',
		path: '/v3/catalog/products',
		...CATALOGUE,
	},
	{
		name: 'variant',
		noun: 'product variant',
		path: '/v3/catalog/variants',
		...CATALOGUE,
	},
];

export const metafieldOwner = (name: MetafieldOwnerName): MetafieldOwner =>
	metafieldOwners.find((owner) => owner.name === name) as MetafieldOwner;

/** A record, at its own address where that is not right below its kind's. */
export const recordWithMetafields = (
	owner: MetafieldOwner,
	id: number | string,
	path = `${owner.path}/${id}`,
): MetafieldRecord => ({ owner, id, path });
