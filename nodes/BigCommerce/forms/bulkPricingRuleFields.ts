import { InputError } from '../api/inputError';
import { apiBody, apiName } from '../operation/apiBody';
import { defineFields } from '../operation/define';
import type { ParamsOf } from '../operation/params';
import { checkRule, type BulkPricingRule } from '../store/catalog/bulkPricingRules';

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

type Given = Partial<ParamsOf<typeof ruleFields>>;

/** What was given of a rule; percents travel as a text of the hundredth part: 10% is "0.1" (products_catalog.v3.yml). */
export function toRule(given: Given, present?: BulkPricingRule): Partial<BulkPricingRule> {
	const rule: Partial<BulkPricingRule> = apiBody(given, ruleFields);
	const type = rule.type ?? present?.type;
	if (type !== 'percent' || rule.amount === undefined) return rule;
	if (Number(rule.amount) > 100)
		throw new InputError(
			`'Amount' is ${rule.amount}%, which is more than the whole price`,
			'Give the percentage that is taken off, for example 10.',
		);
	return { ...rule, amount: String(Number((Number(rule.amount) / 100).toFixed(6))) };
}

/** A new rule takes all that the form asks for; an expression may have left some of it empty. */
export function newRule(given: Given): Omit<BulkPricingRule, 'id'> {
	const rule = toRule(given);
	const lacking = ruleInOrder.find(({ name }) => !(apiName(name) in rule));
	if (!lacking) return checkRule(rule as Omit<BulkPricingRule, 'id'>);
	throw new InputError(
		`'${lacking.displayName}' is empty`,
		'A rule needs both quantities, a discount type and an amount.',
	);
}
