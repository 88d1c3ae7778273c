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
	const apart = members.filter((indexes, position) => {
		const together = merged[position] as Outcome<Result>;
		for (const index of indexes) outcomes[index] = together;
		return indexes.length > 1 && mayBeOfOne(together.error);
	});
	// The first parts of all that were refused, then the second ones: so each waits for the one before it alone.
	for (let turn = 0; ; turn++) {
		const due = apart.flatMap((indexes) => indexes[turn] ?? []);
		if (due.length === 0) return outcomes;
		const own = await send(due.map(at));
		for (const [position, index] of due.entries())
			outcomes[index] = own[position] as Outcome<Result>;
	}
}

/** A missing record (404) is the fault of all its changes alike. */
const mayBeOfOne = (error: unknown) =>
	error instanceof BigCommerceError && error.status !== 404 && TAKEN_APART.has(error.status ?? 0);
