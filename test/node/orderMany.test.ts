import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const HOUR = 3_600_000;

/** Older copies of a simple order, so that the store has pages of them. */
function addOrders(count: number, statusOf: (index: number) => number) {
	const model = store.state.orders.get(127);
	if (!model) throw new Error('The seed has no order 127');
	for (let index = 0; index < count; index++) {
		const id = 1000 + index;
		const created = model.date_created + index * HOUR;
		const copy = {
			...structuredClone(model),
			id,
			status_id: statusOf(index),
			date_created: created,
			date_modified: created,
		};
		store.state.orders.set(id, copy);
	}
}

const getMany = async (parameters: object) =>
	await runForJson(store.credential, {
		resource: 'order',
		operation: 'getAll',
		include: [],
		...parameters,
	});
const idsOf = (rows: object[]) => rows.map((row) => (row as { id: number }).id);
const requests = () => store.exchanges.map(({ method, path }) => `${method} ${path}`);

describe('Order: Get Many, in a store with many orders', () => {
	it('reads pages several at a time, in order, each order once', async () => {
		addOrders(1100, () => 10);
		store.setLatency(30);
		const rows = await getMany({ returnAll: true });
		expect(rows).toHaveLength(1126);
		expect(idsOf(rows)).toEqual(idsOf(rows).sort((a, b) => b - a));
		expect(requests()).toHaveLength(6);
		expect(store.maxParallel).toBeGreaterThan(1);
	});

	it('asks for no query that counting does not know', async () => {
		addOrders(600, () => 10);
		await getMany({ returnAll: true, include: ['lineItems', 'fees'] });
		const count = store.exchanges.find(({ path }) => path.endsWith('/count'));
		expect(count?.query).toEqual({});
	});

	it('reads each status by itself where all orders would be more pages', async () => {
		addOrders(1100, (index) => (index % 100 === 0 ? 9 : 10));
		const rows = await getMany({ statuses: [9, 3, 11, 12], returnAll: true });
		expect(rows).toHaveLength(11 + 2 + 2 + 7 + 1);
		expect(idsOf(rows)).toEqual(idsOf(rows).sort((a, b) => b - a));
		expect(requests()).toEqual([
			'GET /v2/orders/count',
			...Array<string>(4).fill('GET /v2/orders'),
		]);
	});

	it('merges long lists', async () => {
		addOrders(900, (index) => (index % 3 === 0 ? 9 : 11));
		const rows = await getMany({
			statuses: [9, 11],
			returnAll: true,
			sort: { by: 'id', direction: 'asc' },
		});
		expect(rows).toHaveLength(900 + 2 + 7);
		expect(idsOf(rows)).toEqual(idsOf(rows).sort((a, b) => a - b));
	});

	it('reads one page for a limit, although incomplete orders are left out', async () => {
		addOrders(600, (index) => (index % 3 === 0 ? 0 : 11));
		expect(await getMany({ limit: 50 })).toHaveLength(50);
		expect(requests()).toEqual(['GET /v2/orders']);
	});

	it('goes on page by page where a limit is not reached yet', async () => {
		addOrders(600, (index) => (index > 100 ? 0 : 11));
		const rows = await getMany({ limit: 60 });
		expect(rows).toHaveLength(60);
		expect(rows[0]?.id).toBe(1100);
		expect(requests().filter((request) => request.endsWith('/count'))).toEqual([]);
	});

	it('asks for refunds in few requests', async () => {
		addOrders(400, () => 10);
		await getMany({ returnAll: true, include: ['refunds'] });
		const refunds = store.exchanges.filter(({ path }) => path.endsWith('/refunds'));
		expect(refunds.length).toBeLessThanOrEqual(6);
		for (const { query } of refunds)
			expect(query['order_id:in']?.split(',').length).toBeLessThanOrEqual(100);
	});

	it('gives an order once that moved to the next page while the list was read', async () => {
		addOrders(300, () => 10);
		store.setLatency(50);
		const reading = getMany({ returnAll: true });
		while (store.exchanges.length === 0) await new Promise((resolve) => setImmediate(resolve));
		const model = store.state.orders.get(1000);
		if (model) store.state.orders.set(5000, { ...structuredClone(model), id: 5000 });
		const ids = idsOf(await reading);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThanOrEqual(326);
	});
});
