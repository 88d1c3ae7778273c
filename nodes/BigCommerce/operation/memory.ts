import type { IExecuteFunctions } from 'n8n-workflow';

/** How far and how long a memory reaches. */
export interface Reach {
	/** Whether all nodes of the workflow that say so share it; n8n's own Remove Duplicates may be among them. */
	scope?: 'node' | 'workflow';
	/** Beyond so many keys n8n drops the oldest; more are kept only where one run alone needs them. */
	most?: number;
}

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
	/** The same memory with another reach. */
	reaching: (reach: Reach) => Memory;
}

const MOST_KEYS = 100_000;

/** Stands beside a key for as long as it is only asked for. */
const askedFor = (key: string) => `asked for: ${key}`;

const inUse = new Map<string, Promise<unknown>>();

/**
 * n8n reads and writes its memory without a lock: two uses at once would undo each other, and both would take the same
 * key for new. Within this process they wait for each other; n8n's other processes they do not see.
 */
async function inTurn<T>(memory: string, use: () => Promise<T>): Promise<T> {
	const using = (inUse.get(memory) ?? Promise.resolve()).then(use);
	const ended = using.catch(() => undefined);
	inUse.set(memory, ended);
	try {
		return await using;
	} finally {
		if (inUse.get(memory) === ended) inUse.delete(memory);
	}
}

/** The memory of one node; it needs a saved workflow, which n8n itself says when it is missing. */
export function memoryOf(
	context: Pick<IExecuteFunctions, 'getNode' | 'getWorkflow' | 'helpers'>,
	{ scope = 'node', most = MOST_KEYS }: Reach = {},
): Memory {
	const { helpers } = context;
	const name = [context.getWorkflow().id, scope === 'node' ? context.getNode().id : ''].join('/');
	const record = async (keys: string[], maxEntries = Math.max(most, keys.length)) => {
		if (keys.length === 0) return new Set<string>();
		const check = async () =>
			await helpers.checkProcessedAndRecord(keys, scope, { mode: 'entries', maxEntries });
		// Two processes that remember for the very first time clash; the second time the memory is there.
		const { new: added } = await check().catch(check);
		return new Set(added.map(String));
	};
	const clear = async () => await helpers.clearAllProcessedItems(scope, { mode: 'entries' });
	return {
		fresh: async (keys) => await inTurn(name, async () => await record(keys)),
		/**
		 * n8n has no question without a record: what is asked for is taken out again, each in one write together with a
		 * second key that says so. After a crash between the two writes that key is left, and what it stands for counts
		 * as not known: it may come again, but is never lost.
		 */
		unknown: async (keys) =>
			await inTurn(name, async () => {
				const asking = [...keys, ...keys.map(askedFor)];
				const added = await record(asking, most + asking.length);
				const unknown = keys.filter((key) => added.has(key) || !added.has(askedFor(key)));
				const leftOver = [...unknown, ...keys.map(askedFor)];
				if (keys.length > 0) await helpers.removeProcessed(leftOver, scope, { mode: 'entries' });
				return new Set(unknown);
			}),
		replace: async (keys) =>
			await inTurn(name, async () => {
				const added = await record(keys);
				// A crash in between makes the next run report too much, never too little.
				await clear();
				await record(keys);
				return added;
			}),
		forget: async () => await inTurn(name, clear),
		reaching: (reach) => memoryOf(context, { scope, most, ...reach }),
	};
}
