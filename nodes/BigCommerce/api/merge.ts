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
 * refused, its halves are sent one after the other, so that the bad ones alone carry the error, and few of them take few
 * requests however many changes there are.
 */
export async function sendMerged<Record, Result>(
	records: readonly Record[],
	{ keyOf, merge, send }: Merging<Record, Result>,
): Promise<Array<Outcome<Result>>> {
	const at = (index: number) => records[index] as Record;
	const outcomes = new Array<Outcome<Result>>(records.length);
	/** Of each thing what is to be sent yet, in order; what stands together is sent as one. */
	let open = [...groupedBy([...records.keys()], (index) => keyOf(at(index))).values()].map(
		(changes) => [changes],
	);
	// Of each thing one part at a time: so each waits for the one before it alone.
	while (open.length > 0) {
		const due = open.map(([part = []]) => part);
		const sent = await send(due.map((part) => part.map(at).reduce(merge)));
		open = open.flatMap(([part = [], ...later], position) => {
			const together = sent[position] as Outcome<Result>;
			const isDivided = part.length > 1 && mayBeOfOne(together.error);
			if (!isDivided) for (const index of part) outcomes[index] = together;
			const left = [...(isDivided ? halvesOf(part) : []), ...later];
			return left.length > 0 ? [left] : [];
		});
	}
	return outcomes;
}

function halvesOf(part: number[]): number[][] {
	const middle = Math.ceil(part.length / 2);
	return [part.slice(0, middle), part.slice(middle)];
}

/** A missing record (404) is the fault of all its changes alike. */
const mayBeOfOne = (error: unknown) =>
	error instanceof BigCommerceError && error.status !== 404 && TAKEN_APART.has(error.status ?? 0);
