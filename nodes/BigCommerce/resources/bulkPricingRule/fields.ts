import { defineFields } from '../../operation/define';

/** What a quantity may be worth, to the rules of a product as to the tiers of a price list. */
export const discountTypes = [
	{ name: 'Fixed Price for Each Unit', value: 'fixed' },
	{ name: 'Money Off Each Unit', value: 'price' },
	{ name: 'Percent Off', value: 'percent' },
] as const;

/** Alphabetical, as n8n lists what can be added. */
export const ruleFields = defineFields([
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description:
			"Money off, percent off or the new price, by the discount type. Money is in the store's default currency; 10 means 10%, which BigCommerce and the output write as 0.1.",
	},
	{
		displayName: 'Discount Type',
		name: 'type',
		type: 'options',
		options: [...discountTypes],
		default: 'percent',
		description:
			'What the shopper gets for the quantity. A fixed price is possible from 2 units up.',
	},
	{
		displayName: 'Maximum Quantity',
		name: 'quantityMax',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Largest quantity that the rule is for; 0 means without end',
	},
	{
		displayName: 'Minimum Quantity',
		name: 'quantityMin',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 10,
		description: 'Smallest quantity that the rule is for',
	},
]);

const [amountField, typeField, maximumField, minimumField] = ruleFields;

/** As one fills in a rule: from which quantity, to which, and what is off then. */
export const ruleInOrder = [minimumField, maximumField, typeField, amountField] as const;
