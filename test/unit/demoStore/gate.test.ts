import { call, storeForTests } from './support.ts';

const shop = storeForTests();

describe('who may come in', () => {
	it('wants a token that belongs to the store', async () => {
		const { store } = shop;
		const missing = await fetch(`${store.credential.apiPath}hooks`);
		expect(missing.status).toBe(401);
		expect(await missing.json()).toMatchObject({ status: 401, errors: {} });
		expect(
			(await call(store, 'GET', '/v3/hooks', { headers: { 'X-Auth-Token': 'other' } })).status,
		).toBe(401);
		const otherHash = await fetch(`${store.origin}/stores/zzz999/v3/hooks`, {
			headers: { 'X-Auth-Token': store.credential.accessToken },
		});
		expect(otherHash.status).toBe(store.state.settings.unknownStoreStatus);
	});

	it('answers hooks to a token without any scope, and names no scope where one is missing', async () => {
		const { store } = shop;
		store.setScopes([]);
		expect((await call(store, 'GET', '/v3/hooks', { query: { limit: 1 } })).status).toBe(200);
		const refused = await call(store, 'GET', '/v2/orders');
		expect(refused.status).toBe(403);
		expect(refused.json).toMatchObject({
			status: 403,
			title: "You don't have a required scope to access the endpoint",
		});
	});

	it('lets a read-only scope read and not write', async () => {
		const { store } = shop;
		store.setScopes(['store_v2_orders_read_only']);
		expect((await call(store, 'GET', '/v2/orders')).status).toBe(200);
		expect((await call(store, 'PUT', '/v2/orders/127', { body: { status_id: 9 } })).status).toBe(
			403,
		);
		expect((await call(store, 'GET', '/v3/orders/127/transactions')).status).toBe(403);
	});

	it('says 503 for a suspended store', async () => {
		shop.store.state.settings.suspended = true;
		expect((await call(shop.store, 'GET', '/v3/hooks')).status).toBe(503);
	});
});

describe('paths, methods and headers', () => {
	it('knows no unknown path, no PATCH and no trailing slash on v3', async () => {
		const { store } = shop;
		expect((await call(store, 'GET', '/v3/nothing')).status).toBe(404);
		expect((await call(store, 'GET', '/v2/orders/abc')).json).toEqual([
			expect.objectContaining({ status: 404 }),
		]);
		expect((await call(store, 'GET', '/v2/v3/orders')).status).toBe(404);
		expect((await call(store, 'PATCH', '/v3/hooks')).status).toBe(501);
		expect((await call(store, 'POST', '/v2/orders/count')).status).toBe(405);
		expect((await call(store, 'GET', '/v3/hooks/')).status).toBe(403);
	});

	it('speaks XML on v2 unless JSON is asked for', async () => {
		const { store } = shop;
		const list = await call(store, 'GET', '/v2/order_statuses', { headers: { Accept: '*/*' } });
		expect(list.headers.get('content-type')).toBe('application/xml');
		expect(list.text).toMatch(
			/^<\?xml version="1.0"[^>]*>\n<order_statuses><order_status><id>0<\/id><name>Incomplete<\/name>/,
		);
		const one = await call(store, 'GET', '/v2/orders/101', { headers: { Accept: 'text/plain' } });
		expect(one.text).toMatch(/^<\?xml[^>]*>\n<order><id>101<\/id>/);
		const missing = await call(store, 'GET', '/v2/orders/9', { headers: { Accept: '*/*' } });
		expect(missing.text).toContain('<errors><error><status>404</status>');
		expect(
			(await call(store, 'GET', '/v3/hooks', { headers: { Accept: '*/*' } })).json,
		).toBeDefined();
	});

	it('takes JSON bodies alone', async () => {
		const { store } = shop;
		expect(
			(
				await call(store, 'POST', '/v3/hooks', {
					raw: 'scope=x',
					headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				})
			).status,
		).toBe(415);
		expect((await call(store, 'POST', '/v3/hooks', { raw: '{"scope":' })).status).toBe(400);
	});

	it('refuses an address that is too long', async () => {
		expect(
			(
				await call(shop.store, 'GET', '/v3/customers', {
					query: { 'id:in': '1234567,'.repeat(120) },
				})
			).status,
		).toBe(414);
	});
});

describe('quota and concurrency', () => {
	it('counts down in every answer and refuses what is over', async () => {
		const { store } = shop;
		store.setQuota({ requests: 2, windowMs: 60_000 });
		const first = await call(store, 'GET', '/v3/hooks');
		expect(first.headers.get('x-rate-limit-requests-quota')).toBe('2');
		expect(first.headers.get('x-rate-limit-requests-left')).toBe('1');
		expect(first.headers.get('x-rate-limit-time-window-ms')).toBe('60000');
		await call(store, 'GET', '/v3/hooks');
		const over = await call(store, 'GET', '/v3/hooks');
		expect(over.status).toBe(429);
		expect(Number(over.headers.get('x-rate-limit-time-reset-ms'))).toBeGreaterThan(50_000);
		expect(Number(over.headers.get('x-retry-after'))).toBeGreaterThan(50);
	});

	it('opens a new window when the old one is over', async () => {
		const { store } = shop;
		store.setQuota({ requests: 1, windowMs: 40 });
		expect((await call(store, 'GET', '/v3/hooks')).status).toBe(200);
		const over = await call(store, 'GET', '/v3/hooks');
		await new Promise((resolve) =>
			setTimeout(resolve, Number(over.headers.get('x-rate-limit-time-reset-ms')) + 5),
		);
		expect((await call(store, 'GET', '/v3/hooks')).status).toBe(200);
	});

	it('holds the cap of an endpoint with a 429 that has no rate headers', async () => {
		const { store } = shop;
		store.setLatency(30);
		const replies = await Promise.all(
			[1, 2, 3].map(async () => await call(store, 'GET', '/v3/catalog/trees/1/categories')),
		);
		expect(replies.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
		const refused = replies.find(({ status }) => status === 429);
		expect(refused?.headers.get('x-rate-limit-requests-left')).toBeNull();
		expect(store.maxParallel).toBe(3);
		expect((await call(store, 'GET', '/v3/catalog/trees/1/categories')).status).toBe(200);
	});
});
