import { TAKEN_APART, type Batch, type Outcome } from './batch';
import { BigCommerceError, refused, retold, type Task } from './errors';
import { several } from './several';
import type { Answer } from './answers';

/** A batch that is refused again and again after it was mended is halved. */
const MOST_MENDINGS = 3;
/** Refusals that meet every further request, too. */
const OF_ALL = new Set([401, 403]);

/** The batches of one call of `sendInBatches`, and what became of its records so far. */
class Sending<Record, Result> implements Iterable<number[]> {
	private readonly records: readonly Record[];
	private readonly batch: Batch<Record, Result>;
	private readonly known: Array<Outcome<Result> | undefined>;
	private readonly places: Map<Record, number>;
	/** Records that are to be sent yet: by themselves, and together with others. */
	private readonly alone: number[] = [];
	private readonly together: number[] = [];
	private next = 0;
	private refusedForAll: unknown;
	/** What batches that were taken apart turned out to hold. */
	private readonly apart = { good: 0, bad: 0 };

	constructor(records: readonly Record[], batch: Batch<Record, Result>) {
		this.records = records;
		this.batch = batch;
		this.known = new Array<Outcome<Result> | undefined>(records.length);
		this.places = new Map(records.map((record, index) => [record, index]));
		for (const [index, record] of records.entries())
			(batch.alone?.(record) ? this.alone : this.together).push(index);
	}

	outcomes(): Array<Outcome<Result>> {
		return Array.from(this.known, (outcome, index) =>
			outcome ? this.told(outcome, index) : { error: this.ended },
		);
	}

	/** A refusal of one record tells of this one, not of the batch that it was in. */
	private told(outcome: Outcome<Result>, index: number): Outcome<Result> {
		const { task, taskOf } = this.batch;
		const { error } = outcome;
		const isOfThis =
			error instanceof BigCommerceError && error.task === task && isOfOneRecord(error);
		return taskOf && isOfThis
			? { error: retold(error, taskOf(this.records[index] as Record)) }
			: outcome;
	}

	/** Why nothing more is sent. */
	private get ended(): unknown {
		const { signal } = this.batch.client;
		return signal?.aborted ? signal.reason : this.refusedForAll;
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
		while (indexes.length < this.batch.size && this.next < this.together.length) {
			const index = this.together[this.next++] as number;
			if (this.isOpen(index)) indexes.push(index);
		}
		return indexes;
	}

	private readonly isOpen = (index: number) => this.known[index] === undefined;

	private recordsAt(indexes: readonly number[]): Record[] {
		return indexes.map((index) => this.records[index] as Record);
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
		const { batch } = this;
		let answer: Answer;
		try {
			answer = await batch.send(this.recordsAt(indexes));
		} catch (refusal) {
			return refusal;
		}
		let confirmed = 0;
		for (const index of indexes) {
			const result = batch.resultOf(answer.body, this.records[index] as Record);
			if (result === undefined) continue;
			this.known[index] = { result };
			confirmed++;
		}
		if (confirmed > 0) batch.client.wrote(confirmed);
		if (confirmed === indexes.length) return undefined;
		return answer.status === 207 ? refused(207, answer.body, batch) : unconfirmed(batch);
	}

	/** Notes what is found out about a refusal; answers whether something was mended. */
	private async blame(refusal: BigCommerceError, indexes: number[]): Promise<boolean> {
		const { batch } = this;
		if (!batch.blame) return false;
		const open = () => this.records.filter((_record, index) => this.isOpen(index));
		// A look-up that fails finds nothing out; halving still does.
		const [finding] = await Promise.allSettled([
			batch.blame(refusal, this.recordsAt(indexes), open),
		]);
		if (finding.status === 'rejected') return false;
		for (const [record, outcome] of finding.value.settled) {
			const index = this.places.get(record);
			if (index !== undefined && this.isOpen(index)) this.known[index] = outcome;
		}
		return finding.value.mended ?? false;
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

/**
 * Sends records in the largest batches, several at a time, and answers in the order of the input. A batch that was
 * refused or done only in part is taken apart until the bad record is found: it alone carries the error. What an
 * answer confirmed is never sent again.
 */
export async function sendInBatches<Record, Result>(
	records: readonly Record[],
	batch: Batch<Record, Result>,
): Promise<Array<Outcome<Result>>> {
	const sending = new Sending(records, batch);
	const atOnce = batch.inOrder ? 1 : undefined;
	await several(sending, async (indexes) => await sending.send(indexes), atOnce);
	return sending.outcomes();
}
