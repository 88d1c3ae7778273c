import type { FieldValues } from '../../store/catalog/products';
import type { Stored } from '../plan/plannedValues';

/** Prices have four decimals, measures as well; an amount of 0 is what the API calls none (fact sheet 4.1). */
function same(given: unknown, present: unknown): boolean {
	if (present === undefined) return false;
	if (typeof given === 'number') return Math.abs(given - Number(present ?? 0)) < 0.00005;
	const [one, other] = [given, present].map((value) =>
		Array.isArray(value) ? [...(value as unknown[])].sort() : value,
	);
	return JSON.stringify(one) === JSON.stringify(other);
}

const valueOf = (record: object, name: string) => (record as Record<string, unknown>)[name];

/**
 * What of a body the store does not have yet, and will not have by what other items are about to write; what is not
 * known of the store is written. A variant's null means "as the product" (products_catalog.v3.yml).
 */
export function differing(
	body: FieldValues,
	stored: Stored,
	product: object,
	variant?: object,
): FieldValues {
	const isNew = ([name, to]: [string, unknown]) => {
		const inherits = variant === undefined || valueOf(variant, name) === null;
		const owner = inherits ? product : variant;
		const planned = valueOf(owner, name);
		const before = stored.of(owner, name);
		return !same(to, before && same(to, planned) ? before.value : planned);
	};
	return Object.fromEntries(Object.entries(body).filter(isNew));
}
