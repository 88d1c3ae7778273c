import type { Client, Query } from '../api/client';
import { InputError } from '../api/inputError';
import { pages, type Collection } from '../api/pagination';

/** BigCommerce holds names for the same that differ in case only, as it does for brands (API notes 2.1). */
export const sameName = (one: string, other: string) =>
	one.trim().toLowerCase() === other.trim().toLowerCase();

/** Of a name or ID that a person gave: what there is, to choose from. */
export const noneNamed = (
	noun: string,
	wanted: string | number,
	there: ReadonlyArray<{ name: string }>,
) =>
	new InputError(
		`The store has no ${noun} "${String(wanted).slice(0, 60)}"`,
		`It has ${there.map(({ name }) => name).join(', ') || 'none'}. Correct the name, or create the ${noun.split(' ').at(-1)} first.`,
	);

/**
 * The record of this name. `name` may find exactly what was written alone, so `name:like` is asked, which finds parts of
 * names whatever their case; reading ends where the name is found.
 */
export async function findByName<Row extends { name: string }>(
	client: Client,
	collection: Collection,
	name: string,
	filters: Query = {},
): Promise<Row | undefined> {
	const query = { ...filters, 'name:like': name };
	for await (const rows of pages<Row>(client, collection, { query })) {
		const found = rows.find((row) => sameName(row.name, name));
		if (found) return found;
	}
	return undefined;
}
