import { defineFields } from '../../operation/define';
import { brandLocator } from '../locators/brand';
import { categoryLocator } from '../locators/category';

/** What almost every product is given, each by itself: some stand at the top of a form, where they may be required. */
export const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Merino Base Layer',
		description: 'Name of the product, up to 250 characters; no two products may share it',
	},
]);

export const productTypes = [
	{ name: 'Digital', value: 'digital' },
	{ name: 'Physical', value: 'physical' },
] as const;

export const typeField = defineFields([
	{
		displayName: 'Product Type',
		name: 'type',
		type: 'options',
		options: [...productTypes],
		default: 'physical',
		description: 'Whether the product is shipped or downloaded',
	},
]);

export const priceField = defineFields([
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			"Default price in the store's default currency, with or without tax as the store is set",
	},
]);

export const weightField = defineFields([
	{
		displayName: 'Weight',
		name: 'weight',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "Shipping weight in the store's unit of weight",
	},
]);

export const categoriesField = defineFields([
	{
		displayName: 'Categories',
		name: 'categories',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Category of the product, picked from the list; by ID also several. They replace all categories that the product has.',
		as: 'ids',
		modes: categoryLocator.modes,
	},
]);

export const brandNameField = defineFields([
	{
		displayName: 'Brand Name',
		name: 'brandName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Northpine',
		description:
			"Name of the brand, whatever its case; a brand that the store lacks is created. Use this or 'Brand'.",
	},
]);

export const visibleField = defineFields([
	{
		displayName: 'Visible on Storefront',
		name: 'isVisible',
		type: 'boolean',
		default: true,
		description: 'Whether shoppers see the product',
	},
]);

export const availabilityField = defineFields([
	{
		displayName: 'Purchasability',
		name: 'availability',
		type: 'options',
		options: [
			{ name: 'Can Be Purchased', value: 'available' },
			{ name: 'Cannot Be Purchased', value: 'disabled' },
			{ name: 'Pre-Order', value: 'preorder' },
		],
		default: 'available',
		description:
			'Whether the product can be bought now, ordered before its release, or only be seen',
	},
]);

export const basicFields = defineFields([
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			"The brand, picked from the list or by ID; the ID 0 takes the brand away. Use this or 'Brand Name'.",
		orNone: true,
		modes: brandLocator[0].modes,
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		clears: true,
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. <p>Warm in winter, cool in summer.</p>',
		description: 'Text of the product page, which may hold HTML',
	},
]);
