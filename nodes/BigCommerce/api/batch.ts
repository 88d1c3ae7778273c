import type { Worker } from './client';
import type { Answer } from './answers';
import type { BigCommerceError, Task } from './errors';

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

export interface Batch<Record, Result> extends Task {
	/** The endpoint's cap on records a request (API notes 1.11). */
	size: number;
	/** As `task`, of one record: an error tells of the one that it is about. */
	taskOf?: (record: Record) => string;
	/** Sends some of the records; throws a BigCommerceError when the request was refused. */
	send: (records: Record[]) => Promise<Answer>;
	/** Finds each record's own part of the answer, by id or SKU: rows may be missing or in another order. */
	resultOf: (body: unknown, record: Record) => Result | undefined;
	/**
	 * Finds out which records a refusal is about: read from the refusal, or looked up once, and then for all records that
	 * are `open`, so that what is bad in batches to come is left out of them. The others are sent again. Where it settles
	 * and mends nothing, halves are tried.
	 */
	blame?: (
		refusal: BigCommerceError,
		records: Record[],
		open: () => Record[],
	) => Promise<Finding<Record, Result>>;
	/** Records that go in a request of their own, because a partial answer would not tell which of several it means. */
	alone?: (record: Record) => boolean;
	/** One request after the other, where the endpoint allows no more, or a later batch gains by what an earlier one learnt. */
	inOrder?: boolean;
	/** Its signal ends the work between two requests; what was not sent then has the signal's reason as the error. */
	client: Worker;
}

/** Refusals that may be the fault of one record among many; 404 is a missing id in a batch update. */
export const TAKEN_APART = new Set([400, 404, 409, 413, 422]);
