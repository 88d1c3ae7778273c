import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's own memory of processed items: in its database, so that it holds across restarts and workers. */
export interface Memory {
	/** Remembers the keys and answers those that were not known before. */
	fresh: (keys: string[]) => Promise<Set<string>>;
	/** Answers the keys that are not known, and leaves them so. */
	unknown: (keys: string[]) => Promise<Set<string>>;
	/** Answers the keys that were not known before and from now on knows exactly these. */
	replace: (keys: string[]) => Promise<Set<string>>;
	/** Everything counts as new again. */
	forget: () => Promise<void>;
}

/** Beyond so many keys n8n drops the oldest; more are kept only where one run alone needs them. */
const MOST_KEYS = 100_000;

/** The memory of one node; it needs a saved workflow, which n8n itself says when it is missing. */
export function memoryOf({ helpers }: IExecuteFunctions): Memory {
	let last: Promise<unknown> = Promise.resolve();
	/** n8n reads and writes its memory without a lock: two uses at once would undo each other. */
	const inTurn = async <T>(use: () => Promise<T>): Promise<T> => {
		const using = last.then(use);
		last = using.catch(() => undefined);
		return await using;
	};
	const record = async (keys: string[], maxEntries = Math.max(MOST_KEYS, keys.length)) => {
		if (keys.length === 0) return new Set<string>();
		const { new: added } = await helpers.checkProcessedAndRecord(keys, 'node', {
			mode: 'entries',
			maxEntries,
		});
		return new Set(added.map(String));
	};
	const clear = async () => await helpers.clearAllProcessedItems('node', { mode: 'entries' });
	return {
		fresh: async (keys) => await inTurn(async () => await record(keys)),
		// n8n has no question without a record, so that what it took for new is taken out again.
		unknown: async (keys) =>
			await inTurn(async () => {
				const added = await record(keys, MOST_KEYS + keys.length);
				if (added.size > 0) await helpers.removeProcessed([...added], 'node', { mode: 'entries' });
				return added;
			}),
		replace: async (keys) =>
			await inTurn(async () => {
				const added = await record(keys);
				// A crash in between makes the next run report too much, never too little.
				await clear();
				await record(keys);
				return added;
			}),
		forget: async () => await inTurn(clear),
	};
}
