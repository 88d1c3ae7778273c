/** Items under way at once; how many requests are is up to the pacer. */
const MOST_AT_ONCE = 16;

/**
 * Runs items at the same time where that is safe. Items of one lane run in order, so that two items for one record
 * never race; without a lane, reads run freely and writes share one lane.
 */
export class Lanes {
	private readonly lanes = new Map<string | number, Promise<void>>();
	private readonly waiting: Array<() => void> = [];
	private readonly unnamed: 'parallel' | 'serial';
	private running = 0;

	constructor(unnamed: 'parallel' | 'serial') {
		this.unnamed = unnamed;
	}

	add(lane: string | number | undefined, work: () => Promise<void>): void {
		const key = lane ?? (this.unnamed === 'serial' ? '' : this.lanes.size + 0.5);
		const before = this.lanes.get(key) ?? Promise.resolve();
		const done = before.then(async () => await this.inTurn(work));
		done.catch(() => undefined); // reported by finished()
		this.lanes.set(key, done);
	}

	/** Resolves when all are done; rejects with what a piece of work itself threw. */
	async finished(): Promise<void> {
		await Promise.all(this.lanes.values());
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
