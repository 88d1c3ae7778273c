import { choice, whole } from '../http/fieldRules.ts';
import { numberOf } from '../http/reading.ts';
import type { Route } from '../http/routes.ts';
import type { BulkPricingRule } from '../records.ts';
import { ONE_PRODUCT, productOwner, type Owner } from './productOwner.ts';
import { partRoutes } from './partRoutes.ts';
import type { Part, PartConflict } from './productParts.ts';

const endOf = ({ quantity_max }: BulkPricingRule): number =>
	quantity_max === 0 ? Infinity : quantity_max;

/** Bounds that make no range are invalid, ranges that overlap are a conflict (API notes 2.11). */
function conflict(rule: BulkPricingRule, others: BulkPricingRule[]): PartConflict {
	if (endOf(rule) <= rule.quantity_min)
		return [422, { quantity_max: 'quantity_max must be greater than quantity_min, or 0' }];
	if (rule.type === 'fixed' && rule.quantity_min < 2)
		return [422, { quantity_min: 'quantity_min of a fixed rule must be at least 2' }];
	if (Number.isNaN(rule.amount) || rule.amount < 0)
		return [422, { amount: 'amount must be a number of 0 or more' }];
	const overlaps = others.some(
		(other) => rule.quantity_min <= endOf(other) && other.quantity_min <= endOf(rule),
	);
	return overlaps
		? [409, { quantity_min: 'The range overlaps with that of another bulk pricing rule' }]
		: undefined;
}

export const bulkPricingRulePart: Part<Owner, BulkPricingRule> = {
	name: 'bulk pricing rule',
	sequence: 'bulkPricingRule',
	rules: {
		quantity_min: whole(0),
		quantity_max: whole(0),
		type: choice('price', 'percent', 'fixed'),
	},
	required: ['quantity_min', 'quantity_max', 'type', 'amount'],
	most: 50,
	of: ({ product }) => product.bulk_pricing_rules,
	blank: () => ({ quantity_min: 0, quantity_max: 0, type: 'price', amount: 0 }),
	// A number, or a string of one: so is a percentage sent (the specification of the field).
	write: (rule, { amount }) => {
		if (amount !== undefined && amount !== null) rule.amount = numberOf(amount) ?? NaN;
	},
	conflict,
};

export const bulkPricingRuleRoutes: Route[] = partRoutes(bulkPricingRulePart, {
	path: `${ONE_PRODUCT}/bulk-pricing-rules`,
	idName: 'bulk_pricing_rule_id',
	owner: productOwner,
});
