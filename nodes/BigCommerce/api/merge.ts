import { TAKEN_APART, type Outcome } from './batch';
import { BigCommerceError } from './errors';
import { groupedBy } from './grouped';

export interface Merging<Record, Result> {
	/** Names what a record is about; records with one key are about the same thing. */
	keyOf: (record: Record) => string | number;
	/** One record out of two with the same key; what the later one says counts. */
	merge: (earlier: Record, later: Record) => Record;
	/** Sends records that all have different keys. */
	send: (records: Record[]) => Promise<Array<Outcome<Result>>>;
}

/**
 * Two changes of one thing must not race, and no batch holds it twice: they are sent as one change. Where that one is
 * refused, its parts are sent one after the other, so that the bad one alone carries the error.
 */
export async function sendMerged<Record, Result>(
	records: readonly Record[],
	{ keyOf, merge, send }: Merging<Record, Result>,
): Promise<Array<Outcome<Result>>> {
	const groups = groupedBy([...records.keys()], (index) => keyOf(records[index] as Record));
	const at = (index: number) => records[index] as Record;
	const members = [...groups.values()];
	const merged = await send(members.map((indexes) => indexes.map(at).reduce(merge)));
	const outcomes = new Array<Outcome<Result>>(records.length);
	await Promise.all(
		members.map(async (indexes, position) => {
			const together = merged[position] as Outcome<Result>;
			if (indexes.length === 1 || !mayBeOfOne(together.error)) {
				for (const index of indexes) outcomes[index] = together;
				return;
			}
			for (const index of indexes) {
				const [own] = await send([at(index)]);
				outcomes[index] = own as Outcome<Result>;
			}
		}),
	);
	return outcomes;
}

/** A missing record (404) is the fault of all its changes alike. */
const mayBeOfOne = (error: unknown) =>
	error instanceof BigCommerceError && error.status !== 404 && TAKEN_APART.has(error.status ?? 0);
