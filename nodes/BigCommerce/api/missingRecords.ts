import type { Batch, Finding, Outcome } from './batch';
import type { BigCommerceError } from './errors';

export interface Absence<Record> {
	/** Which of the records can be written, as far as they and what they name must be in the store. */
	present: (records: Record[]) => Promise<ReadonlySet<Record>>;
	/** The error of a record that cannot. */
	errorOf: (record: Record, refusal: BigCommerceError) => unknown;
}

type Settle<Record, Result> = NonNullable<Batch<Record, Result>['blame']>;

/**
 * Settles what the store does not have. The records of a refused batch are looked up, and as soon as one of them is
 * missing all that are still to be sent: no further batch is refused for that, however many are missing. Batches that
 * are refused at the same time wait for the one look-up.
 */
export function blameMissing<Record, Result>({
	present,
	errorOf,
}: Absence<Record>): Settle<Record, Result> {
	const asked = new Set<Record>();
	const missing = new Set<Record>();
	let turn = Promise.resolve();
	const ask = async (records: Record[]) => {
		const fresh = records.filter((record) => !asked.has(record));
		if (fresh.length === 0) return;
		const there = await present(fresh);
		for (const record of fresh) {
			asked.add(record);
			if (!there.has(record)) missing.add(record);
		}
	};
	const lookUp = async (batch: Record[], open: () => Record[]) => {
		await ask(batch);
		if (batch.some((record) => missing.has(record))) await ask(open());
	};
	return async (refusal, batch, open): Promise<Finding<Record, Result>> => {
		const looking = turn.then(async () => await lookUp(batch, open));
		turn = looking.catch(() => undefined);
		await looking;
		const settled = new Map<Record, Outcome<Result>>();
		for (const record of open())
			if (missing.has(record)) settled.set(record, { error: errorOf(record, refusal) });
		return { settled };
	};
}
