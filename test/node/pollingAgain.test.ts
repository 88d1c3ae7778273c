import type { IDataObject } from 'n8n-workflow';

import { placeOrder } from '../../demo/order.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { clientFor } from '../support/client';
import { holdToContract } from '../support/contract';
import { runNode } from '../support/runNode';
import { Poller } from '../support/runPoll';

let store: DemoStore;

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const MINUTES = 60_000;
const AGAIN_AFTER = 10;
const WORKFLOW = 'workflow-1';

const published = async (parameters: object = {}) => {
	const made = new Poller(store.credential, {
		options: { repairHooks: false, againAfter: AGAIN_AFTER },
		skipIncomplete: false,
		...parameters,
	});
	await made.poll();
	store.exchanges.length = 0;
	return made;
};
const requests = () =>
	store.exchanges.map(({ method, path }) => `${method} ${path.replace(/\/\d+/g, '/#')}`);
const keys = (items: IDataObject[] | null) => (items ?? []).map(keyIn);
const keyIn = ({ event }: IDataObject) => (event as { key: string }).key;
const lastOrder = () => [...store.state.orders.values()].at(-1)!;

/** So much time goes by for what the trigger and the store remember. */
function later(poller: Poller, minutes: number): void {
	const memory = JSON.parse(poller.memory) as Record<
		string,
		{ open?: Record<string, IDataObject> }
	>;
	for (const { open = {} } of Object.values(memory)) {
		for (const waiting of Object.values(open)) {
			waiting.first = Number(waiting.first) - minutes * MINUTES;
			waiting.last = Number(waiting.last) - minutes * MINUTES;
		}
	}
	poller.memory = JSON.stringify(memory);
	for (const mark of store.state.metafields.values()) mark.date_created -= minutes * MINUTES;
}

const event = async (operation: string, items: IDataObject[], parameters: object = {}) =>
	await runNode(
		store.credential,
		{ resource: 'event', operation, ...parameters },
		{ items, workflowId: WORKFLOW, executionId: String(Math.random()) },
	);
const markDone = async (items: IDataObject[] | null) => await event('markDone', items ?? []);
const skip = async (items: IDataObject[] | null) =>
	await event('skipDuplicates', items ?? [], {
		rememberIn: 'store',
		scope: 'workflow',
		options: { againAfter: AGAIN_AFTER },
	});

