import type { FieldValues } from '../../store/catalog/products';
import type { PlannedValues } from '../plan/plannedWrites';

/** A value that is wanted of a record and that it does not have. */
export interface Difference {
	name: string;
	from: unknown;
	to: unknown;
	/** An earlier item is about to write another value. */
	contradicts: boolean;
}

/** The order of a list says nothing, and null is what is empty. */
function comparable(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (Array.isArray(value)) return JSON.stringify([...(value as unknown[])].sort());
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Prices have four decimals, measures as well; an amount of 0 is what the API calls none (API notes 6.3). */
const same = (one: unknown, other: unknown) =>
	typeof one === 'number' || typeof other === 'number'
		? Math.abs(Number(one ?? 0) - Number(other ?? 0)) < 0.00005
		: comparable(one) === comparable(other);

/**
 * Which of the values a product, or a variant of it, does not have yet. What an earlier item is about to write is written
 * for a later one too: it costs nothing, as both are sent as one, and holds if the earlier one is refused.
 */
export function differences(
	wanted: FieldValues,
	planned: PlannedValues,
	product: object,
	variant?: object,
): Difference[] {
	return Object.entries(wanted).flatMap(([name, to]) => {
		// A variant's null means "as the product" (API notes 6.4).
		const isOwn = variant !== undefined && (planned.value(variant, name) ?? null) !== null;
		const owner = isOwn ? variant : product;
		const value = planned.value(owner, name);
		const isPlanned = planned.has(owner, name);
		const from = isPlanned && same(value, to) ? inStore(name, owner, product) : value;
		return same(from, to) ? [] : [{ name, from, to, contradicts: isPlanned && !same(value, to) }];
	});
}

const inStore = (name: string, owner: object, product: object) =>
	(owner as FieldValues)[name] ?? (product as FieldValues)[name];

/** As the API takes them. */
export const toValues = (found: readonly Difference[]): FieldValues =>
	Object.fromEntries(found.map(({ name, to }) => [name, to]));
