import { startDemoStore, type DemoStore, type Fault } from '../../demo/store/index.ts';
import { at } from '../../nodes/BigCommerce/api/client';
import { writeMany } from '../../nodes/BigCommerce/api/writeMany';
import { list, pages, type Collection } from '../../nodes/BigCommerce/api/pagination';
import { clientFor } from '../support/client';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

const orders: Collection = {
	path: '/v2/orders',
	paging: 'v2',
	pageSize: 250,
	countPath: '/v2/orders/count',
	task: 'list the orders',
	scope: 'orders:read',
};
const products: Collection = {
	path: '/v3/catalog/products',
	paging: 'v3',
	pageSize: 250,
	task: 'list the products',
	scope: 'products:read',
};
const readOrders = { path: '/v2/orders', task: 'list the orders', scope: 'orders:read' } as const;
const requests = (method: string) =>
	store.exchanges.filter((exchange) => exchange.method === method);
const coupon = {
	code: 'ONCE10',
	name: 'Once',
	type: 'percentage_discount',
	amount: '10.0000',
	applies_to: { entity: 'categories', ids: [0] },
};
const withCode = (code: string) =>
	Object.values(store.state.coupons).length >= 0 &&
	[...store.state.coupons.values()].filter((row) => row.code === code);

describe('every request', () => {
	it('carries the token, asks for JSON, names the package and has no trailing slash', async () => {
		await clientFor(store.credential).getRows(readOrders);
		const [{ path, requestHeaders }] = store.exchanges as [DemoStore['exchanges'][number]];
		expect(path).toBe('/v2/orders');
		expect(requestHeaders).toMatchObject({
			'x-auth-token': store.credential.accessToken,
			accept: 'application/json',
			'user-agent': expect.stringMatching(/^n8n-nodes-bigcommerce\/\d/),
		});
	});

	it('encodes what is put into a path', () => {
		expect(at`/v2/orders/${'1/../2?x'}/products`).toBe('/v2/orders/1%2F..%2F2%3Fx/products');
	});

	it('keeps the token out of every error', async () => {
		store.faults.add({
			kind: 'status',
			status: 400,
			body: [{ status: 400, message: 'bad' }],
			times: 1,
		});
		const refusal = await clientFor(store.credential)
			.getRows(readOrders)
			.catch((error: unknown) => error);
		expect(JSON.stringify(refusal) + String(refusal)).not.toContain(store.credential.accessToken);
	});
});

describe('disturbances that pass', () => {
	const passing: Array<[string, Fault]> = [
		['429 with the quota headers', { kind: 'rateLimit', resetMs: 100 }],
		['429 without them', { kind: 'rateLimitBare' }],
		['500', { kind: 'status', status: 500 }],
		['502 with a page of HTML', { kind: 'html', status: 502 }],
		['503', { kind: 'status', status: 503 }],
		['504', { kind: 'status', status: 504 }],
		['HTML instead of JSON', { kind: 'html', status: 200 }],
		['a body that was cut off', { kind: 'cutBody' }],
		['a reset connection', { kind: 'reset' }],
		['a hang past the time-out', { kind: 'hang' }],
	];

	it.each(passing)('a read gets through %s', async (_name, fault) => {
		store.faults.add(fault);
		const rows = await clientFor(store.credential, { timeoutMs: 400 }).getRows(readOrders);
		expect(rows.length).toBeGreaterThan(0);
		expect(store.exchanges).toHaveLength(2);
	});

	it.each(passing)('a change gets through %s', async (_name, fault) => {
		const [order] = [...store.state.orders.values()];
		store.faults.add({ ...fault, match: { method: 'PUT' } });
		await clientFor(store.credential, { timeoutMs: 400 }).put({
			path: at`/v2/orders/${order?.id ?? 0}`,
			body: { staff_notes: 'hello' },
			task: 'update the order',
		});
		expect(requests('PUT')).toHaveLength(2);
	});

	it.each(passing)('a coupon is created once through %s', async (_name, fault) => {
		// What is refused for its rate was not carried out (API notes 1.3).
		for (const applied of fault.kind.startsWith('rateLimit') ? [false] : [false, true]) {
			const code = `ONCE${applied ? 'A' : 'B'}`;
			store.faults.add({ ...fault, applied, match: { method: 'POST' } });
			const client = clientFor(store.credential, { timeoutMs: 400 });
			const created = await client.create<{ code: string }>({
				path: '/v2/coupons',
				body: { ...coupon, name: code, code },
				task: 'create the coupon',
				find: async () =>
					(
						await client.getRows<{ code: string }>({
							path: '/v2/coupons',
							query: { code },
							task: 'look for the coupon',
						})
					)[0],
			});
			expect(created.code).toBe(code);
			expect(withCode(code)).toHaveLength(1);
		}
	});

	it.each([
		['a reset connection', { kind: 'reset' }],
		['504', { kind: 'status', status: 504 }],
	] as Array<[string, Fault]>)(
		'a POST that cannot be looked up is never repeated after %s',
		async (_name, fault) => {
			store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
			const posting = clientFor(store.credential).post({
				path: '/v2/coupons',
				body: coupon,
				task: 'create the coupon',
			});
			await expect(posting).rejects.toMatchObject({
				advice: expect.stringContaining('look in the store before'),
			});
			expect(requests('POST')).toHaveLength(1);
		},
	);

	it('a DELETE whose first answer was lost counts as done', async () => {
		const [first] = [...store.state.coupons.values()];
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'DELETE' } });
		await clientFor(store.credential).delete({
			path: at`/v2/coupons/${first?.id ?? 0}`,
			task: 'delete the coupon',
		});
		expect(requests('DELETE').map(({ status }) => status)).toEqual([0, 404]);
	});
});

