import { objectOf, type JsonObject } from '../http/reading.ts';
import type { PriceTier } from '../records.ts';

export type Errors = Record<string, string>;

export const PRICE_FIELDS = ['price', 'sale_price', 'retail_price', 'map_price'] as const;
const TIER_TYPES = ['fixed', 'price', 'percent'] as const;

export function tierFrom(value: unknown): PriceTier | undefined {
	const { quantity_min, quantity_max = null, type, amount } = objectOf(value);
	const kind = TIER_TYPES.find((known) => known === type);
	if (!kind || typeof amount !== 'number' || amount < 0) return undefined;
	if (typeof quantity_min !== 'number' || !Number.isInteger(quantity_min) || quantity_min < 1)
		return undefined;
	if (quantity_max === null) return { quantity_min, quantity_max, type: kind, amount };
	if (typeof quantity_max !== 'number' || !Number.isInteger(quantity_max)) return undefined;
	return quantity_max < quantity_min
		? undefined
		: { quantity_min, quantity_max, type: kind, amount };
}

/** What is wrong with the prices of a row; nothing if they can be written. */
export function priceErrors(row: JsonObject): Errors {
	const errors: Errors = {};
	for (const name of PRICE_FIELDS) {
		const value = row[name];
		if (value !== undefined && value !== null && (typeof value !== 'number' || value < 0))
			errors[name] = `${name} must be a number of 0 or more`;
	}
	const tiers = row.bulk_pricing_tiers;
	if (tiers !== undefined && !(Array.isArray(tiers) && tiers.every((tier) => tierFrom(tier))))
		errors.bulk_pricing_tiers = 'bulk_pricing_tiers are not valid';
	return errors;
}
