import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson } from '../support/runNode';
import { byHand, matchOn } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 2_500 });
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
}

const list = { priceList: { __rl: true, mode: 'id', value: '1' } };
const run = async (operation: string, parameters: object = {}, rest: Run = {}) =>
	await runForJson(
		store.credential,
		{ resource: 'priceListRecord', operation, ...list, ...parameters },
		rest,
	);
const goingOn = { onError: 'continueRegularOutput' } as const;

const variants = () => [...store.state.products.values()].flatMap((product) => product.variants);
/** Variants of the bulk catalogue, none of which has a price in the list yet. */
const bulk = (count: number) =>
	variants()
		.filter(({ sku }) => sku.startsWith('TP-'))
		.slice(0, count);
const record = (variantId: number, currency = 'usd', priceList = 1) =>
	[...store.state.priceRecords.values()].find(
		(one) =>
			one.variant_id === variantId && one.currency === currency && one.price_list_id === priceList,
	);
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);
const sentRows = () =>
	sent('PUT').map(({ requestBody }) => requestBody as Array<Record<string, unknown>>);

describe('Price List Record: Get Many', () => {
	it('answers prices with SKU and tiers, and the untouched answer when asked for', async () => {
		const [first] = [...store.state.priceRecords.values()];
		const [row] = await run('getAll', { limit: 1 });
		expect(row).toEqual({
			priceListId: 1,
			variantId: first?.variant_id,
			productId: first?.product_id,
			sku: variants().find(({ id }) => id === first?.variant_id)?.sku,
			currency: 'usd',
			price: first?.price,
			salePrice: null,
			retailPrice: null,
			mapPrice: null,
			calculatedPrice: first?.price,
			bulkPricingTiers: [{ quantityMin: 10, quantityMax: null, type: 'percent', amount: 5 }],
			dateCreated: expect.stringMatching(/Z$/),
			dateModified: expect.stringMatching(/Z$/),
		});
		const [raw] = await run('getAll', { limit: 1, output: 'raw', options: { include: ['sku'] } });
		expect(raw).toHaveProperty('variant_id');
		expect(raw).not.toHaveProperty('bulk_pricing_tiers');
	});

	it('reads on by cursor to the end', async () => {
		await run(
			'upsert',
			{ currency: 'USD' },
			{ items: bulk(600).map(({ sku }) => ({ sku, price: 3 })) },
		);
		store.exchanges.length = 0;
		const rows = await run('getAll', { returnAll: true });
		expect(new Set(rows.map(({ variantId }) => variantId)).size).toBe(
			store.state.priceRecords.size,
		);
		expect(store.exchanges).toHaveLength(3);
		expect(store.exchanges.map(({ query }) => 'after' in query)).toEqual([false, true, true]);
	});

	it('hands every filter to the store', async () => {
		const present = [...store.state.priceRecords.values()];
		const [first] = present;
		const second = present.find(({ price }) => price !== first?.price);
		const rows = await run('getAll', {
			filters: {
				variantIds: `${first?.variant_id}, ${second?.variant_id}`,
				currencies: 'USD, eur',
				priceFrom: first?.price,
				priceTo: first?.price,
				modifiedAfter: '2020-01-01T00:00:00Z',
			},
		});
		expect(rows).toMatchObject([{ variantId: first?.variant_id }]);
		expect(store.exchanges[0]?.query).toMatchObject({
			'currency:in': 'usd,eur',
			'price:min': String(first?.price),
			'date_modified:min': '2020-01-01T00:00:00.000Z',
			'variant_id:in': `${first?.variant_id},${second?.variant_id}`,
			include: 'bulk_pricing_tiers,sku',
		});
		await expect(run('getAll', { filters: { currencies: 'dollars' } })).rejects.toThrow('dollars');
	});

	it('keeps every address short when several long lists are asked for at once', async () => {
		const [{ product_id, id, sku } = { product_id: 0, id: 0, sku: '' }] = variants();
		const ids = Array.from({ length: 200 }, (_, index) => index + 1_000_000);
		const rows = await run('getAll', {
			returnAll: true,
			filters: { variantIds: [id, ...ids], productIds: [product_id, ...ids], skus: sku },
		});
		expect(rows).toMatchObject([{ variantId: id, sku }]);
		expect(store.exchanges.every(({ status }) => status === 200)).toBe(true);
	});
});

