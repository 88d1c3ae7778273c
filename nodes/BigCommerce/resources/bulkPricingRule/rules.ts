import { apiBody, apiName } from '../../operation/apiBody';
import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { partsOf } from '../../store/catalog/productParts';
import { ruleFields, ruleInOrder } from './fields';

/** A bulk pricing rule as the API gives it (products_catalog.v3.yml). */
export interface Rule {
	id: number;
	quantity_min: number;
	/** 0: no end. */
	quantity_max: number;
	type: 'price' | 'percent' | 'fixed';
	amount: number | string;
}

/** At most 50 to a product (fact sheet 4.3), and the list has no parameters for pages. */
export const rules = partsOf('bulk-pricing-rules', 'bulk pricing rule', 'whole');

/** The API's record does not say whose it is; several products may be read in one run. */
export const ofProduct = (productId: number) => (rule: Rule) => ({
	id: rule.id,
	productId,
	quantityMin: rule.quantity_min,
	quantityMax: rule.quantity_max,
	type: rule.type,
	amount: Number(rule.amount),
});

export const range = ({
	quantity_min,
	quantity_max,
}: Pick<Rule, 'quantity_min' | 'quantity_max'>) =>
	quantity_max === 0 ? `${quantity_min} and more` : `${quantity_min} to ${quantity_max}`;

type Given = Partial<ParamsOf<typeof ruleFields>>;

/** What was given of a rule; percents travel as a text of the hundredth part: 10% is "0.1" (products_catalog.v3.yml). */
export function toRule(given: Given, present?: Rule): Partial<Rule> {
	const rule: Partial<Rule> = apiBody(given, ruleFields);
	const type = rule.type ?? present?.type;
	if (type !== 'percent' || rule.amount === undefined) return rule;
	if (Number(rule.amount) > 100)
		throw new InputError(
			`'Amount' is ${rule.amount}%, which is more than the whole price`,
			'Give the percentage that is taken off, for example 10.',
		);
	return { ...rule, amount: String(Number((Number(rule.amount) / 100).toFixed(6))) };
}

/** A rule is sent whole, a new one and a changed one. */
export function checkRule<Whole extends Omit<Rule, 'id'>>(rule: Whole): Whole {
	// products_catalog.v3.yml, quantity_min.
	if (rule.type === 'fixed' && rule.quantity_min < 2)
		throw new InputError(
			`'Minimum Quantity' is ${rule.quantity_min}, and a fixed price is possible from 2 units up`,
			"Give 'Minimum Quantity' 2 or more, or choose another 'Discount Type'.",
		);
	if (rule.quantity_max === 0 || rule.quantity_max >= rule.quantity_min) return rule;
	throw new InputError(
		`'Maximum Quantity' is ${rule.quantity_max}, which is less than the minimum of ${rule.quantity_min}`,
		"Give 'Maximum Quantity' 0 for a rule without an end.",
	);
}

/** A new rule takes all that the form asks for; an expression may have left some of it empty. */
export function newRule(given: Given): Omit<Rule, 'id'> {
	const rule = toRule(given);
	const lacking = ruleInOrder.find(({ name }) => !(apiName(name) in rule));
	if (!lacking) return checkRule(rule as Omit<Rule, 'id'>);
	throw new InputError(
		`'${lacking.displayName}' is empty`,
		'A rule needs both quantities, a discount type and an amount.',
	);
}
