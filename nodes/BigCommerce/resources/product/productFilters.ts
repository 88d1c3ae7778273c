import { defineFields } from '../../operation/define';
import { brandFilter, channelsFilter, keywordFilter } from '../../forms/productFilterFields';
import { categoryLocator } from '../../forms/locators/category';
import { productTypes } from '../../forms/product/basics';

/** What a product is. */
const propertyFilters = defineFields([
	{
		displayName: 'Availability',
		name: 'availability',
		type: 'options',
		options: [
			{ name: 'Can Be Purchased', value: 'available' },
			{ name: 'Cannot Be Purchased', value: 'disabled' },
			{ name: 'Pre-Order', value: 'preorder' },
		],
		default: 'available',
		description: 'Only products that can be bought, pre-ordered or only be seen',
	},
	...brandFilter,
	{
		displayName: 'Category',
		name: 'category',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Only products in this category; several by ID ask for products that are in all of them',
		as: 'ids',
		modes: categoryLocator.modes,
	},
	...channelsFilter,
	{
		displayName: 'Condition',
		name: 'condition',
		type: 'options',
		options: [
			{ name: 'New', value: 'new' },
			{ name: 'Refurbished', value: 'refurbished' },
			{ name: 'Used', value: 'used' },
		],
		default: 'new',
		description: 'Only products in this state',
	},
	{
		displayName: 'Featured',
		name: 'isFeatured',
		type: 'boolean',
		default: true,
		description: 'Whether to return only featured products, or only those that are not',
	},
	{
		displayName: 'Free Shipping',
		name: 'isFreeShipping',
		type: 'boolean',
		default: true,
		description: 'Whether to return only products with free shipping, or only those without',
	},
	...keywordFilter,
	{
		displayName: 'Keyword Context',
		name: 'keywordContext',
		type: 'options',
		options: [
			{ name: 'Merchant', value: 'merchant' },
			{ name: 'Shopper', value: 'shopper' },
		],
		default: 'merchant',
		description:
			"Whose search results the 'Keyword' brings: all that a merchant looks through, or what shoppers see",
	},
	{
		displayName: 'MPN',
		name: 'mpn',
		type: 'string',
		default: '',
		placeholder: 'e.g. NP-77-B',
		description: 'Only the product with exactly this manufacturer part number',
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
		displayName: 'Only Category ID',
		name: 'onlyCategory',
		type: 'string',
		default: '',
		placeholder: 'e.g. 23',
		description:
			"Only products that are in this category and in no other; 'Category' finds the others, too",
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only products with exactly this price',
	},
	{
		displayName: 'Product Type',
		name: 'type',
		type: 'options',
		options: [...productTypes],
		default: 'physical',
		description: 'Only products of this type',
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '',
		placeholder: 'e.g. RR-1001',
		description:
			"Only the product with exactly this SKU of its own; variants are found with the resource 'Product Variant'",
	},
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		as: 'texts',
		default: '',
		placeholder: 'e.g. RR-1001, RR-1002',
		description:
			'Only products with one of these SKUs of their own, separated by commas. A list from an expression is welcome, however long.',
	},
	{
		displayName: 'Total Sold',
		name: 'totalSold',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Only products of which exactly so many were sold',
	},
	{
		displayName: 'UPC/EAN',
		name: 'upc',
		type: 'string',
		default: '',
		placeholder: 'e.g. 012345678905',
		description: 'Only the product with exactly this bar code',
	},
	{
		displayName: 'Visible on Storefront',
		name: 'isVisible',
		type: 'boolean',
		default: true,
		description:
			'Whether to return only products that shoppers see, or only those that they do not',
	},
	{
		displayName: 'Weight',
		name: 'weight',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only products with exactly this weight',
	},
]);

/** Which ones, by their ids. */
const idFilters = defineFields([
	{
		displayName: 'ID After',
		name: 'idGreater',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1,
		description: 'Only products with a higher ID. IDs rise with time, so that these are newer.',
	},
	{
		displayName: 'ID Before',
		name: 'idLess',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1000,
		description: 'Only products with a lower ID',
	},
	{
		displayName: 'ID From',
		name: 'idFrom',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1,
		description: 'Only this product and those with a higher ID',
	},
	{
		displayName: 'ID To',
		name: 'idTo',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1000,
		description: 'Only this product and those with a lower ID',
	},
	{
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 77, 80, 112',
		description:
			'Only these products, separated by commas. A list from an expression is welcome, however long.',
	},
	{
		displayName: 'IDs to Leave Out',
		name: 'notIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 77, 80',
		description: 'All products but these, separated by commas',
	},
]);

/** When it was changed. */
export const dateFilters = defineFields([
	{
		displayName: 'Imported After',
		name: 'importedAfter',
		type: 'dateTime',
		day: 'start',
		default: '',
		description:
			"Only products that were imported last at or after this time; a date alone means its start. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Imported At',
		name: 'importedAt',
		type: 'dateTime',
		default: '',
		description:
			"Only products that were imported last at this very time. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Imported Before',
		name: 'importedBefore',
		type: 'dateTime',
		day: 'end',
		default: '',
		description:
			"Only products that were imported last at or before this time; a date alone includes that day. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Imported Not At',
		name: 'importedNotAt',
		type: 'dateTime',
		default: '',
		description:
			"Only products that were not imported last at this very time. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified After',
		name: 'modifiedAfter',
		type: 'dateTime',
		day: 'start',
		default: '',
		description:
			"Only products modified at or after this time; a date alone means its start. BigCommerce does not always count a change to a variant alone. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified At',
		name: 'modifiedAt',
		type: 'dateTime',
		default: '',
		description:
			"Only products modified at this very time. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified Before',
		name: 'modifiedBefore',
		type: 'dateTime',
		day: 'end',
		default: '',
		description:
			"Only products modified at or before this time; a date alone includes that day. Without a time zone, the workflow's is used.",
	},
]);

/** How much of it there is, as far as BigCommerce counts it. */
const stockFilters = defineFields([
	{
		displayName: 'Low Stock',
		name: 'inventoryLow',
		type: 'boolean',
		default: true,
		description:
			'Whether to return only products at or below their low stock level, or only those above it',
	},
	{
		displayName: 'Out of Stock',
		name: 'outOfStock',
		type: 'boolean',
		default: true,
		description:
			'Whether to return only products that are out of stock; turned off, nothing is filtered',
	},
	{
		displayName: 'Stock',
		name: 'inventoryLevel',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Only products with exactly so much stock, that of all variants together',
	},
	{
		displayName: 'Stock Above',
		name: 'inventoryGreater',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Only products with more stock than this',
	},
	{
		displayName: 'Stock Below',
		name: 'inventoryLess',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 10,
		description: 'Only products with less stock than this',
	},
	{
		displayName: 'Stock From',
		name: 'inventoryFrom',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1,
		description: 'Only products with so much stock or more',
	},
	{
		displayName: 'Stock Levels',
		name: 'inventoryLevels',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0, 1, 2',
		description: 'Only products with one of these amounts of stock, separated by commas',
	},
	{
		displayName: 'Stock Levels to Leave Out',
		name: 'notInventoryLevels',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0',
		description: 'Only products with other amounts of stock than these, separated by commas',
	},
	{
		displayName: 'Stock To',
		name: 'inventoryTo',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 10,
		description: 'Only products with so much stock or less',
	},
]);

/** Every filter that the API has for products (products_catalog.v3.yml). */
export const productFilters = defineFields([
	...propertyFilters,
	...idFilters,
	...dateFilters,
	...stockFilters,
]);