describe('Price List Record: Create or Update', () => {
	it('saves prices by SKU of the input items, all in one request', async () => {
		const [one, other] = bulk(2);
		const output = await run(
			'upsert',
			{
				currency: 'USD',
				...byHand({
					sku: '={{ $json.sku }}',
					price: '={{ $json.price }}',
					salePrice: '={{ $json.sale }}',
					bulkPricingTiers: JSON.stringify([
						{ quantityMin: 5, quantityMax: 9, type: 'price', amount: 0.5 },
						{ quantityMin: 10, quantityMax: 0, type: 'percent', amount: 5 },
					]),
				}),
			},
			{
				items: [
					{ sku: one?.sku, price: '12.50', sale: '' },
					{ sku: other?.sku.toLowerCase(), price: 9, sale: 8.25 },
				],
			},
		);
		expect(output).toEqual([
			expect.objectContaining({
				saved: true,
				priceListId: 1,
				sku: one?.sku,
				currency: 'usd',
				price: 12.5,
			}),
			expect.objectContaining({ price: 9, salePrice: 8.25 }),
		]);
		expect(store.exchanges).toHaveLength(1);
		expect(record(one?.id ?? 0)).toMatchObject({
			price: 12.5,
			sale_price: null,
			bulk_pricing_tiers: [
				{ quantity_min: 5, quantity_max: 9, type: 'price', amount: 0.5 },
				{ quantity_min: 10, quantity_max: null, type: 'percent', amount: 5 },
			],
		});
		expect(record(other?.id ?? 0)).toMatchObject({ price: 9, sale_price: 8.25 });
	});

	it('writes the 1,000 that a request takes, one request at a time', async () => {
		store.setLatency(20);
		const items = bulk(2_400).map(({ id }, index) => ({ variantId: id, price: index / 100 }));
		const output = await run('upsert', { ...matchOn('variantId'), currency: 'usd' }, { items });
		expect(output).toHaveLength(2_400);
		expect(sentRows().map((rows) => rows.length)).toEqual([1_000, 1_000, 400]);
		expect(store.exchanges.every(({ status }) => status === 200)).toBe(true);
		expect(store.maxParallel).toBe(1);
		for (const { variantId, price } of items) expect(record(variantId)?.price).toBe(price);
	});

	it('sends several items for one variant and currency as one record, of which the later wins', async () => {
		const [one] = bulk(1);
		const output = await run(
			'upsert',
			{},
			{
				items: [
					{ sku: one?.sku, price: 5, MSRP: 7, currency: 'USD' },
					{ sku: one?.sku, price: 5, currency: 'EUR' },
					{ sku: one?.sku.toLowerCase(), price: 4, currency: 'usd' },
				],
			},
		);
		expect(sentRows()).toEqual([[expect.anything(), expect.anything()]]);
		expect(record(one?.id ?? 0)).toMatchObject({ price: 4, retail_price: 7 });
		expect(record(one?.id ?? 0, 'eur')).toMatchObject({ price: 5, retail_price: null });
		expect(output).toMatchObject([
			{ price: 4, retailPrice: 7 },
			{ currency: 'eur', price: 5 },
			{ price: 4, retailPrice: 7 },
		]);
	});

	it('writes each list by itself', async () => {
		const [one] = bulk(1);
		await run(
			'upsert',
			{
				priceList: { __rl: true, mode: 'id', value: '={{ $json.list }}' },
				currency: 'USD',
			},
			{
				items: [
					{ list: 1, sku: one?.sku, price: 3 },
					{ list: 2, sku: one?.sku, price: 4 },
				],
			},
		);
		expect(record(one?.id ?? 0)?.price).toBe(3);
		expect(record(one?.id ?? 0, 'usd', 2)?.price).toBe(4);
		expect(sent('PUT').map(({ path }) => path)).toEqual([
			'/v3/pricelists/1/records',
			'/v3/pricelists/2/records',
		]);
	});

	it.each([
		['saves the good ones at once', false, 'PUT GET'],
		['saves nothing of a batch with a bad one', true, 'PUT GET PUT'],
	])('lets the bad alone fail in a store that %s', async (_name, strict, requests) => {
		store.state.settings.strictPriceRecords = strict;
		const items: Array<Record<string, unknown>> = bulk(300).map(({ sku }, index) => ({
			sku,
			price: index + 1,
		}));
		items[7] = { sku: 'NO-SUCH', price: 8 };
		items[42] = { ...items[42], currency: 'XXX' };
		const output = await run('upsert', { currency: 'USD' }, { items, ...goingOn });
		const failed = output.flatMap((row, index) => ('error' in row ? [index] : []));
		expect(failed).toEqual([7, 42]);
		expect(output[7]).toMatchObject({
			error: expect.stringContaining('sku: The variant of this sku does not exist'),
			details: { httpCode: 422 },
		});
		expect(output[42]?.error).toContain('currency: The currency does not exist');
		expect(store.exchanges.map(({ method }) => method).join(' ')).toBe(requests);
		const written = sent('PUT').flatMap(({ status, requestBody, responseBody }) => {
			const { batch_errors = [] } = (responseBody ?? {}) as { batch_errors?: object[] };
			if (strict && status === 422) return [];
			return Array<number>((requestBody as object[]).length - batch_errors.length).fill(1);
		});
		expect(written).toHaveLength(298);
		const priced = bulk(300).map(({ id }) => record(id)?.price);
		expect(priced.filter((price) => price === undefined)).toHaveLength(2);
		expect(priced[299]).toBe(300);
	});

	it('does not take prices that were there before for saved ones', async () => {
		store.state.settings.strictPriceRecords = true;
		const some = bulk(60);
		const items = some.map(({ sku }) => ({ sku, price: 2 }));
		await run('upsert', { currency: 'USD' }, { items });
		for (const { id } of some) {
			const there = record(id);
			if (there) there.date_modified -= 3_600_000;
		}
		const changed = [...items.slice(0, 59), { sku: some[59]?.sku, price: 3 }];
		const bad = { sku: 'NO-SUCH', price: 3 };
		const output = await run(
			'upsert',
			{ currency: 'USD' },
			{ items: [...changed, bad], ...goingOn },
		);
		expect(output.filter((row) => 'error' in row)).toHaveLength(1);
		expect(record(some[59]?.id ?? 0)?.price).toBe(3);
	});

	it('tells nobody that a record was saved when the store is down', async () => {
		store.faults.add({ kind: 'status', status: 401, match: { method: 'PUT' }, times: 10 });
		const items = bulk(3).map(({ sku }) => ({ sku, price: 1 }));
		const output = await run('upsert', { currency: 'USD' }, { items, ...goingOn });
		expect(output.every(({ details }) => (details as { httpCode: number }).httpCode === 401)).toBe(
			true,
		);
		expect(store.exchanges).toHaveLength(1);
	});

	it('sends nothing when an item is wrong, and says which', async () => {
		const items = [
			{ sku: 'A-1', price: 1 },
			{ sku: 'A-2', price: '1,50' },
		];
		await expect(run('upsert', { currency: 'USD' }, { items })).rejects.toThrow('[item 1]');
		expect(store.exchanges).toHaveLength(0);
	});

	it.each([
		[{ sku: '' }, "'SKU' is empty"],
		[{ currency: 'dollar' }, '\'Currency\' is "dollar"'],
		[{ currency: '' }, "'Currency' is empty"],
		[{ price: '' }, 'says nothing to write'],
		[{ salePrice: -1 }, "'Sale Price' is -1"],
		[{ bulkPricingTiers: '{}' }, 'it is not a list'],
		[{ bulkPricingTiers: '[{]' }, 'is not valid JSON'],
		[{ bulkPricingTiers: '[{"quantityMin":0}]' }, 'quantity_min'],
		[
			{ bulkPricingTiers: '[{"quantityMin":9,"quantityMax":5,"type":"percent","amount":1}]' },
			'goes from 9 to 5',
		],
		[
			{ bulkPricingTiers: '[{"quantityMin":9,"type":"percent","amount":101}]' },
			'takes 101% off, which is more than the whole price',
		],
		[{ 'Unit Price': 6 }, "'Price' is given twice"],
	])('refuses %j before anything is sent', async (row, message) => {
		const items = [{ sku: 'A-1', currency: 'USD', price: 5, ...row }];
		await expect(run('upsert', {}, { items })).rejects.toThrow(message);
		expect(store.exchanges).toHaveLength(0);
	});

	it('takes tiers as JSON in its own words or in those of the API, and takes them away', async () => {
		const [one, other] = bulk(2);
		const tiers = [
			[{ quantityMin: 2, type: 'fixed', amount: '3.5' }],
			'[{"quantity_min": 2, "quantity_max": null, "type": "fixed", "amount": 3.5}]',
		];
		const expected = [{ quantity_min: 2, quantity_max: null, type: 'fixed', amount: 3.5 }];
		for (const [index, variant] of [one, other].entries()) {
			const bulkPricingTiers = tiers[index];
			const items = [{ sku: variant?.sku, price: '', bulkPricingTiers }];
			await run('upsert', { currency: 'USD' }, { items });
			expect(record(variant?.id ?? 0)?.bulk_pricing_tiers).toEqual(expected);
		}
		const items = [{ sku: one?.sku, price: 5, bulkPricingTiers: [] }];
		await run('upsert', { currency: 'USD' }, { items });
		expect(record(one?.id ?? 0)).toMatchObject({ price: 5, bulk_pricing_tiers: [] });
	});
});

