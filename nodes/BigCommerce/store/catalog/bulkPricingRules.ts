import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { InputError } from '../../api/inputError';
import { list } from '../../api/pagination';
import { partsOf } from './productParts';

/** A bulk pricing rule as the API gives it (products_catalog.v3.yml). */
export interface BulkPricingRule {
	id: number;
	quantity_min: number;
	/** 0: no end. */
	quantity_max: number;
	type: 'price' | 'percent' | 'fixed';
	amount: number | string;
}

/** At most 50 to a product (API notes 2.11), and the list has no parameters for pages. */
export const rules = partsOf('bulk-pricing-rules', 'bulk pricing rule', 'whole');

/** The API's record does not say whose it is; several products may be read in one run. */
export const ofProduct = (productId: number) => (rule: BulkPricingRule) => ({
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
}: Pick<BulkPricingRule, 'quantity_min' | 'quantity_max'>) =>
	quantity_max === 0 ? `${quantity_min} and more` : `${quantity_min} to ${quantity_max}`;

/** A rule is sent whole, a new one and a changed one. */
export function checkRule<Whole extends Omit<BulkPricingRule, 'id'>>(rule: Whole): Whole {
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

type Range = Pick<BulkPricingRule, 'quantity_min' | 'quantity_max'>;

const end = ({ quantity_max }: Range) => quantity_max || Number.POSITIVE_INFINITY;

const overlaps = (one: Range, other: Range) =>
	one.quantity_min <= end(other) && other.quantity_min <= end(one);

/** A rule whose quantities another one has is refused with 409 (API notes 2.11): the error names that other one. */
export async function explainOverlap<T>(
	client: Client,
	product: number,
	rule: Range & { id?: number },
	write: () => Promise<T>,
): Promise<T> {
	const [writing] = await Promise.allSettled([write()]);
	if (writing.status === 'fulfilled') return writing.value;
	const refusal: unknown = writing.reason;
	if (!(refusal instanceof BigCommerceError) || refusal.status !== 409) throw refusal;
	const others = (await list<BulkPricingRule>(client, rules(product))).filter(
		(other) => other.id !== rule.id && overlaps(rule, other),
	);
	const named = others.map((other) => `rule ${other.id} for ${range(other)}`).join(' and ');
	throw new BigCommerceError({
		task: refusal.task,
		status: 409,
		title: refusal.reason,
		body: refusal.body,
		advice: `The quantities of a product's rules must not overlap: this one is for ${range(rule)}${named ? `, and there is ${named}` : ''}. Choose other quantities, or change or delete the other rule first.`,
	});
}
