import { z } from 'zod';

import { defineFields } from '../../operation/define';
import { numberOrText } from '../../operation/checks';
import { InputError } from '../../api/inputError';
import { jsonRows } from '../../operation/jsonRows';
import type { ParamsOf } from '../../operation/params';
import { discountTypes } from '../../forms/bulkPricingRuleFields';
import type { BulkTier } from '../../store/pricing/priceRecords';

const tier = defineFields([
	{
		displayName: 'Minimum Quantity',
		name: 'quantityMin',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'How many a shopper must buy for this tier',
	},
	{
		displayName: 'Maximum Quantity',
		name: 'quantityMax',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Up to how many this tier holds; 0 means without end',
	},
	{
		displayName: 'Discount Type',
		name: 'type',
		type: 'options',
		options: [...discountTypes],
		default: 'percent',
		description: 'What the shopper gets for the quantity',
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 5,
		description:
			'Money off, percent off or the new price, by the discount type. Money is in the currency of the record; 10 means 10%.',
	},
]);

/** Two ways to give tiers: row by row, or as JSON out of another node. */
export const tierFields = defineFields([
	{
		displayName: 'Bulk Pricing Tiers',
		name: 'bulkPricingTiers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Tier',
		default: {},
		description: 'How the price falls with the quantity; replaces all present tiers',
		options: [{ displayName: 'Tier', name: 'tier', values: [...tier] }],
	},
	{
		displayName: 'Bulk Pricing Tiers (JSON)',
		name: 'bulkPricingTiersJson',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{"quantityMin": 10, "quantityMax": 49, "type": "percent", "amount": 5}]',
		description:
			"The same as a list, in the form of this node's own output or of the API; an empty list takes all tiers away",
	},
]);

const whole = (from: number) =>
	numberOrText.refine((value) => Number.isInteger(value) && value >= from, {
		message: `Expected a whole number from ${from} up`,
	});
const tierSchema = z
	.object({
		quantity_min: whole(1),
		// Without a maximum the tier has no end: the API answers null there.
		quantity_max: whole(0).nullish(),
		type: z.enum(['fixed', 'percent', 'price']),
		amount: numberOrText.refine((value) => value >= 0, { message: 'Expected a number from 0 up' }),
	})
	.strict();

const tierRows = {
	schema: tierSchema,
	example: '[{"quantityMin": 10, "quantityMax": 49, "type": "percent", "amount": 5}]',
};

function toTier({ quantity_max: most, ...rest }: z.infer<typeof tierSchema>): BulkTier {
	if (most && most < rest.quantity_min)
		throw new InputError(
			`A bulk pricing tier goes from ${rest.quantity_min} to ${most}`,
			"Give a 'Maximum Quantity' above the minimum, or 0 for no end.",
		);
	// Percents are whole ones here, unlike those of a product's rules (price_lists.v3.yml, example of Get Price List Records).
	if (rest.type === 'percent' && rest.amount > 100)
		throw new InputError(
			`A bulk pricing tier takes ${rest.amount}% off, which is more than the whole price`,
			"Give in 'Amount' the percentage that is taken off, for example 10.",
		);
	return most ? { ...rest, quantity_max: most } : rest;
}

/** Undefined where no tiers were given, so that those of the store stay. */
export function toTiers({
	bulkPricingTiers,
	bulkPricingTiersJson,
}: Partial<ParamsOf<typeof tierFields>>): BulkTier[] | undefined {
	if (bulkPricingTiersJson !== undefined && bulkPricingTiers !== undefined)
		throw new InputError(
			"Tiers are given twice, as 'Bulk Pricing Tiers' and as JSON",
			'Remove one of the two.',
		);
	const [given, label] =
		bulkPricingTiersJson === undefined
			? [bulkPricingTiers?.tier, 'Bulk Pricing Tiers']
			: [bulkPricingTiersJson, 'Bulk Pricing Tiers (JSON)'];
	return given === undefined ? undefined : jsonRows(given, { label, ...tierRows }).map(toTier);
}