describe('Price List Record: Delete', () => {
	const seed = async (count: number, currency: string) =>
		await run('upsert', { currency }, { items: bulk(count).map(({ sku }) => ({ sku, price: 1 })) });

	it('deletes the prices of the items and no others, many a request', async () => {
		const before = store.state.priceRecords.size;
		await seed(250, 'USD');
		store.exchanges.length = 0;
		const items = bulk(249).map(({ sku }) => ({ sku }));
		const output = await run('delete', {}, { items });
		expect(output[0]).toEqual({ deleted: true, priceListId: 1, sku: items[0]?.sku });
		expect(store.state.priceRecords.size).toBe(before + 1);
		expect(store.exchanges.length).toBeLessThan(10);
		expect(store.exchanges.every(({ query }) => query['sku:in'])).toBe(true);
	});

	it('deletes by variant, in one currency where one is named', async () => {
		await seed(2, 'USD');
		await seed(2, 'EUR');
		const [one, other] = bulk(2).map(({ id }) => id);
		const byId = matchOn('variantId');
		await run('delete', byId, { items: [{ variantId: one, currency: 'EUR' }] });
		expect([record(one ?? 0)?.price, record(one ?? 0, 'eur')]).toEqual([1, undefined]);
		await run('delete', byId, { items: [{ variantId: other }] });
		expect([record(other ?? 0), record(other ?? 0, 'eur')]).toEqual([undefined, undefined]);
	});

	it('asks for a SKU in each way that items write it', async () => {
		await seed(1, 'USD');
		const [{ id = 0, sku = '' } = {}] = bulk(1);
		const items = [{ sku }, { sku: sku.toLowerCase() }];
		expect(await run('delete', {}, { items })).toMatchObject(items);
		expect(record(id)).toBeUndefined();
	});

	it.each([
		[{ sku: '' }, "'SKU' is empty"],
		[{ sku: ' , ' }, 'comma'],
		[{ variantId: 5 }, "'SKU' is empty"],
		[{ sku: 'A-1', currency: 'dollar' }, '\'Currency\' is "dollar"'],
		[{ sku: 'A-1', list: '' }, "'Price List' is empty"],
	])('never deletes without knowing what (%j)', async (row, message) => {
		const priceList = 'list' in row ? { __rl: true, mode: 'id', value: row.list } : undefined;
		const before = store.state.priceRecords.size;
		await expect(
			run('delete', { ...(priceList && { priceList }) }, { items: [row] }),
		).rejects.toThrow(message);
		expect(store.state.priceRecords.size).toBe(before);
		expect(store.exchanges).toHaveLength(0);
	});
});

