import { attempt, type Outcome } from './outcomes';

/** Pieces of work under way at once; how many requests are is up to the pacer. */
const MOST_AT_ONCE = 16;

/** A record as an item names it: by its id, its SKU, its name. */
export type RecordName = string | number | undefined;
export type RecordNames = RecordName | readonly RecordName[];

/**
 * One key for whatever a store may take for the same: `Zoë ` and `ZOE`, `0111` and `111`. Two records that share a key
 * without need only wait for one another.
 */
const keyOf = (name: string | number) =>
	String(name)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.trim()
		.toLowerCase()
		.replace(/^0+(?=\d)/, '');

const keysOf = (names: RecordNames): string[] => [
	...new Set(
		[names]
			.flat()
			.filter((name) => name !== undefined)
			.map(keyOf)
			.filter((key) => key !== ''),
	),
];

/** What of one record is under way. */
interface UnderWay {
	writer?: Promise<void>;
	readers: Array<Promise<void>>;
}

interface Work {
	/** Records that it changes or creates. */
	writes?: RecordNames;
	/** Records that have to be as earlier work leaves them. */
	needs?: RecordNames;
}

/**
 * Does several pieces of work at the same time, each record's in the order in which they were added: two that write one
 * record never race, and what needs a record waits for those that write it.
 */
export class RecordOrder {
	private readonly records = new Map<string, UnderWay>();
	private readonly all: Array<Promise<void>> = [];
	private readonly waiting: Array<() => void> = [];
	private running = 0;

	add({ writes, needs }: Work, work: () => Promise<void>): void {
		const written = keysOf(writes);
		const needed = keysOf(needs).filter((key) => !written.includes(key));
		const before = [
			...written.map((key) => this.of(key)).flatMap(({ writer, readers }) => [writer, ...readers]),
			...needed.map((key) => this.of(key).writer),
		].filter((earlier) => earlier !== undefined);
		const done = Promise.all(before).then(async () => await this.inTurn(work));
		done.catch(() => undefined); // reported by finished()
		for (const key of written) this.records.set(key, { writer: done, readers: [] });
		for (const key of needed) this.of(key).readers.push(done);
		this.all.push(done);
	}

	/** Resolves when all are done; rejects with what a piece of work itself threw. */
	async finished(): Promise<void> {
		await Promise.all(this.all);
	}

	private of(key: string): UnderWay {
		const known = this.records.get(key) ?? { readers: [] };
		this.records.set(key, known);
		return known;
	}

	private async inTurn(work: () => Promise<void>): Promise<void> {
		if (this.running >= MOST_AT_ONCE) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		this.running++;
		try {
			await work();
		} finally {
			this.running--;
			this.waiting.shift()?.();
		}
	}
}

/**
 * Works on several values at a time, in order on those that name one record. After a failure no further one is begun;
 * those under way end first, so that nothing is written behind the error's back.
 */
export async function inRecordOrder<Value>(
	values: Iterable<Value>,
	namesOf: (value: Value) => RecordNames,
	work: (value: Value) => Promise<void>,
	signal?: AbortSignal,
): Promise<void> {
	const order = new RecordOrder();
	let stopped: { reason: unknown } | undefined;
	for (const value of values) {
		order.add({ writes: namesOf(value) }, async () => {
			if (stopped || signal?.aborted) return;
			await work(value).catch((reason: unknown) => (stopped ??= { reason }));
		});
	}
	await order.finished();
	signal?.throwIfAborted();
	if (stopped) throw stopped.reason;
}

/** What becomes of each value, worked on several at a time, in order on those that write or need one record. */
export async function outcomesInOrder<Value, Result>(
	values: readonly Value[],
	orderOf: (value: Value) => Work,
	work: (value: Value) => Promise<Result>,
): Promise<Array<Outcome<Result>>> {
	const order = new RecordOrder();
	const outcomes = new Array<Outcome<Result>>(values.length);
	for (const [at, value] of values.entries())
		order.add(orderOf(value), async () => {
			outcomes[at] = await attempt(async () => await work(value));
		});
	await order.finished();
	return outcomes;
}
