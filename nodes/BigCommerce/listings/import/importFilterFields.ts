import { defineFields } from '../../operation/define';
import { categoryLocator } from '../../forms/locators/category';
import { brandFilter, channelsFilter, keywordFilter } from '../../forms/productFilterFields';

/** What the form can narrow an import to; alphabetical, as n8n lists them. */
export const listingFilters = defineFields([
	{
		displayName: 'Availability',
		name: 'availability',
		type: 'options',
		options: [
			{ name: 'Available', value: 'available' },
			{
				name: 'Not for Sale',
				value: 'disabled',
				description: 'Including variants that cannot be purchased',
			},
			{ name: 'Preorder', value: 'preorder' },
		],
		default: 'available',
		description: 'Only listings that can be bought, pre-ordered or not be bought',
	},
	...brandFilter,
	{
		displayName: 'Category',
		name: 'category',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: 'Only products in this category; by ID also in any of several',
		as: 'ids',
		modes: categoryLocator.modes,
	},
	...channelsFilter,
	...keywordFilter,
	{
		displayName: 'Modified Since',
		name: 'modifiedSince',
		type: 'dateTime',
		default: '',
		description:
			"Only products modified at or after this date. BigCommerce does not always count a change to a variant alone; 'Only Changes Since Last Import' does.",
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Merino Base Layer',
		description: 'Only the product with exactly this name',
	},
	{
		displayName: 'Price From',
		name: 'priceFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "Only listings with this price or more, in the store's default currency",
	},
	{
		displayName: 'Price To',
		name: 'priceTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: "Only listings with this price or less, in the store's default currency",
	},
	{
		displayName: 'Product IDs',
		name: 'productIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 77, 80, 112',
		description:
			'Only these products, separated by commas. A list from an expression is welcome, however long.',
	},
	{
		displayName: 'Quantity From',
		name: 'quantityFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description:
			'Only listings with so much stock or more; without stock tracking there is no quantity',
	},
	{
		displayName: 'Quantity To',
		name: 'quantityTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description:
			'Only listings with so much stock or less; without stock tracking there is no quantity',
	},
	{
		displayName: 'Stock',
		name: 'stock',
		type: 'options',
		options: [
			{
				name: 'In Stock',
				value: 'in',
				description: 'Something is left, or the stock is not tracked',
			},
			{
				name: 'Low Stock',
				value: 'low',
				description: 'No more left than the low stock level in the store',
			},
			{
				name: 'Out of Stock',
				value: 'out',
				description: 'The stock is tracked, and nothing is left',
			},
		],
		default: 'in',
		description: 'Only listings with this state of the stock',
	},
]);
