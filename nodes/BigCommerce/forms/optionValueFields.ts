import { defineFields } from '../operation/define';

export const valuesField = defineFields([
	{
		displayName: 'Values',
		name: 'values',
		type: 'string',
		as: 'any',
		default: '',
		placeholder: 'e.g. Small, Medium, Large',
		description:
			'What shoppers choose from, in this order: labels separated by commas, or a list from an expression',
	},
]);

export const defaultValueField = defineFields([
	{
		displayName: 'Preselected Value',
		name: 'preselected',
		type: 'string',
		default: '',
		placeholder: 'e.g. Medium',
		description:
			'Label of the value that is chosen already when the product page opens; swatches have none',
	},
]);

/** Of an option or a modifier that is there. */
export const noDefaultValueField = defineFields([
	{
		displayName: 'No Preselected Value',
		name: 'noPreselected',
		type: 'boolean',
		default: false,
		description: 'Whether no value shall be chosen already when the product page opens',
	},
]);

export const sortOrderField = defineFields([
	{
		displayName: 'Sort Order',
		name: 'sortOrder',
		type: 'number',
		typeOptions: { numberPrecision: 0 },
		default: 0,
		description: 'Place on the product page; lower numbers come first',
	},
]);

const labelField = defineFields([
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Sky blue',
		description: 'What the storefront calls the value',
	},
]);

const newLabelField = defineFields([
	{
		displayName: 'New Label',
		name: 'newLabel',
		type: 'string',
		default: '',
		placeholder: 'e.g. Azure',
		description: 'What the storefront shall call the value from now on; empty keeps its label',
	},
]);

const swatchField = defineFields([
	{
		displayName: 'Swatch',
		name: 'swatch',
		type: 'string',
		default: '',
		placeholder: 'e.g. #87CEEB, #FFFFFF',
		description:
			'Only for swatches: up to three colors in hexadecimal, or the address of an image of the pattern',
	},
]);

const productField = defineFields([
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 111',
		description: 'Only for lists of products: the product that the value stands for',
	},
]);

const priceFields = defineFields([
	{
		displayName: 'Other Adjusters (JSON)',
		name: 'adjusters',
		type: 'json',
		default: '',
		description:
			'The image shown when the value is chosen, or that it cannot be bought, in the names of the API: {"image_url": "…", "purchasing_disabled": {"status": true, "message": "Sold out"}}',
	},
	{
		displayName: 'Price Change',
		name: 'price',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5, -2.50 or 10%',
		description: "What the value adds to the product's price, as an amount or in percent",
	},
]);

const weightField = defineFields([
	{
		displayName: 'Weight Change',
		name: 'weight',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0.2, -1 or 10%',
		description: "What the value adds to the product's weight, as an amount or in percent",
	},
]);

const DETAILS = {
	displayName: 'Value Details',
	name: 'valueDetails',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Value',
	default: {},
} as const;

/** Values with more than a label: those that 'Values' names get the details, others are added behind them. */
export const optionValueDetails = defineFields([
	{
		...DETAILS,
		description: 'Values with more than a label: colors, or products',
		options: [
			{
				displayName: 'Value',
				name: 'value',
				values: [...labelField, ...productField, ...swatchField],
			},
		],
	},
]);

export const optionValueChanges = defineFields([
	{
		...DETAILS,
		description: 'Values to change by their label; one that is missing is added',
		options: [
			{
				displayName: 'Value',
				name: 'value',
				values: [...labelField, ...newLabelField, ...productField, ...swatchField],
			},
		],
	},
]);

export const modifierValueDetails = defineFields([
	{
		...DETAILS,
		description: 'Values with more than a label: prices, weights, colors or products',
		options: [
			{
				displayName: 'Value',
				name: 'value',
				values: [...labelField, ...priceFields, ...productField, ...swatchField, ...weightField],
			},
		],
	},
]);

export const modifierValueChanges = defineFields([
	{
		...DETAILS,
		description: 'Values to change by their label; one that is missing is added',
		options: [
			{
				displayName: 'Value',
				name: 'value',
				values: [
					...labelField,
					...newLabelField,
					...priceFields,
					...productField,
					...swatchField,
					...weightField,
				],
			},
		],
	},
]);
