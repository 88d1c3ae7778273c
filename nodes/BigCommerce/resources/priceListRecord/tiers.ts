import { z } from 'zod';

import { InputError } from '../../api/inputError';
import { numberOrText } from '../../operation/checks';
import { jsonRows } from '../../operation/jsonRows';
import type { BulkTier } from '../../store/pricing/priceRecords';

const whole = (from: number) =>
	numberOrText.refine((value) => Number.isInteger(value) && value >= from, {
		message: `Expected a whole number from ${from} up`,
	});
const schema = z
	.object({
		quantity_min: whole(1),
		// Without a maximum the tier has no end: the API answers null there.
		quantity_max: whole(0).nullish(),
		type: z.enum(['fixed', 'percent', 'price']),
		amount: numberOrText.refine((value) => value >= 0, { message: 'Expected a number from 0 up' }),
	})
	.strict();

const example = '[{"quantityMin": 10, "quantityMax": 49, "type": "percent", "amount": 5}]';

function toTier({ quantity_max: most, ...rest }: z.infer<typeof schema>): BulkTier {
	if (most && most < rest.quantity_min)
		throw new InputError(
			`A bulk pricing tier goes from ${rest.quantity_min} to ${most}`,
			"Give a 'quantityMax' above the minimum, or 0 for no end.",
		);
	// Percents are whole ones here, unlike those of a product's rules (price_lists.v3.yml, example of Get Price List Records).
	if (rest.type === 'percent' && rest.amount > 100)
		throw new InputError(
			`A bulk pricing tier takes ${rest.amount}% off, which is more than the whole price`,
			"Give in 'amount' the percentage that is taken off, for example 10.",
		);
	return most ? { ...rest, quantity_max: most } : rest;
}

/**
 * How the price falls with the quantity, as this node outputs it or as the API has it. The list replaces all present
 * tiers; an empty one takes them away.
 */
export const checkTiers = (given: unknown, label: string): BulkTier[] =>
	jsonRows(given, { label, schema, example }).map(toTier);