describe('refusals', () => {
	const refusals: Array<[number, unknown, object]> = [
		[
			401,
			{ status: 401, title: 'Unauthorized' },
			{ advice: expect.stringContaining('Store Hash') },
		],
		[
			403,
			{ status: 403, title: "You don't have a required scope to access the endpoint", errors: {} },
			{ advice: expect.stringContaining('"Orders (read-only or modify)"') },
		],
		[404, { status: 404, title: 'Not found' }, { reason: 'Not found' }],
		[
			409,
			{ status: 409, title: 'Duplicate', errors: { name: 'The name is taken' } },
			{ reason: 'Duplicate. name: The name is taken' },
		],
		[413, { status: 413, title: 'Too many' }, { advice: expect.stringContaining('fewer records') }],
		[
			422,
			{ status: 422, title: 'Invalid', errors: { 'items.0.sku': 'unknown SKU' } },
			{ problems: [{ field: 'items.0.sku', message: 'unknown SKU' }] },
		],
		[
			400,
			[{ status: 400, message: 'The field is invalid', details: { invalid_reason: 'too long' } }],
			{ reason: 'The field is invalid. invalid_reason: too long' },
		],
		[
			422,
			{ batch_errors: [{ title: 'Bad row', errors: { price: 'must be a number' } }] },
			{ reason: 'Bad row. price: must be a number' },
		],
		[
			503,
			{ status: 503, title: 'This store has been suspended' },
			{ reason: expect.stringContaining('suspended') },
		],
	];

	it.each(refusals)('%i is told at once and in words', async (status, body, words) => {
		store.faults.add({ kind: 'status', status, body, times: 5 });
		await expect(clientFor(store.credential).getRows(readOrders)).rejects.toMatchObject({
			status,
			...words,
		});
		expect(store.exchanges).toHaveLength(1);
	});

	it('names the scope that the token lacks', async () => {
		store.setScopes(['store_v2_products']);
		await expect(clientFor(store.credential).getRows(readOrders)).rejects.toMatchObject({
			status: 403,
			advice: expect.stringContaining('OAuth scope "Orders (read-only or modify)"'),
		});
	});

	it('gives up on a store that stays down, and says so', async () => {
		store.faults.add({ kind: 'status', status: 500, times: Infinity });
		await expect(clientFor(store.credential).getRows(readOrders)).rejects.toMatchObject({
			advice: expect.stringContaining('several tries'),
		});
		expect(store.exchanges).toHaveLength(6);
	}, 40_000);

	it('treats XML, as v2 answers without an Accept header, as unreadable', async () => {
		store.faults.add({
			kind: 'status',
			status: 200,
			body: '<?xml version="1.0"?><orders/>',
			headers: { 'content-type': 'application/xml' },
			times: Infinity,
		});
		await expect(clientFor(store.credential).getRows(readOrders)).rejects.toMatchObject({
			reason: expect.stringContaining('not JSON'),
		});
	}, 40_000);
});

