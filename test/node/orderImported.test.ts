import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { killedAtRemoval } from '../support/memory';
import { runForJson } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);

let workflow = 0;
beforeEach(() => {
	store.reset();
	workflow++;
});

const importing = { resource: 'order', operation: 'getAll', onlyNew: true, include: [] };
/** One run of the same workflow; each test has a workflow of its own. */
const importOrders = async (parameters: object = {}, more: object = {}) =>
	await runForJson(
		store.credential,
		{ ...importing, ...parameters },
		{ workflowId: `imported-${workflow}`, ...more },
	);
const idsOf = (rows: object[]) => rows.map((row) => (row as { id: number }).id);

describe('Order: Get Many, Only Orders Not Yet Imported', () => {
	it('gives each order once', async () => {
		expect(idsOf(await importOrders({ statuses: [11], returnAll: true }))).toEqual([
			127, 124, 123, 121, 119, 118, 117,
		]);
		expect(await importOrders({ statuses: [11], returnAll: true })).toEqual([]);
		const [order] = [...store.state.orders.values()].filter(({ id }) => id === 126);
		if (order) order.status_id = 11;
		expect(idsOf(await importOrders({ statuses: [11], returnAll: true }))).toEqual([126]);
	});

	it('counts new orders only for the limit, and remembers no more than it gave', async () => {
		expect(idsOf(await importOrders({ limit: 3 }))).toEqual([127, 126, 125]);
		expect(idsOf(await importOrders({ limit: 3 }))).toEqual([124, 123, 122]);
		expect(store.exchanges.map(({ path }) => path)).toEqual(['/v2/orders', '/v2/orders']);
	});

	it('forgets on demand', async () => {
		await importOrders({ limit: 3 });
		expect(idsOf(await importOrders({ limit: 3, forget: true }))).toEqual([127, 126, 125]);
	});

	it('remembers for one node of one workflow', async () => {
		await importOrders({ limit: 2 });
		expect(await importOrders({ limit: 2 }, { workflowId: `other-${workflow}` })).toHaveLength(2);
	});

	it('gives an order once however many items ask for it', async () => {
		const rows = await importOrders({ statuses: [11], returnAll: true }, { items: [{}, {}, {}] });
		expect(new Set(idsOf(rows)).size).toBe(7);
		expect(rows).toHaveLength(7);
	});

	it('gives the orders again when the run failed', async () => {
		store.faults.add({ match: { path: /coupons/ }, kind: 'status', status: 403, after: 2 });
		await expect(importOrders({ limit: 5, include: ['coupons'] })).rejects.toThrow(
			/list the coupons/,
		);
		expect(idsOf(await importOrders({ limit: 5 }))).toEqual([127, 126, 125, 124, 123]);
	});

	it('gives the orders again when n8n was killed between two writes of its memory', async () => {
		await importOrders({ statuses: [11], limit: 2 });
		await killedAtRemoval(
			async () =>
				await expect(importOrders({ statuses: [11], returnAll: true })).rejects.toThrow('killed'),
		);
		const all = [127, 124, 123, 121, 119, 118, 117];
		expect(idsOf(await importOrders({ statuses: [11], returnAll: true }))).toEqual(all);
		expect(await importOrders({ statuses: [11], returnAll: true })).toEqual([]);
	});

	it('gives the orders of a failed item again, and those of the others not', async () => {
		const filters = { idFrom: '={{ $json.id }}', idTo: '={{ $json.id }}' };
		const items = [{ id: 127 }, { id: 126 }];
		store.faults.add({ match: { path: '/v2/orders/127/coupons' }, kind: 'status', status: 403 });
		const rows = await importOrders(
			{ filters, include: ['coupons'] },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(rows).toMatchObject([{ error: expect.anything() }, { id: 126 }]);
		expect(idsOf(await importOrders({ filters }, { items }))).toEqual([127]);
	});

	it('reads parts of new orders alone', async () => {
		await importOrders({ limit: 3 });
		store.exchanges.length = 0;
		await importOrders({ limit: 2, include: ['coupons'] });
		expect(store.exchanges.map(({ path }) => path)).toEqual([
			'/v2/orders',
			'/v2/orders/124/coupons',
			'/v2/orders/123/coupons',
		]);
	});
});
