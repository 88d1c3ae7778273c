import { sleep } from 'n8n-workflow';

/** Events of one change arrive close together: an order, its status, its stock. */
const BURST_MS = 100;
const MOST_WAITING = 1_000;

/** Reads that begin a moment later, and are shared by all who asked for the same meanwhile. */
export class SharedReads {
	private readonly waiting = new Map<string, Promise<unknown>>();

	/** Nobody joins a read that has begun: it may have seen the record before the change that the later event tells of. */
	async read<T>(key: string, load: () => Promise<T>): Promise<T> {
		const present = this.waiting.get(key) as Promise<T> | undefined;
		if (present) return await present;
		if (this.waiting.size >= MOST_WAITING) return await load();
		const reading = sleep(BURST_MS).then(async () => {
			this.waiting.delete(key);
			return await load();
		});
		this.waiting.set(key, reading);
		return await reading;
	}
}

/** Reads something that others may want as well; what is the same has the same key. */
export type Share = <T>(key: string, load: () => Promise<T>) => Promise<T>;

/** For one event: what it has read once it does not read again. */
export function remembering(share: Share): Share {
	const read = new Map<string, Promise<unknown>>();
	return async <T>(key: string, load: () => Promise<T>) => {
		const reading = (read.get(key) as Promise<T> | undefined) ?? share(key, load);
		read.set(key, reading);
		return await reading;
	};
}
