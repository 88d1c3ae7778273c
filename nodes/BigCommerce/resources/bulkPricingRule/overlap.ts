import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { list } from '../../api/pagination';
import { range, rules, type Rule } from './rules';

type Range = Pick<Rule, 'quantity_min' | 'quantity_max'>;

const end = ({ quantity_max }: Range) => quantity_max || Number.POSITIVE_INFINITY;

const overlaps = (one: Range, other: Range) =>
	one.quantity_min <= end(other) && other.quantity_min <= end(one);

/** A rule whose quantities another one has is refused with 409 (fact sheet 4.3): the error names that other one. */
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
	const others = (await list<Rule>(client, rules(product))).filter(
		(other) => other.id !== rule.id && overlaps(rule, other),
	);
	const named = others.map((other) => `rule ${other.id} for ${range(other)}`).join(' and ');
	throw new BigCommerceError({
		doing: refusal.doing,
		status: 409,
		title: refusal.reason,
		body: refusal.body,
		advice: `The quantities of a product's rules must not overlap: this one is for ${range(rule)}${named ? `, and there is ${named}` : ''}. Choose other quantities, or change or delete the other rule first.`,
	});
}
