import { defineFields, defineOperation } from '../../operation/define';
import { tableField } from '../../operation/table';
import { toDrafts } from '../model/draft';
import { toDraftItem, type DraftItem, type ListingCells } from '../model/draftItem';
import { listingColumns, withFurther } from '../model/listingColumns';
import { Report } from '../report/publishReport';
import { publishAll } from './publishDrafts';
import { publishForm, publishOptions } from './publishForm';

const fields = defineFields([
	...tableField({
		description:
			'Each input item is a product, or one variant of it: rows that share a product key, or else a name, become one product. Items as Listing: Import outputs them work as they are.',
		columns: withFurther(listingColumns),
	}),
	...publishForm,
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
	prepare: ({ params: { columns, options, ...form }, item }): DraftItem =>
		toDraftItem({
			item,
			cells: columns.values as ListingCells,
			settings: { ...form, ...options },
		}),
	allAtOnce: true,
	async *many({ records: items, run: { client, signal, warn }, fail }) {
		const report = new Report(fail);
		const drafts = toDrafts(items, report.fail);
		const [publishing] = await Promise.allSettled([publishAll({ client, report, signal }, drafts)]);
		if (signal?.aborted) warn(`cancelled; ${report.soFar()}`);
		signal?.throwIfAborted();
		if (publishing.status === 'rejected') report.failRest(items, publishing.reason);
		yield report.all();
	},
});
