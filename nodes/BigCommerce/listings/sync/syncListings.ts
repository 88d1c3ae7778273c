import { defineOperation, type Run } from '../../operation/define';
import { createUnlisted } from './createUnlisted';
import { syncForm } from './syncForm';
import { prepare } from './syncItem';
import { SyncRun } from './syncRun';

/** Settings come with the first item that can be read; without one nothing is done at the end. */
const stateOf = (run: Run) => run.once('sync', (): { sync?: SyncRun } => ({}));

export const sync = defineOperation({
	value: 'sync',
	name: 'Sync',
	action: 'Sync listings',
	description:
		'Bring prices, stock and other values in line with the input; only what differs is written',
	scope: 'products:modify',
	optionalScopes: ['inventory:modify', 'locations:read'],
	fields: syncForm,
	prepare,
	many: async ({ records, run }) => {
		const [first] = records;
		if (!first) return [];
		const state = stateOf(run);
		state.sync ??= new SyncRun(run, first.params, createUnlisted);
		return await state.sync.chunk(records);
	},
	atEnd: async ({ run, unreadable }) => {
		const { sync: begun } = stateOf(run);
		return begun ? await begun.end({ unreadable }) : [];
	},
});
