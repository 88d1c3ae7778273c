import type { Answer } from './answers';
import type { Blame } from './blame';
import type { Call, Worker } from './client';
import { BigCommerceError, refused, withTask, type Task } from './errors';
import { idChunks } from './idChunks';
import { attempt, type Outcome } from './outcomes';
import { several } from './several';

/** How records become requests. */
export interface Batches<Wanted, Result> {
	/** What is asked of the store; all records of a group ask it at one address. */
	call: Call | ((record: Wanted) => Call);
	/** As the call's task, of one record: an error tells of the one that it is about. */
	taskOf?: (record: Wanted) => string;
	/** The endpoint's cap on records a request (API notes 1.11). */
	size?: number;
	/** What names a record in the request's address, where it does: as many go together as fit there. */
	inAddress?: (record: Wanted) => number | string;
	/** Sends some of the records; throws a BigCommerceError when the request was refused. */
	send: (records: Wanted[], call: Call) => Promise<Answer>;
	/** Finds each record's own part of the answer, by id or SKU: rows may be missing or in another order. */
	resultOf: (body: unknown, record: Wanted) => Result | undefined;
	/** Finds out which records a refusal is about. Where it settles and mends nothing, halves are tried. */
	blame?: Blame<Wanted, Result>;
	/** Records that go in a request of their own, because a partial answer would not tell which of several it means. */
	alone?: (record: Wanted) => boolean;
	/** One request after the other, where the endpoint allows no more, or a later batch gains by what an earlier one learnt. */
	inOrder?: boolean;
}

/** Refusals that may be the fault of one record among many; 404 is a missing id in a batch update. */
export const TAKEN_APART = new Set([400, 404, 409, 413, 422]);

/** A batch that is refused again and again after it was mended is halved. */
const MOST_MENDINGS = 3;
/** Refusals that meet every further request, too. */
const OF_ALL = new Set([401, 403]);

/** Records on their way in batches, and what became of them so far. */
class BatchesUnderWay<Wanted, Result> implements Iterable<number[]> {
	private readonly client: Worker;
	private readonly records: readonly Wanted[];
	private readonly batches: Batches<Wanted, Result>;
	private readonly call: Call;
	private readonly size: number;
	private readonly known: Array<Outcome<Result> | undefined>;
	private readonly places: Map<Wanted, number>;
	/** Records that are to be sent yet: by themselves, and together with others. */
	private readonly alone: number[] = [];
	private readonly together: number[] = [];
	private next = 0;
	private refusedForAll: unknown;
	/** What batches that were taken apart turned out to hold. */
	private readonly apart = { good: 0, bad: 0 };

	constructor(client: Worker, records: Wanted[], batches: Batches<Wanted, Result>) {
		const { call, size = records.length, alone } = batches;
		this.client = client;
		this.records = records;
		this.batches = batches;
		this.call = typeof call === 'function' ? call(records[0] as Wanted) : call;
		this.size = size;
		this.known = new Array<Outcome<Result> | undefined>(records.length);
		this.places = new Map(records.map((record, index) => [record, index]));
		for (const [index, record] of records.entries())
			(alone?.(record) ? this.alone : this.together).push(index);
	}

	outcomes(): Array<Outcome<Result>> {
		return Array.from(this.known, (outcome, index) =>
			outcome ? this.ofOne(outcome, index) : { error: this.ended },
		);
	}

	/** A refusal of one record tells of this one, not of the batch that it was in. */
	private ofOne(outcome: Outcome<Result>, index: number): Outcome<Result> {
		const { taskOf } = this.batches;
		const { error } = outcome;
		const isOfThis =
			error instanceof BigCommerceError && error.task === this.call.task && isOfOneRecord(error);
		return taskOf && isOfThis
			? { error: withTask(error, taskOf(this.records[index] as Wanted)) }
			: outcome;
	}

	/** Why nothing more is sent. */
	private get ended(): unknown {
		const { signal } = this.client;
		return signal?.aborted ? (signal.reason as unknown) : this.refusedForAll;
	}

	/** The batches, each made when it is its turn: a refused one may give records back for a later one. */
	[Symbol.iterator](): Iterator<number[]> {
		return {
			next: () => {
				const value = this.ended === undefined ? this.take() : [];
				return value.length > 0 ? { value } : { value: undefined, done: true };
			},
		};
	}

	private take(): number[] {
		const one = this.alone.shift();
		if (one !== undefined) return [one];
		const indexes: number[] = [];
		while (indexes.length < this.size && this.next < this.together.length) {
			const index = this.together[this.next++] as number;
			if (this.isOpen(index)) indexes.push(index);
		}
		return indexes;
	}

	private readonly isOpen = (index: number) => this.known[index] === undefined;

	private recordsAt(indexes: readonly number[]): Wanted[] {
		return indexes.map((index) => this.records[index] as Wanted);
	}

