import type { Query } from '../api/client';
import { idChunks, MOST_CHARACTERS } from '../api/idChunks';
import { InputError } from '../api/inputError';
import { textsOf, toIds } from '../operation/values';

function present<Value>(values: Value[], label: string): Value[] {
	if (values.length > 0) return values;
	throw new InputError(
		`'${label}' is empty`,
		`Give '${label}' at least one value, or remove it to get all.`,
	);
}

/** The ids of a filter that was added; an empty one must not be taken for none and answer everything. */
export const idsIn = (given: unknown, label: string): number[] | undefined =>
	given === undefined ? undefined : present(toIds(given, label), label);

/** Texts such as SKUs, from a list or separated by commas. */
export function textsIn(given: unknown, label: string): string[] | undefined {
	if (given === undefined) return undefined;
	const texts = textsOf(given, ',', label);
	const divided = texts.find((text) => text.includes(','));
	if (divided === undefined) return present(texts, label);
	throw new InputError(
		`'${label}' holds "${divided}", and BigCommerce takes its comma for the end of a value`,
		'Use another filter for it.',
	);
}

/** Filters that were added, each by the API's name. */
export function plainFilters(
	added: Readonly<Record<string, unknown>>,
	names: Readonly<Record<string, string>>,
): Query {
	const query: Query = {};
	for (const [field, name] of Object.entries(names)) {
		const given = added[field];
		if (given !== undefined)
			query[name] =
				given instanceof Date ? given.toISOString() : (given as string | number | boolean);
	}
	return query;
}

/** As many queries as it takes to keep every URL short: each asks for a part of each list. */
export function queriesFor(
	query: Query,
	lists: Record<string, ReadonlyArray<string | number> | undefined>,
): Query[] {
	const given = Object.entries(lists).flatMap(([name, values]) =>
		values ? [{ name, values }] : [],
	);
	const most = Math.floor(MOST_CHARACTERS / Math.max(1, given.length));
	return given.reduce<Query[]>(
		(queries, { name, values }) =>
			idChunks(values, most).flatMap((chunk) => queries.map((one) => ({ ...one, [name]: chunk }))),
		[query],
	);
}

/** BigCommerce sorts the answer to each query by itself: several, one after the other, are in no order. */
export function inOneOrder(queries: Query[], isSorted: boolean): Query[] {
	if (!isSorted || queries.length <= 1) return queries;
	throw new InputError(
		`The filters take ${queries.length} requests, and BigCommerce sorts the records of each by themselves`,
		'Remove the order here, and put a Sort node behind this one.',
	);
}
