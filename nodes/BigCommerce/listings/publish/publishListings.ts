import { defineFields, defineOperation } from '../../operation/define';
import { toDrafts } from '../model/draft';
import { publishForm, publishOptions } from './publishForm';
import { readItem, type DraftItem } from '../model/draftItem';
import { itemFields, itemForm } from './publishItemFields';
import { publishAll } from './publishDrafts';
import { Report } from '../report/publishReport';

const fields = defineFields([
	...itemForm,
	...publishForm,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...itemFields],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...publishOptions],
	},
]);

export const publish = defineOperation({
	value: 'publish',
	name: 'Publish',
	action: 'Publish listings',
	description:
		'Create products with their variants out of listings, and link, skip or overwrite those that the store has',
	scope: 'products:modify',
	optionalScopes: ['inventory:modify', 'locations:read', 'channels:read'],
	fields,
	allAtOnce: true,
	async *many({ records: rows, run: { client, signal, warn }, fail }) {
		const report = new Report(fail);
		const items = rows.flatMap((row): DraftItem[] => {
			try {
				return [readItem(row)];
			} catch (error) {
				fail(row.item.index, error);
				return [];
			}
		});
		const drafts = toDrafts(items, report.fail);
		const [publishing] = await Promise.allSettled([publishAll({ client, report, signal }, drafts)]);
		if (signal?.aborted) warn(`cancelled; ${report.soFar()}`);
		signal?.throwIfAborted();
		if (publishing.status === 'rejected') report.failRest(items, publishing.reason);
		yield report.all();
	},
});
