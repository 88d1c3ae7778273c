import { setImmediate } from 'node:timers/promises';
import { DataDeduplicationService } from 'n8n-core';
import type { ICheckProcessedContextData, IDataDeduplicator } from 'n8n-workflow';

const known = new Map<string, string[]>();
let isKilled = false;

/** A run in which n8n is killed before it takes out of its memory what it was asked to. */
export async function killedAtRemoval(run: () => Promise<unknown>): Promise<void> {
	isKilled = true;
	try {
		await run();
	} finally {
		isKilled = false;
	}
}

const nameOf = ({ workflow, node }: ICheckProcessedContextData, scope: string) =>
	`${workflow.id}/${scope === 'node' ? node?.name : ''}`;

const valuesOf = (context: ICheckProcessedContextData, scope: string) =>
	known.get(nameOf(context, scope)) ?? [];

/**
 * n8n keeps processed items in its database, behind this interface; the real one is used by the n8n tests. Like that
 * one this reads, goes away for a while, and writes all of it back: two uses at once undo each other.
 */
const inProcess: IDataDeduplicator = {
	async checkProcessedAndRecord(items, scope, context, { maxEntries = Infinity }) {
		const before = valuesOf(context, scope);
		const had = new Set(before);
		await setImmediate();
		const added = items.filter((item) => !had.has(String(item)));
		const all = [...before, ...added.map(String)];
		known.set(nameOf(context, scope), all.slice(Math.max(0, all.length - maxEntries)));
		return { new: added, processed: items.filter((item) => had.has(String(item))) };
	},
	async removeProcessed(items, scope, context) {
		if (isKilled) throw new Error('n8n was killed');
		const removed = new Set(items.map(String));
		const left = valuesOf(context, scope).filter((value) => !removed.has(value));
		known.set(nameOf(context, scope), left);
	},
	async clearAllProcessedItems(scope, context) {
		known.delete(nameOf(context, scope));
	},
	async getProcessedDataCount(scope, context) {
		return valuesOf(context, scope).length;
	},
};

let ready: Promise<void> | undefined;

export const useProcessedItems = () => (ready ??= DataDeduplicationService.init(inProcess));
