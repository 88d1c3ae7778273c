import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { picked } from '../support/products';
import { runNode } from '../support/runNode';
import { byHand } from '../support/tables';

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
		{ resource: 'inventory', operation: 'set', ...byHand({ sku, quantity: '1' }), location: 1 },
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
		['={{ $json.nested?.sku }}', 'C-3'],
		['={{ $json.sku?.length }}', '3'],
		['={{ $json.sku.toLowerCase() }}', 'a-1'],
		['={{ $json.sku }}-X', 'A-1-X'],
		['={{ $json.sku + $json.nested.sku }}', 'A-1C-3'],
		['={{ $input.item.json.sku }}', 'A-1'],
		['$json.sku', '$json.sku'],
		['A-9', 'A-9'],
	])('%s gives %s', async (sku, expected) => {
		expect(await skuOf(sku, item)).toBe(expected);
	});

	it.each([
		'={{ $json.missing }}',
		'={{ $json.missing?.sku }}',
		'={{ $json.nested?.constructor }}',
		'={{ $json.constructor }}',
		'={{ $json["toString"] }}',
	])('%s is empty where the item has no such field', async (sku) => {
		expect(await skuOf(sku, { sku: 'A-1', nested: {} })).toBe("'SKU' is empty");
	});

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

describe('a collection and a picker', () => {
	const sent = async (product: object, updateFields: object, item: object) => {
		await runNode(
			store.credential,
			{ resource: 'product', operation: 'update', product, updateFields },
			{ items: [item] },
		);
		const put = store.exchanges.find(({ method }) => method === 'PUT');
		return (put?.requestBody as object[])[0];
	};
	const [row] = [{ id: 0, sku: '', price: 12.5, 'page title': 'Mugs', tags: ['a', 'b'] }];
	let item: typeof row;
	beforeEach(() => {
		const [product] = [...store.state.products.values()].filter(({ sku }) => sku);
		item = { ...row, id: product?.id ?? 0, sku: product?.sku ?? '' };
	});

	it.each([
		['fields alone', '$json.price', '$json["page title"]', '$json.tags'],
		['other expressions', '$json.price * 1', '$json["page title"].trim()', '$json.tags.slice()'],
	])('are the same from %s', async (_what, price, pageTitle, metaKeywords) => {
		const body = await sent(
			picked('sku', '={{ $json.sku }}'),
			{
				price: `={{ ${price} }}`,
				pageTitle: `={{ ${pageTitle} }}`,
				metaKeywords: `={{ ${metaKeywords} }}`,
				warranty: 'None',
			},
			item,
		);
		expect(body).toEqual({
			id: item.id,
			price: 12.5,
			page_title: 'Mugs',
			meta_keywords: ['a', 'b'],
			warranty: 'None',
		});
	});

	it.each([
		['id', '={{ $json.id }}'],
		['id', '={{ $json.id + 0 }}'],
		['sku', '={{ $json.sku }}'],
		['url', '={{ "https://store-abc.mybigcommerce.com/manage/products/edit/" + $json.id }}'],
	])('a picker is read by %s from %s', async (mode, value) => {
		expect(await sent(picked(mode, value), { price: 3 }, item)).toEqual({ id: item.id, price: 3 });
	});

	it('have their dates as n8n has them', async () => {
		const body = await sent(
			picked('id', '={{ $json.id }}'),
			{ preorderReleaseDate: '={{ $json.date }}', price: '={{ $json.price }}' },
			{ ...item, date: '2027-03-01' },
		);
		expect(body).toMatchObject({
			price: 12.5,
			preorder_release_date: expect.stringMatching(/^2027-0[23]/),
		});
	});
});
