import { defineFields } from '../../operation/define';
import { outputFields } from '../../operation/fields';

/** What a listing is made of. */
export const listingForm = defineFields([
	{
		displayName: 'One Item Per',
		name: 'oneItemPer',
		type: 'options',
		options: [
			{
				name: 'Product',
				value: 'product',
				description: 'One listing for a product with all its variants',
			},
			{
				name: 'Variant',
				value: 'variant',
				description: 'One listing for every variant that can be bought by itself',
			},
		],
		default: 'variant',
		description:
			'What becomes a listing of its own. A product without options is one listing either way.',
	},
	{
		displayName: 'Master SKU From',
		name: 'masterSku',
		type: 'options',
		options: [
			{ name: 'GTIN', value: 'gtin' },
			{ name: 'MPN', value: 'mpn' },
			{ name: 'SKU', value: 'sku' },
			{ name: 'UPC', value: 'upc' },
		],
		default: 'sku',
		description:
			"What identifies a listing: the variant's own, or else its product's. A listing without it, or sharing it with another, says so in 'issues'.",
	},
	{
		displayName: 'Do Not Import Hidden Products',
		name: 'skipHidden',
		type: 'boolean',
		default: true,
		description: 'Whether to leave out products that are not visible on the storefront',
	},
	{
		displayName: 'Set New Listings to Paused',
		name: 'pauseNew',
		type: 'boolean',
		default: false,
		description:
			"Whether new listings get the 'status' paused instead of active, so that somebody can look at them first",
	},
	{
		displayName: 'Only Changes Since Last Import',
		name: 'onlyChanged',
		type: 'boolean',
		default: false,
		description:
			'Whether to return only listings that are new, or other than when this node last ran. n8n remembers them for this node, so the workflow must be saved.',
	},
	{
		displayName: 'Forget the Last Import',
		name: 'forget',
		type: 'boolean',
		displayOptions: { show: { onlyChanged: [true] } },
		default: false,
		description:
			'Whether to forget first what this node has imported, so that every listing counts as new again. Turn it on for one run, then off.',
	},
]);

const comparing = { compare: [true] };
const overwriting = { ...comparing, importMode: ['overwrite'] };

/** How listings meet those that exist already. */
export const existingForm = defineFields([
	{
		displayName: 'Compare With Existing Listings',
		name: 'compare',
		type: 'boolean',
		default: false,
		description:
			'Whether the input items are listings that you have already. Without it they only start the import, and every listing counts as new.',
	},
	{
		displayName: 'Match On',
		name: 'matchOn',
		type: 'options',
		displayOptions: { show: comparing },
		options: [
			{ name: 'GTIN', value: 'gtin' },
			{ name: 'Master SKU', value: 'masterSku' },
			{ name: 'MPN', value: 'mpn' },
			{ name: 'Product ID', value: 'productId' },
			{ name: 'SKU', value: 'sku' },
			{ name: 'UPC', value: 'upc' },
			{ name: 'Variant ID', value: 'variantId' },
		],
		default: 'masterSku',
		description:
			'What a listing of the store and an existing one must have in common, apart from case and spaces around it',
	},
	{
		displayName: 'Field in Existing Listings',
		name: 'matchField',
		type: 'string',
		required: true,
		requiresDataPath: 'single',
		displayOptions: { show: comparing },
		default: 'masterSku',
		placeholder: 'e.g. sku',
		hint: 'The name of the field, not its value',
		description:
			"Name of the input items' field that holds it. A dot leads into an object: data.sku.",
	},
	{
		displayName: 'Import Mode',
		name: 'importMode',
		type: 'options',
		displayOptions: { show: comparing },
		options: [
			{
				name: 'Create & Overwrite Existing',
				value: 'overwrite',
				description: 'A match gets the fields chosen below from the store; the rest is new',
			},
			{
				name: 'Create Only',
				value: 'createOnly',
				description:
					'A match is linked by product and variant ID, and nothing of it is overwritten; the rest is new',
			},
		],
		default: 'createOnly',
		description:
			"What happens to listings that match. Each item says what it is in 'action': created, linked or updated. An existing listing that matches nothing gives no item.",
	},
	{
		displayName: 'Fields to Overwrite',
		name: 'overwrite',
		type: 'options',
		displayOptions: { show: overwriting },
		options: [
			{ name: 'All', value: 'all', description: 'Every field of the listing' },
			{ name: 'Chosen Fields', value: 'chosen', description: 'The fields that you pick' },
			{
				name: 'Skip Product Data',
				value: 'skipProductData',
				description:
					'Prices, stock, visibility and availability; names, images, options and the like stay as they are',
			},
		],
		default: 'all',
		description: 'What an existing listing gets from the store. Its status always stays.',
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
			{ name: 'Category Paths', value: 'categoryPaths' },
			{ name: 'Condition', value: 'condition' },
			{ name: 'Cost Price', value: 'costPrice' },
			{ name: 'Custom Fields', value: 'customFields' },
			{ name: 'Date Created', value: 'dateCreated' },
			{ name: 'Date Modified', value: 'dateModified' },
			{ name: 'Depth', value: 'depth' },
			{ name: 'Description', value: 'description' },
			{ name: 'GTIN', value: 'gtin' },
			{ name: 'Height', value: 'height' },
			{ name: 'Images', value: 'images' },
			{ name: 'Inventory Tracking', value: 'inventoryTracking' },
			{ name: 'Is Visible', value: 'isVisible' },
			{ name: 'Master SKU', value: 'masterSku' },
			{ name: 'MPN', value: 'mpn' },
			{ name: 'Name', value: 'name' },
			{ name: 'Options', value: 'options' },
			{ name: 'Price', value: 'price' },
			{ name: 'Quantity', value: 'quantity' },
			{ name: 'Retail Price (MSRP)', value: 'retailPrice' },
			{ name: 'Sale Price', value: 'salePrice' },
			{ name: 'SKU', value: 'sku' },
			{ name: 'UPC', value: 'upc' },
			{ name: 'URL', value: 'url' },
			{ name: 'Weight', value: 'weight' },
			{ name: 'Width', value: 'width' },
		],
		default: ['price', 'salePrice', 'quantity'],
		description:
			'The fields that an existing listing gets from the store; all others stay as they are',
	},
]);

const [, selectedFields] = outputFields;

/** How listings are output. */
export const listingOutput = defineFields([
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'For Tables',
				value: 'tables',
				description:
					'Every field is one cell: options, categories, images and custom fields are texts, which Publish and Sync read back',
			},
			{
				name: 'Nested',
				value: 'nested',
				description: 'Options, categories, images, custom fields and issues are lists',
			},
			{
				name: 'Raw',
				value: 'raw',
				description: "Nested, with the API's own product and variant",
			},
			{
				name: 'Selected Fields',
				value: 'selected',
				description: 'The fields that you name, as in For Tables: the shortest for an AI agent',
			},
		],
		default: 'tables',
		description: 'What each listing looks like',
	},
	selectedFields,
]);

export const listingOptions = defineFields([
	{
		displayName: 'Include Description',
		name: 'includeDescription',
		type: 'boolean',
		default: false,
		description: "Whether listings hold the product's description, which can be long HTML",
	},
	{
		displayName: 'Products per Request',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 250 },
		default: 250,
		description:
			'Fewer products a request help a store that answers slowly because its products have many variants and images',
	},
]);
