import { defineFields } from '../../operation/define';
import { treeField } from '../../forms/categoryTreeField';

const overwriting = { ifExists: ['overwrite'] };

/** What becomes of products that the store has already, and of new ones. */
export const publishForm = defineFields([
	{
		displayName: 'If the Product Exists',
		name: 'ifExists',
		type: 'options',
		options: [
			{
				name: 'Link',
				value: 'link',
				description: 'Output the IDs that the store has for it, and write nothing',
			},
			{
				name: 'Overwrite',
				value: 'overwrite',
				description: 'Write what is chosen below into the product that is there',
			},
			{
				name: 'Skip',
				value: 'skip',
				description: 'Leave it as it is; the output tells which product it is',
			},
		],
		default: 'skip',
		description:
			'A product exists if one of the SKUs is the SKU of a product or variant of the store, or else if its name is',
	},
	{
		displayName: 'Fields to Overwrite',
		name: 'overwrite',
		type: 'options',
		displayOptions: { show: overwriting },
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Everything that the item gives; variants that are missing are added',
			},
			{ name: 'Chosen Fields', value: 'chosen', description: 'The fields that you pick' },
			{
				name: 'Price & Stock',
				value: 'priceAndStock',
				description: 'Price, sale price, cost price, retail price and quantity',
			},
		],
		default: 'priceAndStock',
		description:
			'What the product gets from the item. A field that the item does not give stays as it is.',
	},
	{
		displayName: 'Chosen Fields',
		name: 'chosenFields',
		type: 'multiOptions',
		displayOptions: { show: { ...overwriting, overwrite: ['chosen'] } },
		options: [
			{ name: 'Availability', value: 'availability' },
			{ name: 'Brand', value: 'brand' },
			{ name: 'Categories', value: 'categories' },
			{ name: 'Condition', value: 'condition' },
			{ name: 'Cost Price', value: 'costPrice' },
			{ name: 'Custom Fields', value: 'customFields' },
			{ name: 'Depth', value: 'depth' },
			{ name: 'Description', value: 'description' },
			{ name: 'GTIN', value: 'gtin' },
			{ name: 'Height', value: 'height' },
			{ name: 'Images', value: 'images' },
			{ name: 'Inventory Tracking', value: 'inventoryTracking' },
			{ name: 'Is Visible', value: 'isVisible' },
			{ name: 'Metafields', value: 'metafields' },
			{ name: 'MPN', value: 'mpn' },
			{ name: 'Price', value: 'price' },
			{ name: 'Quantity', value: 'quantity' },
			{ name: 'Retail Price (MSRP)', value: 'retailPrice' },
			{ name: 'Sale Price', value: 'salePrice' },
			{ name: 'UPC', value: 'upc' },
			{ name: 'Weight', value: 'weight' },
			{ name: 'Width', value: 'width' },
		],
		default: ['price', 'salePrice', 'quantity'],
		description:
			'The fields that the product gets from the item. Categories are replaced; images and custom fields are added or changed, never removed.',
	},
	{
		displayName: 'Override Product Name',
		name: 'overrideName',
		type: 'boolean',
		displayOptions: { show: overwriting },
		default: false,
		description: 'Whether the product also gets the name that the item gives',
	},
	{
		displayName: 'Status of New Products',
		name: 'newStatus',
		type: 'options',
		options: [
			{
				name: 'As the Item Says',
				value: 'item',
				description: "By the item's isVisible; visible without it",
			},
			{ name: 'Hidden', value: 'hidden', description: 'Shoppers do not see them yet' },
			{ name: 'Visible', value: 'visible', description: 'Shoppers see them at once' },
		],
		default: 'item',
		description: 'Whether shoppers see the products that are created',
	},
	{
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: false,
		description:
			'Whether to only tell what would be written, without writing anything to the store',
	},
]);

/** What a product is created with although the store lacks it. */
export const createMissing = defineFields([
	{
		displayName: 'Create Missing Brands',
		name: 'createBrands',
		type: 'boolean',
		default: true,
		description:
			'Whether to create brands that the store lacks. Without it a product is published without its brand, and says so in its issues.',
	},
	{
		displayName: 'Create Missing Categories',
		name: 'createCategories',
		type: 'boolean',
		default: true,
		description:
			'Whether to create categories that the store lacks. Without it a product is published without them, and says so in its issues.',
	},
]);

export const publishOptions = defineFields([
	{
		displayName: 'Attribute Length Limit',
		name: 'attributeLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 250, numberPrecision: 0 },
		default: 250,
		description:
			"Most characters of a custom field's name or value. BigCommerce takes up to 250, which also holds when this is not added.",
	},
	...treeField,
	{
		displayName: 'Channel Names or IDs',
		name: 'channels',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		default: [],
		description:
			'Channels that the products are assigned to as well. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	...createMissing,
	{
		displayName: 'Location Name or ID',
		name: 'location',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getStockLocations' },
		default: '',
		description:
			'Where the stock lies. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'When a Part Cannot Be Saved',
		name: 'ifPartFails',
		type: 'options',
		options: [
			{
				name: 'Fail the Item',
				value: 'fail',
				description: 'The item fails; its error says the ID of the product',
			},
			{
				name: 'Report It in the Issues',
				value: 'issue',
				description: 'The item goes on, with what is missing in its issues',
			},
		],
		default: 'fail',
		description:
			'What happens when a product is saved but, for example, one of its images cannot be downloaded. Without this option it stands in the issues.',
	},
	{
		displayName: 'When an Attribute Is Too Long',
		name: 'ifTooLong',
		type: 'options',
		options: [
			{
				name: 'Fail the Product',
				value: 'fail',
				description: 'Nothing of the product is written',
			},
			{
				name: 'Skip the Custom Field',
				value: 'skip',
				description: 'The product is published without the field',
			},
			{ name: 'Truncate', value: 'truncate', description: 'Cut off what is too long' },
		],
		default: 'skip',
		description:
			'What happens to a custom field whose name or value is longer than the limit. Without this option it is truncated. The issues tell.',
	},
]);
