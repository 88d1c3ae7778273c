import Table from 'cli-table3';

import { measureRun } from '../support/measure';
import { startStoreProcess } from '../support/storeProcess';

/** Shows what large inputs need beyond themselves and their output; only lost items are asserted. */
const COUNTS = [10_000, 50_000, 100_000];
const operations = {
	'Inventory: Set': { resource: 'inventory', operation: 'set' },
	'Product Variant: Update Many': { resource: 'productVariant', operation: 'updateMany' },
	'Listing: Sync, price and quantity': {
		resource: 'listing',
		operation: 'sync',
		fieldsToSync: ['price', 'quantity'],
	},
};

const rows: string[][] = [];
afterAll(() => {
	const table = new Table({
		head: ['operation', 'items', 'seconds', 'requests', 'peak beyond input and output'],
	});
	table.push(...rows);
	console.log(table.toString());
});

describe.each(Object.entries(operations))('%s', (name, parameters) => {
	it.each(COUNTS)(
		'of %d items',
		async (items) => {
			const store = await startStoreProcess('--products', String(items));
			try {
				const measured = await measureRun({ credential: store.credential, parameters, items });
				expect(measured.outputs).toBe(items);
				const requests = (await store.exchanges()).length;
				rows.push([
					name,
					items.toLocaleString('en'),
					measured.seconds.toFixed(1),
					requests.toLocaleString('en'),
					`${Math.round(measured.peakBytes / 1e6)} MB`,
				]);
			} finally {
				await store.stop();
			}
		},
		600_000,
	);
});
