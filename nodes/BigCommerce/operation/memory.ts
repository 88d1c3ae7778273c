import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's own memory of processed items: in its database, so that it holds across restarts and workers. */
export interface Memory {
	/** Remembers the keys and answers those that were not known before. */
	fresh: (keys: string[]) => Promise<Set<string>>;
	/** Answers the keys that were not known before and from now on knows exactly these. */
	replace: (keys: string[]) => Promise<Set<string>>;
	/** Everything counts as new again. */
	forget: () => Promise<void>;
}

/** Beyond so many keys n8n drops the oldest; more are kept only where one run alone needs them. */
const MOST_KEYS = 100_000;

/** The memory of one node; it needs a saved workflow, which n8n itself says when it is missing. */
export function memoryOf({ helpers }: IExecuteFunctions): Memory {
	const fresh = async (keys: string[]) => {
		if (keys.length === 0) return new Set<string>();
		const { new: added } = await helpers.checkProcessedAndRecord(keys, 'node', {
			mode: 'entries',
			maxEntries: Math.max(MOST_KEYS, keys.length),
		});
		return new Set(added.map(String));
	};
	const forget = async () => await helpers.clearAllProcessedItems('node', { mode: 'entries' });
	return {
		fresh,
		forget,
		async replace(keys) {
			const added = await fresh(keys);
			// A crash in between makes the next run report too much, never too little.
			await forget();
			await fresh(keys);
			return added;
		},
	};
}