describe('Price List Record: answers that are none', () => {
	const rowsOf = (count: number) =>
		bulk(count).map(({ sku }) => ({ sku, currency: 'usd', price: 5 }));

	it.each([
		[204, undefined],
		[200, {}],
		[200, []],
		[207, { data: {}, meta: {} }],
		[207, { batch_errors: [null, { data: null }, { data: { sku: 5, currency: 7 } }] }],
		[422, { batch_errors: [null, { data: null }, { data: { sku: 5, currency: 7 } }] }],
	])('takes no %i with %j for prices that were written', async (status, body) => {
		store.faults.add({ kind: 'status', status, body, match: { method: 'PUT' }, times: Infinity });
		const output = await run('upsert', {}, { items: rowsOf(2), ...goingOn });
		expect(output).toHaveLength(2);
		for (const { error, saved } of output) {
			expect(saved).toBeUndefined();
			expect(error).toMatch(/^BigCommerce could not save/);
			expect(error).not.toMatch(/undefined|null|destructure|not a function|not iterable/);
		}
	});

	it.each([[{}], [{ data: null }], [{ data: {} }], [[null]], [{ data: [null] }]])(
		'says in words what is wrong with a list that is %j',
		async (body) => {
			store.faults.add({
				kind: 'status',
				status: 200,
				body,
				match: { method: 'GET' },
				times: Infinity,
			});
			const [json] = await run('getAll', {}, goingOn);
			expect(String(json?.error ?? '')).not.toMatch(
				/undefined|destructure|not a function|not iterable/,
			);
		},
	);
});
