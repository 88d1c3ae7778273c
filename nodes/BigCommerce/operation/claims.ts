import type { Memory } from './memory';

/**
 * The keys that the items of one run took for new. n8n learns of them only when the records that they stand for are
 * really output: what fails on the way comes again in the next run.
 */
export class Claims {
	private readonly memory: Memory;
	private readonly taken = new Map<string, number>();

	constructor(memory: Memory) {
		this.memory = memory;
	}

	/** Which of the keys are new and not yet given to another item, in their order. */
	async take(index: number, keys: string[], atMost = keys.length): Promise<Set<string>> {
		const unknown = await this.memory.unknown(keys);
		const claimed = new Set([...unknown].filter((key) => !this.taken.has(key)).slice(0, atMost));
		for (const key of claimed) this.taken.set(key, index);
		return claimed;
	}

	/** The item failed: nothing of it is output. */
	drop(index: number): void {
		for (const [key, item] of this.taken) if (item === index) this.taken.delete(key);
	}

	async keep(): Promise<void> {
		await this.memory.fresh([...this.taken.keys()]);
	}
}
