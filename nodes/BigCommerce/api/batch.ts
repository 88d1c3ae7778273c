import type { Answer } from './retry';
import { BigCommerceError, refused, type Doing } from './errors';

/** What became of one record of a batch. */
export type Outcome<Result> =
	{ result: Result; error?: undefined } | { result?: undefined; error: unknown };

/** What a refusal turned out to be about. */
export interface Finding<Record, Result> {
	/** Records whose fate is known: bad ones with their error, others with what was done about them instead. */
	settled: Map<Record, Outcome<Result>>;
	/** Records were put right, so that the rest is worth sending once more. */
	mended?: boolean;
}

export interface Batch<Record, Result> extends Doing {
	/** The endpoint's cap on records a request (fact sheet 4.0). */
	size: number;
	/** Sends some of the records; throws a BigCommerceError when the request was refused. */
	send: (records: Record[]) => Promise<Answer>;
	/** Finds each record's own part of the answer, by id or SKU: rows may be missing or in another order. */
	resultOf: (body: unknown, record: Record) => Result | undefined;
	/**
	 * Finds out which of the records a refusal is about: read from the refusal, or looked up once. The others are sent
	 * again together. Where it settles and mends nothing, halves are tried.
	 */
	settle?: (refusal: BigCommerceError, records: Record[]) => Promise<Finding<Record, Result>>;
	/** Records that go in a request of their own, because a partial answer would not tell which of several it means. */
	alone?: (record: Record) => boolean;
	/** One request after the other, where the endpoint allows no more, or a later batch gains by what an earlier one learnt. */
	inOrder?: boolean;
	/** Ends the work between two requests. */
	signal?: AbortSignal;
}

/** A batch that is refused again and again after it was mended is halved. */
const MOST_MENDINGS = 3;

/** Refusals that may be the fault of one record among many; 404 is a missing id in a batch update. */
export const TAKEN_APART = new Set([400, 404, 409, 413, 422]);

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
	const send = async (indexes: number[]) => await sendChunk(records, indexes, batch, outcomes);
	const chunks = chunksOf(records, batch);
	if (batch.inOrder) for (const indexes of chunks) await send(indexes);
	else await Promise.all(chunks.map(send));
	return outcomes;
}

function chunksOf<Record, Result>(
	records: readonly Record[],
	{ size, alone = () => false }: Batch<Record, Result>,
): number[][] {
	const together: number[] = [];
	const chunks: number[][] = [];
	for (const [index, record] of records.entries()) {
		if (alone(record)) chunks.push([index]);
		else together.push(index);
	}
	for (let start = 0; start < together.length; start += size)
		chunks.push(together.slice(start, start + size));
	return chunks;
}

async function sendChunk<Record, Result>(
	records: readonly Record[],
	indexes: number[],
	batch: Batch<Record, Result>,
	outcomes: Array<Outcome<Result>>,
	mendings = 0,
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
	if (!(reason instanceof BigCommerceError) || !isOfOneRecord(reason)) {
		for (const index of missing) outcomes[index] = { error: reason };
		return;
	}
	const { settled, mended } = await settledBy(reason, records, missing, batch);
	for (const [index, outcome] of settled) outcomes[index] = outcome;
	const open = missing.filter((index) => !settled.has(index));
	if (open.length === 0) return;
	const again = settled.size > 0 || (mended && mendings < MOST_MENDINGS);
	if (again) await sendChunk(records, open, batch, outcomes, mendings + 1);
	else if (open.length === 1) outcomes[open[0] as number] = { error: reason };
	else {
		// Good records that a partial answer left unconfirmed are sent with the bad one's other half, not once more with it.
		const middle = Math.ceil(open.length / 2);
		await sendChunk(records, open.slice(0, middle), batch, outcomes, mendings);
		await sendChunk(records, open.slice(middle), batch, outcomes, mendings);
	}
}

async function settledBy<Record, Result>(
	refusal: BigCommerceError,
	records: readonly Record[],
	missing: number[],
	{ settle, signal }: Batch<Record, Result>,
): Promise<{ settled: Map<number, Outcome<Result>>; mended?: boolean }> {
	if (!settle) return { settled: new Map() };
	const byRecord = new Map(missing.map((index) => [records[index] as Record, index]));
	// A look-up that fails finds nothing out; halving still does.
	const { settled, mended } = await settle(refusal, [...byRecord.keys()]).catch(
		(): Finding<Record, Result> => {
			signal?.throwIfAborted();
			return { settled: new Map() };
		},
	);
	const outcomes = new Map<number, Outcome<Result>>();
	for (const [record, outcome] of settled) {
		const index = byRecord.get(record);
		if (index !== undefined) outcomes.set(index, outcome);
	}
	return { settled: outcomes, mended };
}

const isOfOneRecord = ({ status }: BigCommerceError) =>
	status === 207 || TAKEN_APART.has(status ?? 0);

const unconfirmed = (doing: Doing) =>
	new BigCommerceError({
		...doing,
		title: 'The answer did not mention this record',
		advice: 'Look at the record in the store before you run this item again.',
	});
