import { defineOperation, type Run } from '../../operation/define';
import { syncForm } from './syncForm';
import { prepare } from './syncItem';
import { Syncing } from './syncRun';

/** Settings come with the first item that can be read; without one nothing is done at the end. */
const begunIn = (run: Run) => run.once('sync', (): { syncing?: Syncing } => ({}));

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
		const begun = begunIn(run);
		begun.syncing ??= new Syncing(run, first.params);
		return await begun.syncing.stretch(records);
	},
	atEnd: async ({ run, unreadable }) => {
		const { syncing } = begunIn(run);
		return syncing ? await syncing.takeDown({ unreadable }) : [];
	},
});
