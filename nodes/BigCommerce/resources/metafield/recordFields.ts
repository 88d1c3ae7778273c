import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import { brandLocator } from '../locators/brand';
import { oneCategoryLocator } from '../locators/category';
import { channelLocator } from '../locators/channel';
import { customerLocator } from '../locators/customer';
import { productLocator } from '../locators/product';
import { variantLocator } from '../locators/variant';
import { orderLocator } from '../locators/order';

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
		description:
			'The inventory location. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);