describe('quota', () => {
	it('spends the quota of each window and never meets a 429', async () => {
		store.setQuota({ requests: 20, windowMs: 600 });
		const client = clientFor(store.credential);
		await Promise.all(Array.from({ length: 70 }, async () => await client.getRows(readOrders)));
		expect(store.exchanges.filter(({ status }) => status === 429)).toHaveLength(0);
		expect(store.exchanges).toHaveLength(70);
	});

	it('shares one pace between all clients of a store', async () => {
		store.setQuota({ requests: 20, windowMs: 600 });
		const clients = [
			clientFor(store.credential),
			clientFor(store.credential),
			clientFor(store.credential),
		];
		await Promise.all(
			Array.from({ length: 60 }, async (_, index) => await clients[index % 3]?.getRows(readOrders)),
		);
		expect(store.exchanges.filter(({ status }) => status === 429)).toHaveLength(0);
	});

	it('sends at most ten requests at once, and fewer where the endpoint says so', async () => {
		// Long enough for all ten to be on their way on a slow machine, too.
		store.setLatency(250);
		const client = clientFor(store.credential);
		await client.getRows(readOrders);
		await Promise.all(Array.from({ length: 40 }, async () => await client.getRows(readOrders)));
		expect(store.maxParallel).toBe(10);
		store.maxParallel = 0;
		await Promise.all(
			Array.from(
				{ length: 5 },
				async () =>
					await client.getRows({ path: '/v3/catalog/trees/1/categories', task: 'read the tree' }),
			),
		);
		expect(store.maxParallel).toBe(1);
	});

	it('slows down when the store is overloaded', async () => {
		store.setLatency(20);
		const client = clientFor(store.credential);
		await client.getRows(readOrders);
		store.faults.add({ kind: 'rateLimitBare', times: 2 });
		await Promise.all(Array.from({ length: 6 }, async () => await client.getRows(readOrders)));
		store.maxParallel = 0;
		await Promise.all(Array.from({ length: 12 }, async () => await client.getRows(readOrders)));
		expect(store.maxParallel).toBeLessThanOrEqual(5);
	});
});

describe('cancelling', () => {
	it.each([
		['a wait for the quota', { kind: 'rateLimit', resetMs: 60_000 }],
		['a wait before the next try', { kind: 'rateLimitBare', times: Infinity }],
		['a request that hangs', { kind: 'hang' }],
	] as Array<[string, Fault]>)('ends %s at once', async (_name, fault) => {
		const cancelling = new AbortController();
		const own = await startDemoStore();
		try {
			own.faults.add(fault);
			const reading = clientFor(own.credential, { signal: cancelling.signal }).getRows(readOrders);
			reading.catch(() => undefined);
			while (own.exchanges.length === 0 && fault.kind !== 'hang') await new Promise(setImmediate);
			const startedAt = Date.now();
			cancelling.abort(new Error('cancelled by the user'));
			await expect(reading).rejects.toThrow('cancelled by the user');
			expect(Date.now() - startedAt).toBeLessThan(1000);
		} finally {
			await own.stop();
		}
	});
});

describe('pages', () => {
	it('reads v2 to its end, with a last empty page answered 204', async () => {
		const all = [...store.state.orders.values()].filter((order) => !order.is_deleted).length;
		const rows = await list<{ id: number }>(clientFor(store.credential), orders, {
			pageSize: 6,
			query: { sort: 'id:asc' },
		});
		expect(new Set(rows.map(({ id }) => id)).size).toBe(all);
	});

	it('answers an empty v2 list with nothing', async () => {
		expect(
			await list(clientFor(store.credential), orders, { query: { min_id: 99_999_999 } }),
		).toEqual([]);
		expect(store.exchanges.map(({ status }) => status)).toEqual([204]);
	});

	it('reads v3 pages several at a time and in order', async () => {
		store.setLatency(20);
		const rows = await list<{ id: number }>(clientFor(store.credential), products, {
			pageSize: 3,
			query: { sort: 'id' },
		});
		const ids = rows.map(({ id }) => id);
		expect(ids).toEqual([...ids].sort((a, b) => a - b));
		expect(ids).toHaveLength(store.state.products.size);
		expect(store.maxParallel).toBeGreaterThan(2);
		expect(store.exchanges).toHaveLength(Math.ceil(ids.length / 3));
	});

	it('stops at the limit without reading a page too many', async () => {
		const rows = await list(clientFor(store.credential), products, { pageSize: 3, limit: 7 });
		expect(rows).toHaveLength(7);
		expect(store.exchanges).toHaveLength(3);
		store.exchanges.length = 0;
		await list(clientFor(store.credential), products, { limit: 7 });
		expect(store.exchanges.map(({ query }) => query.limit)).toEqual(['7']);
	});

	it('asks for ten products a page when they come with options', async () => {
		const rows = await list(clientFor(store.credential), products, {
			query: { include: 'variants,options' },
		});
		expect(rows).toHaveLength(store.state.products.size);
		expect(new Set(store.exchanges.map(({ query }) => query.limit))).toEqual(new Set(['10']));
	});

	it('follows cursors', async () => {
		const [promotion] = [...store.state.promotions.values()].filter(
			({ coupon_type }) => coupon_type === 'BULK',
		);
		const codes: Collection = {
			path: at`/v3/promotions/${promotion?.id ?? 0}/codes`,
			paging: 'cursor',
			pageSize: 250,
			task: 'list the codes',
		};
		const whole = await list<{ id: number }>(clientFor(store.credential), codes);
		const paged = await list<{ id: number }>(clientFor(store.credential), codes, { pageSize: 2 });
		expect(whole.length).toBeGreaterThan(2);
		expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
	});

	it('follows offsets', async () => {
		const sites: Collection = {
			path: '/v3/sites',
			paging: 'offset',
			pageSize: 250,
			task: 'list the sites',
		};
		const whole = await list<{ id: number }>(clientFor(store.credential), sites);
		const paged = await list<{ id: number }>(clientFor(store.credential), sites, { pageSize: 1 });
		expect(whole.length).toBeGreaterThan(1);
		expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
	});

	it('says on which page it ended', async () => {
		store.faults.add({
			kind: 'status',
			status: 422,
			body: { status: 422, title: 'Bad page' },
			match: { query: { page: '3' } },
		});
		const reading = (async () => {
			let read = 0;
			for await (const rows of pages(clientFor(store.credential), products, { pageSize: 3 }))
				read += rows.length;
			return read;
		})();
		await expect(reading).rejects.toThrow('list the products (page 3)');
	});
});

