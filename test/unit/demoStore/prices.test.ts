import { call, dataOf, startReceiver, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

interface List {
	id: number;
	name: string;
}
interface Price {
	variant_id: number;
	currency: string;
	price?: number;
	calculated_price?: number;
}

const ask = async (method: string, path: string, body?: unknown): Promise<Reply> =>
	await call(shop.store, method, path, body === undefined ? {} : { body });
const read = async (path: string, query: Record<string, string | number> = {}): Promise<Reply> =>
	await call(shop.store, 'GET', path, { query });
const variants = (): Array<{ id: number; sku: string }> =>
	[...shop.store.state.products.values()].flatMap((product) => product.variants);
/** Variants that no list has a price for. */
const free = (count: number): Array<{ id: number; sku: string }> =>
	variants()
		.filter(({ sku }) => sku !== '')
		.slice(-count);
const RECORDS = '/v3/pricelists/1/records';

describe('price lists', () => {
	it('are made, changed and found; names are unique', async () => {
		const made = await ask('POST', '/v3/pricelists', { name: 'Clubs' });
		expect(dataOf(made)).toMatchObject({ name: 'Clubs', active: true });
		const { id } = dataOf<List>(made);
		expect((await ask('POST', '/v3/pricelists', { name: 'Clubs' })).status).toBe(409);
		expect((await ask('POST', '/v3/pricelists', {})).status).toBe(422);
		expect((await ask('PUT', `/v3/pricelists/${id}`, { name: 'Wholesale' })).status).toBe(409);
		const changed = await ask('PUT', `/v3/pricelists/${id}`, { active: false });
		expect(dataOf(changed)).toMatchObject({ name: 'Clubs', active: false });
		const found = await read('/v3/pricelists', { 'name:like': 'lub', 'id:in': `1,${id}` });
		expect(dataOf<List[]>(found).map(({ name }) => name)).toEqual(['Clubs']);
		expect((await read('/v3/pricelists/99')).status).toBe(404);
	});

	it('go with their records and assignments; without a filter all go', async () => {
		const { state } = shop.store;
		const gone = await call(shop.store, 'DELETE', '/v3/pricelists', { query: { 'id:in': 2 } });
		expect(gone.status).toBe(204);
		expect([...state.priceLists.keys()]).toEqual([1]);
		expect(state.priceRecords.size).toBeGreaterThan(5);
		await call(shop.store, 'DELETE', '/v3/pricelists');
		const left = [state.priceLists.size, state.priceRecords.size, state.priceAssignments.size];
		expect(left).toEqual([0, 0, 0]);
	});

	it('answer further deletions with 503 while one runs', async () => {
		shop.store.state.settings.priceDeletionMs = 20_000;
		expect((await ask('DELETE', '/v3/pricelists/2')).status).toBe(204);
		const busy = await ask('DELETE', RECORDS);
		expect(busy.status).toBe(503);
		expect(busy.json).toEqual({
			error: {
				code: 'SERVICE_DEGRADED',
				message: expect.any(String),
				details: expect.any(String),
				retry_after_seconds: 20,
				timestamp: expect.any(String),
			},
		});
		expect((await read(RECORDS)).status).toBe(200);
	});
});

describe('price records', () => {
	it('are listed with filters, and by page or by cursor', async () => {
		const meta = (reply: Reply): object => (reply.json as { meta: object }).meta;
		const first = await read(RECORDS, { limit: 2, include: 'sku,bulk_pricing_tiers' });
		expect(Object.keys(meta(first))).toEqual(['pagination', 'cursor_pagination']);
		expect(meta(first)).not.toHaveProperty('pagination.links');
		expect(dataOf(first)).toMatchObject([
			{ sku: variants()[0]?.sku, bulk_pricing_tiers: [{ type: 'percent' }] },
			{ bulk_pricing_tiers: [] },
		]);
		const { end_cursor } = (meta(first) as { cursor_pagination: { end_cursor: string } })
			.cursor_pagination;
		const next = await read(RECORDS, { limit: 2, after: end_cursor });
		expect(Object.keys(meta(next))).toEqual(['cursor_pagination']);
		const second = await read(RECORDS, { limit: 2, page: 2 });
		expect(Object.keys(meta(second))).toEqual(['pagination']);
		expect(dataOf(second)).toEqual(dataOf(next));
		expect(dataOf<object[]>(second)[0]).not.toHaveProperty('sku');

		const named = variants().slice(0, 2);
		const bySku = await read(RECORDS, { 'sku:in': named.map(({ sku }) => sku).join(',') });
		const byId = await read(RECORDS, { 'variant_id:in': named.map(({ id }) => id).join(',') });
		expect(dataOf<Price[]>(bySku)).toHaveLength(2);
		expect(dataOf(byId)).toEqual(dataOf(bySku));
		expect(dataOf(await read(RECORDS, { currency: 'EUR' }))).toEqual([]);
		expect(
			dataOf<Price[]>(await read(RECORDS, { 'currency:in': 'USD,EUR' })).length,
		).toBeGreaterThan(3);
		const { price = 0 } = dataOf<Price[]>(bySku)[0] ?? {};
		const priced = await read(RECORDS, { 'price:min': price, 'calculated_price:max': price });
		expect(dataOf<Price[]>(priced).every((row) => row.price === price)).toBe(true);
	});

	it('are upserted by variant or SKU, row by row', async () => {
		const [a, b, c] = free(3);
		const tiers = [{ quantity_min: 5, quantity_max: 9, type: 'fixed', amount: 3 }];
		const rows = [
			{ variant_id: a?.id, currency: 'USD', price: 10, sale_price: 8 },
			{ sku: b?.sku.toLowerCase(), currency: 'eur', price: 11, bulk_pricing_tiers: tiers },
			{ variant_id: 999_999, currency: 'USD', price: 1 },
			{ sku: 'NOWHERE', currency: 'USD', price: 1 },
			{ variant_id: c?.id, currency: 'XYZ', price: -1 },
			{ currency: 'USD', price: 1 },
		];
		const reply = await ask('PUT', RECORDS, rows);
		expect(reply.status).toBe(422);
		expect(reply.json).toEqual({
			batch_errors: [
				{
					data: { price_list_id: 1, variant_id: 999_999, currency: 'USD' },
					field_errors: { variant_id: expect.any(String) },
				},
				{
					data: { price_list_id: 1, sku: 'NOWHERE', currency: 'USD' },
					field_errors: { sku: expect.any(String) },
				},
				{
					data: { price_list_id: 1, variant_id: c?.id, currency: 'XYZ' },
					field_errors: { price: expect.any(String), currency: expect.any(String) },
				},
				{
					data: { price_list_id: 1, currency: 'USD' },
					field_errors: { variant_id: expect.any(String) },
				},
			],
		});
		const written = await read(`${RECORDS}/${a?.id}/usd`);
		expect(dataOf(written)).toMatchObject({ currency: 'usd', price: 10, calculated_price: 8 });
		const other = await read(`${RECORDS}/${b?.id}/EUR`, { include: 'bulk_pricing_tiers' });
		expect(dataOf(other)).toMatchObject({ bulk_pricing_tiers: tiers });

		const again = await ask('PUT', RECORDS, [
			{ variant_id: a?.id, currency: 'USD', sale_price: null, map_price: 9 },
		]);
		expect(again.json).toEqual({ data: {}, meta: {} });
		const merged = dataOf<object>(await read(`${RECORDS}/${a?.id}/usd`));
		expect(merged).toMatchObject({ price: 10, map_price: 9, calculated_price: 10 });
		expect(merged).not.toHaveProperty('sale_price');
	});

	it('are not written at all in strict mode when a row is bad', async () => {
		shop.store.state.settings.strictPriceRecords = true;
		const before = shop.store.state.priceRecords.size;
		const rows = [
			{ variant_id: free(1)[0]?.id, currency: 'USD', price: 10 },
			{ variant_id: 999_999, currency: 'USD', price: 1 },
		];
		expect((await ask('PUT', RECORDS, rows)).status).toBe(422);
		expect(shop.store.state.priceRecords.size).toBe(before);
	});

	it('are created once, a hundred a request; upserts take a thousand', async () => {
		const row = { variant_id: free(1)[0]?.id, currency: 'USD', price: 4 };
		expect((await ask('POST', RECORDS, [row])).status).toBe(200);
		expect((await ask('POST', RECORDS, [row])).json).toMatchObject({
			batch_errors: [{ field_errors: { variant_id: expect.stringContaining('exists') } }],
		});
		const many = async (method: string, path: string, count: number): Promise<number> =>
			(await ask(method, path, Array<object>(count).fill({ ...row, price_list_id: 1 }))).status;
		expect(await many('POST', RECORDS, 101)).toBe(422);
		expect(await many('PUT', RECORDS, 1_000)).toBe(200);
		expect(await many('PUT', RECORDS, 1_001)).toBe(422);
		expect(await many('POST', '/v3/pricelists/records', 101)).toBe(422);
	});

	it('of several lists go in one request, and the parent SKU names no variant', async () => {
		const parent = [...shop.store.state.products.values()].find(
			({ options }) => options.length > 0,
		);
		const { id: variant_id } = free(1)[0] ?? { id: 0 };
		const row = { variant_id, currency: 'USD', price: 4 };
		const rows = [1, 2].map((price_list_id) => ({ ...row, price_list_id }));
		expect((await ask('POST', '/v3/pricelists/records', rows)).status).toBe(200);
		expect((await ask('PUT', '/v3/pricelists/records', rows)).status).toBe(200);
		expect(dataOf(await read(`/v3/pricelists/2/records/${variant_id}`))).toMatchObject([
			{ price_list_id: 2, price: 4 },
		]);
		const bad = [
			{ ...rows[0], variant_id: undefined, sku: parent?.sku },
			{ ...row, price_list_id: 9 },
		];
		expect((await ask('PUT', '/v3/pricelists/records', bad)).json).toMatchObject({
			batch_errors: [
				{ field_errors: { sku: expect.any(String) } },
				{ field_errors: { price_list_id: expect.any(String) } },
			],
		});
	});

	it('are set and deleted one by one, and deleted by filter', async () => {
		const { id } = free(1)[0] ?? { id: 0 };
		const one = `${RECORDS}/${id}/USD`;
		expect((await ask('PUT', one, { price: -1 })).status).toBe(422);
		expect((await ask('PUT', `${RECORDS}/999999/USD`, { price: 1 })).status).toBe(404);
		const set = await ask('PUT', one, { price: 12 });
		expect(dataOf(set)).toMatchObject({ variant_id: id, price: 12, bulk_pricing_tiers: [] });
		expect((await ask('DELETE', one)).status).toBe(204);
		expect((await read(one)).status).toBe(404);
		const count = shop.store.state.priceRecords.size;
		const sku = variants()[0]?.sku ?? '';
		const query = { 'sku:in': sku, currency: 'USD' };
		expect((await call(shop.store, 'DELETE', RECORDS, { query })).status).toBe(204);
		expect(shop.store.state.priceRecords.size).toBe(count - 1);
		await ask('DELETE', RECORDS);
		expect(shop.store.state.priceRecords.size).toBe(0);
	});

	it('hold the cap of each endpoint', async () => {
		// Long enough for all to be on their way on a slow machine, too.
		shop.store.setLatency(400);
		const row = { variant_id: free(1)[0]?.id, currency: 'USD', price: 4 };
		const at = async (count: number, send: () => Promise<Reply>): Promise<number> => {
			const replies = await Promise.all(Array.from({ length: count }, send));
			return replies.filter(({ status }) => status === 429).length;
		};
		expect(await at(4, async () => await ask('PUT', RECORDS, [row]))).toBe(2);
		const some = [{ ...row, price_list_id: 1 }];
		expect(await at(3, async () => await ask('PUT', '/v3/pricelists/records', some))).toBe(2);
		expect(await at(12, async () => await read(RECORDS))).toBe(2);
	});
});

describe('assignments', () => {
	const PATH = '/v3/pricelists/assignments';

	it('are saved as far as they can be', async () => {
		const good = { price_list_id: 2, customer_group_id: 1 };
		const reply = await ask('POST', PATH, [
			good,
			good,
			{ price_list_id: 99, channel_id: 1 },
			{ price_list_id: 2, channel_id: 77 },
			{ price_list_id: 2 },
			{ price_list_id: 2, channel_id: 1 },
		]);
		expect(reply.status).toBe(422);
		expect(reply.json).toMatchObject({ meta: { saved_records: 2 } });
		const { errors } = reply.json as { errors: object };
		expect(Object.keys(errors)).toEqual(['1', '2', '3', '4']);
		const rows = dataOf<object[]>(await read(PATH, { price_list_id: 2 }));
		expect(rows).toEqual([
			{ id: 2, price_list_id: 2, customer_group_id: 1 },
			{ id: 3, price_list_id: 2, channel_id: 1 },
		]);
		expect(dataOf(await read(PATH, { 'channel_id:in': '1', customer_group_id: 2 }))).toHaveLength(
			1,
		);
		const fine = await ask('POST', PATH, [{ price_list_id: 2, channel_id: 664_321 }]);
		expect([fine.status, fine.text]).toEqual([200, '']);
		expect((await ask('POST', PATH, Array<object>(26).fill(good))).status).toBe(422);
	});

	it('are set for a group on a channel, and deleted by a filter only', async () => {
		const own = '/v3/pricelists/2/assignments';
		const set = await ask('PUT', own, { customer_group_id: 2, channel_id: 1 });
		// The seeded assignment of this group and channel has moved to the other list.
		expect(dataOf(set)).toEqual({ id: 1, price_list_id: 2, customer_group_id: 2, channel_id: 1 });
		expect((await ask('PUT', own, { customer_group_id: 9, channel_id: 1 })).status).toBe(404);
		expect((await ask('PUT', own, { channel_id: 1 })).status).toBe(422);
		expect((await ask('DELETE', PATH)).status).toBe(422);
		const gone = await call(shop.store, 'DELETE', PATH, { query: { price_list_id: 2 } });
		expect(gone.status).toBe(204);
		expect(shop.store.state.priceAssignments.size).toBe(0);
	});
});

it('prices tell the hooks, a batch in one event', async () => {
	const receiver = await startReceiver();
	const host = 'https://hooks.example.com';
	shop.store.setHosts({ [host]: receiver.origin });
	const scopes = [
		'store/priceList/created',
		'store/priceList/deactivated',
		'store/priceList/records/*',
		'store/priceList/record/updated',
		'store/priceList/assignment/updated',
		'store/priceList/deleted',
	];
	for (const scope of scopes) await ask('POST', '/v3/hooks', { scope, destination: `${host}/in` });
	const [a, b] = free(2);
	const rows = [a, b].map((variant) => ({ variant_id: variant?.id, currency: 'USD', price: 3 }));
	await ask('POST', '/v3/pricelists', { name: 'Clubs' });
	await ask('PUT', '/v3/pricelists/3', { active: false });
	await ask('POST', '/v3/pricelists/3/records', rows);
	await ask('PUT', `/v3/pricelists/3/records/${a?.id}/USD`, { price: 2 });
	await ask('PUT', '/v3/pricelists/3/assignments', { customer_group_id: 1, channel_id: 1 });
	await ask('DELETE', '/v3/pricelists/3');
	await shop.store.settled();
	const told = receiver.received.map(
		({ body }) => JSON.parse(body) as { scope: string; data: unknown },
	);
	const record = (variant_id: number | undefined): object => ({
		price_list_id: 3,
		variant_id,
		currency: 'usd',
	});
	expect(told.map(({ scope, data }) => [scope, data])).toEqual([
		['store/priceList/created', { price_list_id: 3 }],
		['store/priceList/deactivated', { price_list_id: 3 }],
		['store/priceList/records/created', [record(a?.id), record(b?.id)]],
		['store/priceList/record/updated', record(a?.id)],
		[
			'store/priceList/assignment/updated',
			{ price_list_id: 3, customer_group_id: 1, channel_id: 1 },
		],
		['store/priceList/deleted', { price_list_id: 3 }],
	]);
	await receiver.stop();
});
