import { DataDeduplicationService } from 'n8n-core';
import type { ICheckProcessedContextData, IDataDeduplicator } from 'n8n-workflow';

const known = new Map<string, Set<string>>();

const setOf = ({ workflow, node }: ICheckProcessedContextData, scope: string) => {
	const key = `${workflow.id}/${scope === 'node' ? node?.name : ''}`;
	const set = known.get(key) ?? new Set<string>();
	known.set(key, set);
	return set;
};

/** n8n keeps processed items in its database, behind this interface; the real one is used by the n8n tests. */
const inProcess: IDataDeduplicator = {
	async checkProcessedAndRecord(items, scope, context) {
		const set = setOf(context, scope);
		const isNew = items.map((item) => !set.has(String(item)));
		for (const item of items) set.add(String(item));
		return {
			new: items.filter((_, index) => isNew[index]),
			processed: items.filter((_, index) => !isNew[index]),
		};
	},
	async removeProcessed(items, scope, context) {
		for (const item of items) setOf(context, scope).delete(String(item));
	},
	async clearAllProcessedItems(scope, context) {
		setOf(context, scope).clear();
	},
	async getProcessedDataCount(scope, context) {
		return setOf(context, scope).size;
	},
};

let ready: Promise<void> | undefined;

export const useProcessedItems = () => (ready ??= DataDeduplicationService.init(inProcess));