describe('batches', () => {
	const renaming = (rows: Array<{ id: number; name: string }>) => {
		const client = clientFor(store.credential);
		return writeMany(client, rows, {
			call: { path: '/v3/catalog/products', task: 'update the products' },
			size: 10,
			send: async (body, call) => await client.call('PUT', { ...call, body }),
			resultOf: (body, { id }) =>
				(body as { data?: Array<{ id: number; name: string }> }).data?.find((row) => row.id === id),
		});
	};
	const productIds = () => [...store.state.products.keys()];

	it('writes the largest batches, in the order of the input', async () => {
		const rows = productIds()
			.slice(0, 20)
			.map((id) => ({ id, name: `Renamed ${id}` }));
		const outcomes = await renaming(rows);
		expect(outcomes.map(({ result }) => result?.name)).toEqual(rows.map(({ name }) => name));
		expect(requests('PUT')).toHaveLength(2);
	});

	it.each([
		['a duplicate name', (id: number, taken: string) => ({ id, name: taken })],
		['an id that is gone', (_id: number) => ({ id: 99_999_999, name: 'Nobody' })],
		['a value that is refused', (id: number) => ({ id, name: '' })],
	])('lets %s alone carry the error', async (_name, bad) => {
		const ids = productIds();
		const taken = store.state.products.get(ids[11] as number)?.name ?? '';
		const rows = ids.slice(0, 10).map((id) => ({ id, name: `Renamed ${id}` }));
		rows[6] = bad(ids[6] as number, taken);
		const outcomes = await renaming(rows);
		expect(outcomes.map(({ error }) => error !== undefined)).toEqual(
			rows.map((_, index) => index === 6),
		);
		for (const [index, id] of ids.slice(0, 10).entries()) {
			if (index !== 6) expect(store.state.products.get(id)?.name).toBe(`Renamed ${id}`);
		}
	});
});

describe('dangerous calls', () => {
	it.each(['..', '.', '%2e%2E', '.%2e', '', ' '])('takes "%s" for no id', (id) => {
		expect(() => at`/v3/carts/${id}`).toThrow('is no ID');
	});

	it.each(['/v2/coupons', '/v2/orders', '/v3/catalog/products', '/v2/orders/12/shipments'])(
		'never sends DELETE %s without ids',
		async (path) => {
			const client = clientFor(store.credential);
			for (const query of [
				{},
				{ 'id:in': [] },
				{ 'id:in': '' },
				{ limit: 50 },
				{ code: ['', ''] },
				{ 'id:in': [12, undefined as unknown as number] },
				{ 'id:in': [Number.NaN] },
				{ code: ' ' },
				{ 'id:in': '12,' },
			]) {
				await expect(client.delete({ path, query, task: 'delete' })).rejects.toThrow(
					'could not delete',
				);
			}
			expect(store.exchanges).toHaveLength(0);
		},
	);
});
