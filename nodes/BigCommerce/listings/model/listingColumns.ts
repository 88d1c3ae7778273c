import {
	asColumns,
	costPriceNames,
	defineColumns,
	priceNames,
	quantityNames,
	retailPriceNames,
	salePriceNames,
	skuNames,
} from '../../forms/rowColumns';
import { plainFields } from '../../forms/product/productBody';
import type { Column } from '../../operation/params';
import { asText } from '../../operation/values';
import { checkBrandName } from '../../store/catalog/brands';
import { toCategories, toCustomFields, toImages, toMetafields, toOptions } from './draftItemLists';

/** Codes and how long they may be (products_catalog.v3.yml). */
export const codeColumns = defineColumns([
	{
		displayName: 'UPC',
		name: 'upc',
		type: 'string',
		default: '',
		maxLength: 14,
		clears: true,
		alsoNamed: ['EAN', 'UPC/EAN', 'Barcode', 'UPC Code'],
	},
	{
		displayName: 'MPN',
		name: 'mpn',
		type: 'string',
		default: '',
		maxLength: 255,
		clears: true,
		alsoNamed: ['Manufacturer Part Number', 'Part Number'],
	},
	{
		displayName: 'GTIN',
		name: 'gtin',
		type: 'string',
		default: '',
		maxLength: 14,
		clears: true,
		alsoNamed: ['Global Trade Item Number'],
	},
]);

const amount = { type: 'number', typeOptions: { minValue: 0 }, default: 0 } as const;

/** At what price a listing sells, and how many there are of it. */
export const offerColumns = defineColumns([
	{ displayName: 'Price', name: 'price', ...amount, alsoNamed: priceNames },
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		alsoNamed: quantityNames,
	},
	{
		displayName: 'Sale Price',
		name: 'salePrice',
		...amount,
		clears: true,
		alsoNamed: salePriceNames,
	},
	{
		displayName: 'Retail Price (MSRP)',
		name: 'retailPrice',
		...amount,
		clears: true,
		alsoNamed: ['Retail Price', ...retailPriceNames],
	},
	{
		displayName: 'Cost Price',
		name: 'costPrice',
		...amount,
		clears: true,
		alsoNamed: costPriceNames,
	},
]);

/** What else a listing says of itself. */
export const detailColumns = defineColumns([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		maxLength: 250,
		alsoNamed: ['Title', 'Product Name', 'Product Title', 'Item Name', 'Item Title'],
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		clears: true,
		alsoNamed: ['Product Description', 'Long Description', 'Body HTML', 'Body (HTML)'],
	},
	{
		displayName: 'Weight',
		name: 'weight',
		...amount,
		alsoNamed: ['Product Weight', 'Item Weight', 'Shipping Weight'],
	},
	{
		displayName: 'Is Visible',
		name: 'isVisible',
		type: 'boolean',
		default: false,
		alsoNamed: ['Visible', 'Visible on Storefront', 'Published'],
	},
	{
		displayName: 'Availability',
		name: 'availability',
		type: 'options',
		default: 'available',
		options: [
			{ name: 'Available', value: 'available' },
			{ name: 'Disabled', value: 'disabled' },
			{ name: 'Preorder', value: 'preorder' },
		],
		alsoNamed: ['Purchasability'],
	},
	{
		displayName: 'Condition',
		name: 'condition',
		type: 'options',
		default: 'New',
		options: [
			{ name: 'New', value: 'New' },
			{ name: 'Refurbished', value: 'Refurbished' },
			{ name: 'Used', value: 'Used' },
		],
		alsoNamed: ['Product Condition', 'Item Condition'],
	},
	{ displayName: 'Width', name: 'width', ...amount, clears: true },
	{ displayName: 'Height', name: 'height', ...amount, clears: true },
	{ displayName: 'Depth', name: 'depth', ...amount, clears: true, alsoNamed: ['Length'] },
]);

/** What makes a product out of rows, and what only a product as a whole has. */
export const productColumns = defineColumns([
	{
		displayName: 'Product Key',
		name: 'productKey',
		type: 'string',
		default: '',
		alsoNamed: ['Item Group ID', 'Group ID', 'Product Group', 'Parent ID', 'Handle'],
	},
	{
		displayName: 'Parent SKU',
		name: 'parentSku',
		type: 'string',
		default: '',
		maxLength: 255,
		alsoNamed: ['Parent', 'Base SKU'],
	},
	{
		displayName: 'Variant Options',
		name: 'options',
		type: 'string',
		default: '',
		check: toOptions,
	},
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'string',
		default: '',
		check: (given: unknown, label: string) => checkBrandName(asText(given, label), label),
		alsoNamed: ['Brand Name', 'Vendor', 'Manufacturer', 'Maker'],
	},
	{
		displayName: 'Categories',
		name: 'categories',
		type: 'string',
		default: '',
		check: toCategories,
		firstNamed: ['categoryPaths'],
		alsoNamed: ['Category', 'Category Path', 'Category Name', 'Product Category'],
	},
	{
		displayName: 'Images',
		name: 'images',
		type: 'string',
		default: '',
		check: toImages,
		alsoNamed: [
			'Image',
			'Image URL',
			'Image URLs',
			'Image Link',
			'Image Src',
			'Picture',
			'Pictures',
			'Picture URL',
			'Photo',
			'Photos',
		],
	},
	{
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'string',
		default: '',
		check: toCustomFields,
		alsoNamed: ['Specifications'],
	},
	{
		displayName: 'Metafields',
		name: 'metafields',
		type: 'string',
		default: '',
		check: toMetafields,
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'digital',
		options: [
			{ name: 'Digital', value: 'digital' },
			{ name: 'Physical', value: 'physical' },
		],
	},
	{
		displayName: 'Inventory Tracking',
		name: 'inventoryTracking',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'None', value: 'none' },
			{ name: 'Product', value: 'product' },
			{ name: 'Variant', value: 'variant' },
		],
		alsoNamed: ['Track Inventory'],
	},
]);

const known: ReadonlySet<string> = new Set([
	...[...codeColumns, ...offerColumns, ...detailColumns, ...productColumns].map(({ name }) => name),
	'brandName',
	'inventoryLevel',
	'sku',
]);

/** All other fields of a product, by the names that Product: Create has for them. */
export const furtherColumns: readonly Column[] = asColumns(
	plainFields.filter(({ name }) => !known.has(name)),
);

/** The table of rows that are published, or made into products because the store lacks them. */
export const listingColumns = defineColumns([
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '',
		maxLength: 255,
		firstNamed: ['sku'],
		alsoNamed: ['masterSku', ...skuNames],
	},
	...offerColumns,
	...detailColumns,
	...codeColumns,
	...productColumns,
]);

/** What the form calls a column. */
const labels = new Map<string, string>(
	[...listingColumns, ...furtherColumns].map(({ name, displayName }) => [name, displayName]),
);
export const columnLabel = (name: string): string => labels.get(name) ?? name;

/** A table with the further columns, which the types of its rows leave out. */
export const withFurther = <Columns extends readonly Column[]>(columns: Columns): Columns =>
	[...columns, ...furtherColumns] as unknown as Columns;
