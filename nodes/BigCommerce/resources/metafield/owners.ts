import { at } from '../../api/client';
import type { ScopeNeed } from '../../api/scopes';
import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { idOf, toId } from '../../operation/values';
import { orderIn } from '../locators/order';
import type { belongsToField, recordFields } from './recordFields';

type OwnerName = ParamsOf<typeof belongsToField>['belongsTo'];
type RecordParams = ParamsOf<typeof recordFields>;

/** A kind of record that metafields hang on; nine spec files tell of the same endpoints. */
export interface Owner {
	name: OwnerName;
	/** As it stands in a sentence. */
	noun: string;
	/** Address of all its records; `/metafields` below it are those of all. */
	path: string;
	read: ScopeNeed;
	modify: ScopeNeed;
	/** The record's id as the form gives it; that of a cart is text. */
	id: (params: RecordParams) => number | string;
	/** Where one record has its metafields, if not right below `path`. */
	recordPath?: (params: RecordParams) => string;
	/** An update has to bring namespace, key, value and permission set again (orders.v3.yml, carts.v3.yml). */
	wholeUpdates?: boolean;
	/** An update of many names metafields by text (carts.v3.yml, locations.v3.yml). */
	textIds?: boolean;
}

/** One record that metafields hang on. */
export interface OwnerRecord {
	owner: Owner;
	id: number | string;
	path: string;
}

const CATALOGUE = { read: 'products:read', modify: 'products:modify' } as const;

function toCartId(given: unknown): string {
	const id = String(given ?? '').trim();
	if (/^[0-9a-f-]{36}$/i.test(id)) return id;
	throw new InputError(
		id ? `'Cart ID' is "${id}", which is no ID of a cart` : "'Cart ID' is empty",
		"Give 'Cart ID' the 36 characters that BigCommerce tells as the cart's ID.",
	);
}

const owners: readonly Owner[] = [
	{
		name: 'brand',
		noun: 'brand',
		path: '/v3/catalog/brands',
		...CATALOGUE,
		id: ({ brand }) => idOf(brand, 'Brand'),
	},
	{
		name: 'cart',
		noun: 'cart',
		path: '/v3/carts',
		read: 'carts:read',
		modify: 'carts:modify',
		id: ({ cart }) => toCartId(cart),
		wholeUpdates: true,
		textIds: true,
	},
	{
		// The trees' API has no metafields (fact sheet 4.5).
		name: 'category',
		noun: 'category',
		path: '/v3/catalog/categories',
		...CATALOGUE,
		id: ({ category }) => idOf(category, 'Category'),
	},
	{
		name: 'channel',
		noun: 'channel',
		path: '/v3/channels',
		read: 'channels:read',
		modify: 'channels:modify',
		id: ({ channel }) => idOf(channel, 'Channel'),
	},
	{
		name: 'customer',
		noun: 'customer',
		path: '/v3/customers',
		read: 'customers:read',
		modify: 'customers:modify',
		id: ({ customer }) => idOf(customer, 'Customer'),
	},
	{
		name: 'location',
		noun: 'inventory location',
		path: '/v3/inventory/locations',
		read: 'locations:read',
		modify: 'locations:modify',
		id: ({ location }) => toId(location, 'Location Name or ID'),
		textIds: true,
	},
	{
		name: 'order',
		noun: 'order',
		path: '/v3/orders',
		read: 'orders:read',
		modify: 'orders:modify',
		id: orderIn,
		wholeUpdates: true,
	},
	{
		name: 'product',
		noun: 'product',
		path: '/v3/catalog/products',
		...CATALOGUE,
		id: ({ product }) => idOf(product, 'Product'),
	},
	{
		name: 'variant',
		noun: 'product variant',
		path: '/v3/catalog/variants',
		...CATALOGUE,
		id: ({ variant }) => idOf(variant, 'Variant'),
		recordPath: ({ product, variant }) =>
			at`/v3/catalog/products/${idOf(product, 'Product')}/variants/${idOf(variant, 'Variant')}`,
	},
];

/** Scopes that a choice of `Belongs To` needs, beside that of the catalogue. */
export const otherScopes = (access: 'read' | 'modify'): ScopeNeed[] =>
	owners.map((owner) => owner[access]).filter((scope) => scope !== CATALOGUE[access]);

export function ownerOf({ belongsTo }: { belongsTo: OwnerName }): Owner {
	const owner = owners.find(({ name }) => name === belongsTo);
	if (owner) return owner;
	throw new InputError(
		`'Belongs To' is "${String(belongsTo)}", which has no metafields`,
		`Give 'Belongs To' one of ${owners.map(({ name }) => name).join(', ')}.`,
	);
}

export function recordOf(params: RecordParams & { belongsTo: OwnerName }): OwnerRecord {
	const owner = ownerOf(params);
	const id = owner.id(params);
	return { owner, id, path: owner.recordPath?.(params) ?? `${owner.path}/${id}` };
}
