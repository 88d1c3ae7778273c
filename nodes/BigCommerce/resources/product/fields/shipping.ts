import { defineFields } from '../../../operation/define';

/** A variant has fields of the same names. */
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
		default: true,
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

export const giftWrappingFields = defineFields([
	{
		displayName: 'Gift Wrapping',
		name: 'giftWrappingOptionsType',
		type: 'options',
		options: [
			{ name: 'All Options of the Store', value: 'any' },
			{ name: 'Chosen Options', value: 'list', description: "Those in 'Gift Wrapping Option IDs'" },
			{ name: 'None', value: 'none' },
		],
		default: 'any',
		description: 'Which gift wrappings a shopper may choose for the product',
	},
	{
		displayName: 'Gift Wrapping Option IDs',
		name: 'giftWrappingOptionsList',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 4',
		description:
			"The gift wrappings to choose from, separated by commas, where 'Gift Wrapping' is Chosen Options",
	},
]);
