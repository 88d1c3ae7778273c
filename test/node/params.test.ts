import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { runNode } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

/** What the form's SKU comes to for an item, as the API would be told. */
async function skuOf(sku: string, item: object): Promise<unknown> {
	const [output] = await runNode(
		store.credential,
		{ resource: 'inventory', operation: 'set', sku, quantity: '1', location: 1 },
		{ items: [item], onError: 'continueRegularOutput' },
	);
	const [sent] = store.exchanges;
	store.exchanges.length = 0;
	return sent
		? (sent.requestBody as { items: Array<{ sku: string }> }).items[0]?.sku
		: output?.json.error;
}

describe('a field of the form', () => {
	const item = {
		sku: 'A-1',
		'item no': 'B-2',
		nested: { sku: 'C-3' },
		'a"b': 'D-4',
		constructor: undefined,
	};

	it.each([
		['={{ $json.sku }}', 'A-1'],
		['={{$json.sku}}', 'A-1'],
		['={{ $json["item no"] }}', 'B-2'],
		["={{ $json['item no'] }}", 'B-2'],
		['={{ $json["a\\"b"] }}', 'D-4'],
		['={{ $json.nested.sku }}', 'C-3'],
		['={{ $json.sku.toLowerCase() }}', 'a-1'],
		['={{ $json.sku }}-X', 'A-1-X'],
		['={{ $json.sku + $json.nested.sku }}', 'A-1C-3'],
		['={{ $input.item.json.sku }}', 'A-1'],
		['$json.sku', '$json.sku'],
		['A-9', 'A-9'],
	])('%s gives %s', async (sku, expected) => {
		expect(await skuOf(sku, item)).toBe(expected);
	});

	it.each(['={{ $json.missing }}', '={{ $json.constructor }}', '={{ $json["toString"] }}'])(
		'%s is empty where the item has no such field',
		async (sku) => {
			expect(await skuOf(sku, { sku: 'A-1' })).toBe("'SKU' is empty");
		},
	);

	it('is read for each item, and what all share only once', async () => {
		const items = ['A', 'B', 'C'].map((sku, quantity) => ({ sku, quantity }));
		await runNode(
			store.credential,
			{ resource: 'inventory', operation: 'set', location: 2 },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(store.exchanges[0]?.requestBody).toMatchObject({
			items: items.map((item) => ({ ...item, location_id: 2 })),
		});
	});
});
