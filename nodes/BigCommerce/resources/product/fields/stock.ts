import { defineFields } from '../../../operation/define';

/** Stock and what identifies a thing; a variant has fields of the same names. */
export const stockFields = defineFields([
	{
		displayName: 'Bin Picking Number (BPN)',
		name: 'binPickingNumber',
		type: 'string',
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
		default: '',
		placeholder: 'e.g. 012345678905',
		description: 'Bar code, up to 14 characters',
	},
]);

/** A variant has fields of the same names; a batch of variants does not take them (product-variants_catalog.v3.yml). */
export const numberFields = defineFields([
	{
		displayName: 'GTIN',
		name: 'gtin',
		type: 'string',
		default: '',
		placeholder: 'e.g. 00012345600012',
		description: 'Global trade item number, up to 14 characters',
	},
	{
		displayName: 'MPN',
		name: 'mpn',
		type: 'string',
		default: '',
		placeholder: 'e.g. NP-77-B',
		description: 'Manufacturer part number',
	},
]);

export const trackingField = defineFields([
	{
		displayName: 'Track Inventory',
		name: 'inventoryTracking',
		type: 'options',
		options: [
			{ name: 'No', value: 'none', description: 'Stock is not counted' },
			{ name: 'On the Product Level', value: 'product' },
			{ name: 'On the Variant Level', value: 'variant' },
		],
		default: 'product',
		description: 'Whether stock is counted, and whether each variant has its own',
	},
]);
