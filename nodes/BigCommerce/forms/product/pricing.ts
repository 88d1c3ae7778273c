import { defineFields } from '../../operation/define';
import { amountFields } from '../sellableFields';

export const pricingFields = defineFields([
	...amountFields,
	{
		displayName: 'Hide Price',
		name: 'isPriceHidden',
		type: 'boolean',
		default: false,
		description:
			"Whether the product page shows no price. It takes the 'Purchasability' Cannot Be Purchased.",
	},
	{
		displayName: 'Label Instead of Price',
		name: 'priceHiddenLabel',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Call us for a quote',
		description: 'Shown where the price is hidden, up to 200 characters',
	},
	{
		displayName: 'MAP',
		name: 'mapPrice',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Minimum advertised price',
	},
	{
		displayName: 'Tax Class ID',
		name: 'taxClassId',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 255, numberPrecision: 0 },
		default: 0,
		description: 'Tax class of the product; ignored where the store has automatic tax',
	},
	{
		displayName: 'Tax Code',
		name: 'productTaxCode',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. PC040100',
		description: "The tax provider's code for this kind of product, such as Avalara's",
	},
]);
