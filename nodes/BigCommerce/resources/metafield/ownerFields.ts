import { at } from '../../api/client';
import { InputError } from '../../api/inputError';
import type { ScopeNeed } from '../../api/scopes';
import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { idOf, toId } from '../../operation/values';
import {
	metafieldOwners,
	recordWithMetafields,
	type MetafieldOwner,
	type MetafieldOwnerName,
	type MetafieldRecord,
} from '../../store/metafields/metafieldOwners';
import { brandLocator } from '../../forms/locators/brand';
import { oneCategoryLocator } from '../../forms/locators/category';
import { channelLocator } from '../../forms/locators/channel';
import { customerLocator } from '../../forms/locators/customer';
import { productLocator } from '../../forms/locators/product';
import { variantLocator } from '../../forms/locators/variant';
import { orderIn, orderLocator } from '../../forms/locators/order';

export const belongsToField = defineFields([
	{
		displayName: 'Belongs To',
		name: 'belongsTo',
		type: 'options',
		options: [
			{ name: 'Brand', value: 'brand' },
			{ name: 'Cart', value: 'cart' },
			{ name: 'Category', value: 'category' },
			{ name: 'Channel', value: 'channel' },
			{ name: 'Customer', value: 'customer' },
			{ name: 'Inventory Location', value: 'location' },
			{ name: 'Order', value: 'order' },
			{ name: 'Product', value: 'product' },
			{ name: 'Product Variant', value: 'variant' },
		],
		default: 'product',
		description: 'Kind of record that the metafields are kept with',
	},
]);

/** The record itself, in the way of its kind. */
export const recordFields = defineFields([
	...shownWhen({ belongsTo: ['product', 'variant'] }, productLocator),
	...shownWhen({ belongsTo: ['variant'] }, variantLocator),
	...shownWhen({ belongsTo: ['category'] }, oneCategoryLocator),
	...shownWhen({ belongsTo: ['brand'] }, brandLocator),
	...shownWhen({ belongsTo: ['order'] }, orderLocator),
	...shownWhen({ belongsTo: ['customer'] }, customerLocator),
	...shownWhen({ belongsTo: ['channel'] }, channelLocator),
	{
		displayName: 'Cart ID',
		name: 'cart',
		type: 'string',
		required: true,
		displayOptions: { show: { belongsTo: ['cart'] } },
		default: '',
		placeholder: 'e.g. 0f4f0f4e-0d6c-4f2e-9a52-5b1a2c3d4e5f',
		description:
			"ID of the cart; an order tells it as Cart ID, and the cart's metafields outlive the cart itself",
	},
	{
		displayName: 'Location Name or ID',
		name: 'location',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getInventoryLocations' },
		required: true,
		displayOptions: { show: { belongsTo: ['location'] } },
		default: '',
		emptyAdvice: "Give 'Location Name or ID' the record's number, for example 123.",
		description:
			'The inventory location. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

type RecordParams = ParamsOf<typeof recordFields>;

function toCartId(id: string): string {
	if (/^[0-9a-f-]{36}$/i.test(id)) return id;
	throw new InputError(
		id ? `'Cart ID' is "${id}", which is no ID of a cart` : "'Cart ID' is empty",
		"Give 'Cart ID' the 36 characters that BigCommerce tells as the cart's ID.",
	);
}

/** The record's id, as the form gives it for its kind. */
const ID_OF: Record<MetafieldOwnerName, (params: RecordParams) => number | string> = {
	brand: ({ brand }) => idOf(brand, 'Brand'),
	cart: ({ cart }) => toCartId(cart),
	category: ({ category }) => idOf(category, 'Category'),
	channel: ({ channel }) => idOf(channel, 'Channel'),
	customer: ({ customer }) => idOf(customer, 'Customer'),
	location: ({ location }) => toId(location, 'Location Name or ID'),
	order: orderIn,
	product: ({ product }) => idOf(product, 'Product'),
	variant: ({ variant }) => idOf(variant, 'Variant'),
};

/** Scopes that a choice of `Belongs To` needs, beside that of the catalogue. */
export const otherScopes = (access: 'read' | 'modify'): ScopeNeed[] =>
	metafieldOwners.map((owner) => owner[access]).filter((scope) => scope !== `products:${access}`);

export function ownerOf({ belongsTo }: { belongsTo: MetafieldOwnerName }): MetafieldOwner {
	const owner = metafieldOwners.find(({ name }) => name === belongsTo);
	if (owner) return owner;
	throw new InputError(
		`'Belongs To' is "${String(belongsTo)}", which has no metafields`,
		`Give 'Belongs To' one of ${metafieldOwners.map(({ name }) => name).join(', ')}.`,
	);
}

export function recordOf(
	params: RecordParams & { belongsTo: MetafieldOwnerName },
): MetafieldRecord {
	const owner = ownerOf(params);
	const id = ID_OF[owner.name](params);
	if (owner.name !== 'variant') return recordWithMetafields(owner, id);
	const product = idOf(params.product, 'Product');
	return recordWithMetafields(owner, id, at`/v3/catalog/products/${product}/variants/${id}`);
}
