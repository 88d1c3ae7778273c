/** Items under way at once; how many requests are is up to the pacer. */
const MOST_AT_ONCE = 16;

/** What a piece of work writes: an id, a SKU, a name; several where it touches several. */
export type Target = string | number | ReadonlyArray<string | number | undefined>;

const UNNAMED = '';

/**
 * One lane for whatever a store may take for the same: `Zoë ` and `ZOE`, `0111` and `111`. Two things that share a lane
 * without need only wait for one another.
 */
const laneOf = (name: string | number) =>
	String(name)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.trim()
		.toLowerCase()
		.replace(/^0+(?=\d)/, '');

const lanesOf = (target: Target): string[] =>
	[target]
		.flat()
		.filter((name) => name !== undefined)
		.map(laneOf)
		.filter((lane) => lane !== UNNAMED);

/**
 * Runs items at the same time where that is safe. Items that share a name run in order, so that two items for one record
 * never race; without a name, reads run freely and writes share one lane.
 */
export class Lanes {
	private readonly lanes = new Map<string, Promise<void>>();
	private readonly all: Array<Promise<void>> = [];
	private readonly waiting: Array<() => void> = [];
	private readonly unnamed: 'parallel' | 'serial';
	private running = 0;

	constructor(unnamed: 'parallel' | 'serial') {
		this.unnamed = unnamed;
	}

	add(target: Target | undefined, work: () => Promise<void>): void {
		const named = target === undefined ? [] : lanesOf(target);
		const keys = named.length > 0 || this.unnamed === 'parallel' ? named : [UNNAMED];
		const before = Promise.all(keys.map((key) => this.lanes.get(key)));
		const done = before.then(async () => await this.inTurn(work));
		done.catch(() => undefined); // reported by finished()
		for (const key of keys) this.lanes.set(key, done);
		this.all.push(done);
	}

	/** Resolves when all are done; rejects with what a piece of work itself threw. */
	async finished(): Promise<void> {
		await Promise.all(this.all);
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