	async send(given: number[], mendings = 0): Promise<void> {
		const indexes = given.filter(this.isOpen);
		if (indexes.length === 0 || this.ended !== undefined) return;
		const refusal = await this.attempt(indexes);
		const missing = indexes.filter((index) => this.known[index]?.result === undefined);
		if (missing.length === 0) return;
		if (!(refusal instanceof BigCommerceError) || !isOfOneRecord(refusal)) {
			for (const index of missing) this.known[index] = { error: refusal };
			if (refusal instanceof BigCommerceError && OF_ALL.has(refusal.status ?? 0))
				this.refusedForAll = refusal;
			return;
		}
		// What another batch found out meanwhile may say enough.
		const isNew = missing.every(this.isOpen);
		const mended = isNew && (await this.blame(refusal, missing));
		const open = missing.filter(this.isOpen);
		if (open.length === 0) return;
		if (open.length < missing.length) for (const index of open) this.together.push(index);
		else if (mended && mendings < MOST_MENDINGS) await this.send(open, mendings + 1);
		else if (open.length === 1) this.known[open[0] as number] = { error: refusal };
		else await this.takeApart(open, mendings);
	}

	/** By halves; one by one where most of what was taken apart before turned out bad, as halves only cost more then. */
	private async takeApart(open: number[], mendings: number): Promise<void> {
		const { good, bad } = this.apart;
		const size = bad > good ? 1 : Math.ceil(open.length / 2);
		// Good records that a partial answer left unconfirmed are sent with the bad one's other half, not once more with it.
		for (let start = 0; start < open.length; start += size) {
			const part = open.slice(start, start + size);
			await this.send(part, mendings);
			if (part.every((index) => this.known[index]?.result !== undefined))
				this.apart.good += part.length;
			else if (part.length === 1) this.apart.bad++;
		}
	}

	/** Sends one batch and notes what the answer confirms; answers what it says against the others. */
	private async attempt(indexes: number[]): Promise<unknown> {
		const { batches, call, client } = this;
		let answer: Answer;
		try {
			answer = await batches.send(this.recordsAt(indexes), call);
		} catch (refusal) {
			return refusal;
		}
		let confirmed = 0;
		for (const index of indexes) {
			const result = batches.resultOf(answer.body, this.records[index] as Wanted);
			if (result === undefined) continue;
			this.known[index] = { result };
			confirmed++;
		}
		if (confirmed > 0) client.wrote(confirmed);
		if (confirmed === indexes.length) return undefined;
		return answer.status === 207 ? refused(207, answer.body, call) : unconfirmed(call);
	}

	/** Notes what is found out about a refusal; answers whether something was mended. */
	private async blame(refusal: BigCommerceError, indexes: number[]): Promise<boolean> {
		const { blame } = this.batches;
		if (!blame) return false;
		const open = () => this.records.filter((_record, index) => this.isOpen(index));
		// A look-up that fails finds nothing out; halving still does.
		const { result: finding } = await attempt(
			async () => await blame(refusal, this.recordsAt(indexes), open),
		);
		for (const [record, outcome] of finding?.settled ?? []) {
			const index = this.places.get(record);
			if (index !== undefined && this.isOpen(index)) this.known[index] = outcome;
		}
		return finding?.mended ?? false;
	}
}

const isOfOneRecord = ({ status }: BigCommerceError) =>
	status === 207 || TAKEN_APART.has(status ?? 0);

const unconfirmed = (task: Task) =>
	new BigCommerceError({
		...task,
		title: 'The answer did not mention this record',
		advice: 'Look at the record in the store before you run this item again.',
	});

/** Each part of the records fits one address. */
function fitting<Wanted>(records: Wanted[], inAddress: (record: Wanted) => number | string) {
	let end = 0;
	return idChunks(records.map(inAddress)).map(({ length }) => records.slice(end, (end += length)));
}

/**
 * Sends records in the largest batches, several at a time, and answers in their order. A batch that was refused or done
 * only in part is taken apart until the bad record is found: it alone carries the error. What an answer confirmed is
 * never sent again. The worker's signal ends the work between two requests; what was not sent then has its reason as
 * the error.
 */
export async function writeBatches<Wanted, Result>(
	client: Worker,
	records: Wanted[],
	batches: Batches<Wanted, Result>,
): Promise<Array<Outcome<Result>>> {
	const parts = batches.inAddress ? fitting(records, batches.inAddress) : [records];
	const outcomes = await several(parts, async (part) => {
		const underWay = new BatchesUnderWay(client, part, batches);
		const atOnce = batches.inOrder ? 1 : undefined;
		await several(underWay, async (places) => await underWay.send(places), atOnce);
		return underWay.outcomes();
	});
	return outcomes.flat();
}
