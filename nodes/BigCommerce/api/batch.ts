import type { Answer } from './retry';
import { BigCommerceError, refused, type Doing } from './errors';

/** What became of one record of a batch. */
export type Outcome<Result> =
	{ result: Result; error?: undefined } | { result?: undefined; error: unknown };

export interface Batch<Record, Result> extends Doing {
	/** The endpoint's cap on records a request (fact sheet 4.0). */
	size: number;
	/** Sends some of the records; throws a BigCommerceError when the request was refused. */
	send: (records: Record[]) => Promise<Answer>;
	/** Finds each record's own part of the answer, by id or SKU: rows may be missing or in another order. */
	resultOf: (body: unknown, record: Record) => Result | undefined;
	/**
	 * Tells which of the records a refusal is about, and what to say of each: read from the refusal, or looked up once.
	 * The others are sent again together. Where it blames none, halves are tried.
	 */
	blame?: (refusal: BigCommerceError, records: Record[]) => Promise<Map<Record, unknown>>;
	/** Ends the work between two requests. */
	signal?: AbortSignal;
}

/** Refusals that may be the fault of one record among many; 404 is a missing id in a batch update. */
const TAKEN_APART = new Set([400, 404, 409, 413, 422]);

/**
 * Sends records in the largest batches, several at a time, and answers in the order of the input. A batch that was
 * refused or done only in part is taken apart until the bad record is found: it alone carries the error. What an
 * answer confirmed is never sent again.
 */
export async function sendInBatches<Record, Result>(
	records: readonly Record[],
	batch: Batch<Record, Result>,
): Promise<Array<Outcome<Result>>> {
	const outcomes = new Array<Outcome<Result>>(records.length);
	const chunks: number[][] = [];
	for (let start = 0; start < records.length; start += batch.size) {
		const end = Math.min(start + batch.size, records.length);
		chunks.push(Array.from({ length: end - start }, (_, offset) => start + offset));
	}
	await Promise.all(
		chunks.map(async (indexes) => await sendChunk(records, indexes, batch, outcomes)),
	);
	return outcomes;
}

async function sendChunk<Record, Result>(
	records: readonly Record[],
	indexes: number[],
	batch: Batch<Record, Result>,
	outcomes: Array<Outcome<Result>>,
): Promise<void> {
	batch.signal?.throwIfAborted();
	let missing: number[];
	let reason: unknown;
	try {
		const answer = await batch.send(indexes.map((index) => records[index] as Record));
		missing = indexes.filter((index) => {
			const result = batch.resultOf(answer.body, records[index] as Record);
			if (result !== undefined) outcomes[index] = { result };
			return result === undefined;
		});
		reason = answer.status === 207 ? refused(207, answer.body, batch) : unconfirmed(batch);
	} catch (error) {
		batch.signal?.throwIfAborted();
		missing = indexes;
		reason = error;
	}
	if (missing.length === 0) return;
	const divisible = reason instanceof BigCommerceError && isOfOneRecord(reason);
	if (!divisible || (missing.length === 1 && !batch.blame)) {
		for (const index of missing) outcomes[index] = { error: reason };
		return;
	}
	const blamed = await blamedBy(reason as BigCommerceError, records, missing, batch);
	if (blamed.size > 0) {
		for (const [index, error] of blamed) outcomes[index] = { error };
		const others = missing.filter((index) => !blamed.has(index));
		if (others.length > 0) await sendChunk(records, others, batch, outcomes);
		return;
	}
	if (missing.length === 1) {
		outcomes[missing[0] as number] = { error: reason };
		return;
	}
	// Good records that a partial answer left unconfirmed are sent with the bad one's other half, not once more with it.
	const middle = Math.ceil(missing.length / 2);
	await sendChunk(records, missing.slice(0, middle), batch, outcomes);
	await sendChunk(records, missing.slice(middle), batch, outcomes);
}

async function blamedBy<Record, Result>(
	refusal: BigCommerceError,
	records: readonly Record[],
	missing: number[],
	{ blame }: Batch<Record, Result>,
): Promise<Map<number, unknown>> {
	if (!blame) return new Map();
	const byRecord = new Map(missing.map((index) => [records[index] as Record, index]));
	const blamed = await blame(refusal, [...byRecord.keys()]);
	return new Map(
		[...blamed].flatMap(([record, error]) => {
			const index = byRecord.get(record);
			return index === undefined ? [] : [[index, error] as const];
		}),
	);
}

const isOfOneRecord = ({ status }: BigCommerceError) =>
	status === 207 || TAKEN_APART.has(status ?? 0);

const unconfirmed = (doing: Doing) =>
	new BigCommerceError({
		...doing,
		title: 'The answer did not mention this record',
		advice: 'Look at the record in the store before you run this item again.',
	});
