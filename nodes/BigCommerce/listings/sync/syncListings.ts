import { defineOperation } from '../../operation/define';
import { syncForm } from './syncForm';
import { prepare, type Prepared } from './syncItem';
import { Syncing } from './syncRun';

export const sync = defineOperation({
	value: 'sync',
	name: 'Sync',
	action: 'Sync listings',
	description:
		'Bring prices, stock and other values in line with the input; only what differs is written',
	scope: 'products:modify',
	optionalScopes: ['inventory:modify', 'locations:read'],
	fields: syncForm,
	inBatches: {
		prepare,
		begin: (given) => {
			let syncing: Syncing | undefined;
			given.atEnd(async (ended) => (syncing ? await syncing.takeDown(ended) : []));
			return async (prepared: Prepared[]) => {
				const [first] = prepared;
				if (!first) return [];
				syncing ??= new Syncing(given, first.params);
				return await syncing.stretch(prepared);
			};
		},
	},
});
