import { defineFields } from '../operation/define';

/** What a product and a variant are both told, under the same names. */
export const amountFields = defineFields([
	{
		displayName: 'Cost Price',
		name: 'costPrice',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'What the product costs you; it is shown nowhere in the store',
	},
	{
		displayName: 'MSRP',
		name: 'retailPrice',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Retail price, shown beside the price on the product page',
	},
	{
		displayName: 'Sale Price',
		name: 'salePrice',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Counts instead of the price; 0 ends the sale',
	},
]);

export const shippingFields = defineFields([
	{
		displayName: 'Depth',
		name: 'depth',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "Depth of the parcel in the store's unit of length",
	},
	{
		displayName: 'Fixed Shipping Price',
		name: 'fixedCostShippingPrice',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'What its shipping costs, whatever the shipping methods would ask',
	},
	{
		displayName: 'Free Shipping',
		name: 'isFreeShipping',
		type: 'boolean',
		default: false,
		description: 'Whether its shipping costs nothing',
	},
	{
		displayName: 'Height',
		name: 'height',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "Height of the parcel in the store's unit of length",
	},
	{
		displayName: 'Width',
		name: 'width',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "Width of the parcel in the store's unit of length",
	},
]);

/** Stock and what identifies a thing. */
export const stockFields = defineFields([
	{
		displayName: 'Bin Picking Number (BPN)',
		name: 'binPickingNumber',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. A-12-3',
		description: 'Where in the warehouse it lies',
	},
	{
		displayName: 'Low Stock Level',
		name: 'inventoryWarningLevel',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description:
			'Stock at which the store owner is told; it has an effect only where stock is tracked',
	},
	{
		displayName: 'Stock',
		name: 'inventoryLevel',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description:
			"Stock at the default location, which BigCommerce changes with a short delay. It has an effect only where stock is tracked at this level. For other locations and many changes use the resource 'Inventory'.",
	},
	{
		displayName: 'UPC/EAN',
		name: 'upc',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. 012345678905',
		description: 'Bar code, up to 14 characters',
	},
]);

/** A batch of variants does not take them (product-variants_catalog.v3.yml). */
export const numberFields = defineFields([
	{
		displayName: 'GTIN',
		name: 'gtin',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. 00012345600012',
		description: 'Global trade item number, up to 14 characters',
	},
	{
		displayName: 'MPN',
		name: 'mpn',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. NP-77-B',
		description: 'Manufacturer part number',
	},
]);
