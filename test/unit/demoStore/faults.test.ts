import { startDemoStore } from '../../../demo/store/index.ts';
import { call, dataOf, storeForTests } from './support.ts';

const shop = storeForTests();

const coupon = {
	name: 'One',
	code: 'ONE',
	type: 'per_total_discount',
	amount: '5',
	applies_to: { entity: 'categories', ids: [0] },
};
const codes = (): string[] => [...shop.store.state.coupons.values()].map(({ code }) => code);

describe('faults', () => {
	it('meets the requests that match, after so many, so often', async () => {
		const { store } = shop;
		store.faults.add({
			match: { method: 'GET', path: '/v2/orders/{id}' },
			kind: 'status',
			status: 503,
			after: 1,
			times: 2,
		});
		const statuses: number[] = [];
		for (let round = 0; round < 4; round += 1)
			statuses.push((await call(store, 'GET', '/v2/orders/101')).status);
		expect(statuses).toEqual([200, 503, 503, 200]);
		expect((await call(store, 'GET', '/v2/orders')).status).toBe(200);
		expect(store.exchanges.map(({ faulted }) => faulted)).toEqual([
			undefined,
			'status',
			'status',
			undefined,
			undefined,
		]);
	});

	it('matches by query and by regular expression', async () => {
		const { store } = shop;
		store.faults.add({
			match: { path: /catalog\/products$/, query: { page: '2' } },
			kind: 'status',
			status: 500,
		});
		expect((await call(store, 'GET', '/v3/catalog/products', { query: { page: 1 } })).status).toBe(
			200,
		);
		expect((await call(store, 'GET', '/v3/catalog/products', { query: { page: 2 } })).status).toBe(
			500,
		);
	});

	it('does not carry out a write unless it is said to be applied', async () => {
		const { store } = shop;
		store.faults.add({ match: { method: 'POST' }, kind: 'reset' });
		await expect(call(store, 'POST', '/v2/coupons', { body: coupon })).rejects.toThrow();
		expect(codes()).not.toContain('ONE');
		store.faults.add({ match: { method: 'POST' }, kind: 'reset', applied: true });
		await expect(call(store, 'POST', '/v2/coupons', { body: coupon })).rejects.toThrow();
		expect(codes()).toContain('ONE');
		store.faults.add({ match: { method: 'POST' }, kind: 'status', status: 504, applied: true });
		expect(
			(await call(store, 'POST', '/v2/coupons', { body: { ...coupon, name: 'Two', code: 'TWO' } })).status,
		).toBe(504);
		expect(codes()).toContain('TWO');
	});

	it('limits the rate with and without headers', async () => {
		const { store } = shop;
		store.faults.add({ kind: 'rateLimit', resetMs: 77 });
		store.faults.add({ kind: 'rateLimitBare' });
		const told = await call(store, 'GET', '/v3/hooks');
		expect([told.status, told.headers.get('x-rate-limit-time-reset-ms')]).toEqual([429, '77']);
		const bare = await call(store, 'GET', '/v3/hooks');
		expect([bare.status, bare.headers.get('x-rate-limit-time-reset-ms')]).toEqual([429, null]);
	});

	it('answers HTML, nothing, or half a body', async () => {
		const { store } = shop;
		store.faults.add({ kind: 'html' });
		store.faults.add({ kind: 'empty' });
		store.faults.add({ kind: 'cutBody' });
		const html = await call(store, 'GET', '/v3/catalog/brands');
		expect([html.status, html.headers.get('content-type')]).toEqual([
			502,
			'text/html; charset=UTF-8',
		]);
		expect(await call(store, 'GET', '/v3/catalog/brands')).toMatchObject({ status: 200, text: '' });
		await expect(call(store, 'GET', '/v3/catalog/brands')).rejects.toThrow();
		expect(dataOf<unknown[]>(await call(store, 'GET', '/v3/catalog/brands'))).toHaveLength(5);
	});

	it('hangs until the client leaves', async () => {
		const { store } = shop;
		store.faults.add({ kind: 'hang' });
		const address = `${store.credential.apiPath}hooks`;
		await expect(
			fetch(address, {
				headers: { 'X-Auth-Token': store.credential.accessToken },
				signal: AbortSignal.timeout(50),
			}),
		).rejects.toThrow();
		expect((await call(store, 'GET', '/v3/hooks')).status).toBe(200);
	});

	it('does not keep the store from stopping', async () => {
		const other = await startDemoStore({ seed: 'empty' });
		other.faults.add({ kind: 'hang' });
		const hanging = call(other, 'GET', '/v3/hooks').catch((error: unknown) => error);
		while (other.maxParallel === 0) await new Promise((resolve) => setTimeout(resolve, 1));
		await other.stop();
		expect(String(await hanging)).toContain('fetch failed');
	});
});