describe('orders that were not marked as done', () => {
	it('come again after their time, in full, until they are marked', async () => {
		const made = await published();
		await placeOrder(store);
		const first = await made.poll();
		later(made, AGAIN_AFTER - 1);
		expect(await made.poll()).toBeNull();
		later(made, 2);
		store.exchanges.length = 0;
		const second = await made.poll();
		expect(second).toEqual(first);
		expect(requests()).toEqual(['GET /v3/orders/metafields', 'GET /v2/orders/#', 'GET /v2/orders']);
		// Its time begins anew.
		expect(await made.poll()).toBeNull();
		await markDone(second);
		later(made, AGAIN_AFTER + 1);
		expect(await made.poll()).toBeNull();
		store.exchanges.length = 0;
		later(made, 100);
		expect(await made.poll()).toBeNull();
		expect(requests()).toEqual(['GET /v2/orders']);
	});

	it('pass Skip Duplicates again, once, where an execution was cut off after it', async () => {
		const made = await published();
		await placeOrder(store);
		await placeOrder(store);
		const [cutOff, whole] = (await made.poll()) ?? [];
		expect(await skip([cutOff!, whole!])).toHaveLength(2);
		await markDone([whole!]);
		later(made, AGAIN_AFTER + 1);
		const again = await made.poll();
		expect(keys(again)).toEqual([keyIn(cutOff!)]);
		expect(await skip(again)).toHaveLength(1);
		expect(await skip(again)).toEqual([]);
	});

	it('come again whatever the filters say of them by now', async () => {
		const made = await published({ filters: { newStatuses: [11] } });
		await placeOrder(store);
		expect(await made.poll()).toHaveLength(1);
		await clientFor(store.credential).put({
			path: `/v2/orders/${lastOrder().id}`,
			body: { status_id: 2 },
			task: 'ship',
		});
		later(made, AGAIN_AFTER + 1);
		expect(await made.poll()).toMatchObject([{ statusId: 2 }]);
	});

	it('do not come again when they were changed since, which is an event of its own', async () => {
		const made = await published({ changes: 'newAndUpdated' });
		const order = [...store.state.orders.values()][0]!;
		const change = (status: number, secondsAgo: number) =>
			Object.assign(order, { status_id: status, date_modified: Date.now() - secondsAgo * 1000 });
		change(9, 100);
		const first = await made.poll();
		change(11, 50);
		const second = await made.poll();
		expect(keys(second)).not.toEqual(keys(first));
		later(made, AGAIN_AFTER + 1);
		expect(keys(await made.poll())).toEqual(keys(second));
		expect(await made.poll()).toBeNull();
	});

	it('do not come again when they are gone', async () => {
		const made = await published();
		await placeOrder(store);
		await made.poll();
		store.state.orders.delete(lastOrder().id);
		later(made, AGAIN_AFTER + 1);
		expect(await made.poll()).toBeNull();
		later(made, AGAIN_AFTER + 1);
		store.exchanges.length = 0;
		expect(await made.poll()).toBeNull();
		expect(requests()).toEqual(['GET /v2/orders']);
	});

	it('are given up after ten more times, which the log tells', async () => {
		const made = await published();
		await placeOrder(store);
		await made.poll();
		let times = 0;
		for (let round = 0; round < 12; round++) {
			later(made, AGAIN_AFTER + 1);
			times += (await made.poll())?.length ?? 0;
		}
		expect(times).toBe(10);
		expect(made.log).toEqual([
			expect.stringContaining('came 11 times and was never marked as done'),
		]);
	});

	it('are kept for the next poll when this one fails', async () => {
		const made = await published();
		await placeOrder(store);
		const first = await made.poll();
		later(made, AGAIN_AFTER + 1);
		store.faults.add({ kind: 'status', status: 403, match: { path: /\/v2\/orders$/ } });
		await expect(made.poll()).rejects.toThrow('could not list the orders');
		expect(keys(await made.poll())).toEqual(keys(first));
	});

	it('are remembered up to a bound, beyond which the oldest are given up, which the log tells', async () => {
		const made = await published();
		const memory = JSON.parse(made.memory) as Record<string, IDataObject>;
		const [name = ''] = Object.keys(memory);
		const ago = (minutes: number) => Date.now() - minutes * MINUTES;
		const waiting = (id: number, minutes: number) => [
			`left:order:${id}:created`,
			{ id, created: true, first: ago(minutes), last: ago(1), times: 1 },
		];
		const entries = Array.from({ length: 30_000 }, (_, at) => waiting(10_000 + at, 9 - at / 1e4));
		memory[name]!.open = Object.fromEntries(entries) as IDataObject;
		made.memory = JSON.stringify(memory);
		await placeOrder(store);
		await made.poll();
		const { open = {} } = (JSON.parse(made.memory) as Record<string, { open?: IDataObject }>)[
			name
		]!;
		const kept = Object.keys(open);
		expect(kept).toHaveLength(5_000);
		expect(kept).toContain(`${store.credential.storeHash}:order:${lastOrder().id}:created`);
		expect(kept).not.toContain('left:order:10000:created');
		expect(kept).toContain('left:order:39999:created');
		expect(made.log.join()).toContain('the 25001 oldest do not come again');
	});

	it('are not waited for without the option', async () => {
		const made = await published({ options: { repairHooks: false } });
		await placeOrder(store);
		await made.poll();
		expect(JSON.parse(made.memory)).not.toHaveProperty([
			'node:BigCommerce Polling Trigger',
			'open',
		]);
	});
});
