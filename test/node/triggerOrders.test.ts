import type { IDataObject } from 'n8n-workflow';

import { placeOrder } from '../../demo/order.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { clientFor } from '../support/client';
import { holdToContract } from '../support/contract';
import { closeTriggers, publishTrigger } from '../support/publishedTrigger';
import { runNode } from '../support/runNode';
import { Poller } from '../support/runPoll';

let store: DemoStore;

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());
afterEach(closeTriggers);

const INCOMPLETE = 0;
const lastOrder = () => [...store.state.orders.values()].at(-1)!;
const scopes = () => [...store.state.hooks.values()].map(({ scope }) => scope).sort();
const noteOf = ({ event }: IDataObject) =>
	event as { name: string; key: string; scope: string; record: string; error?: string };
const withoutEvent = ({ event: _event, ...record }: IDataObject) => record;

/** A shopper begins to pay: BigCommerce has the order, and it is none yet. */
async function beginCheckout(): Promise<number> {
	await placeOrder(store, INCOMPLETE);
	await store.settled();
	return lastOrder().id;
}

async function changeStatus(id: number, status: number): Promise<void> {
	const body = { status_id: status };
	await clientFor(store.credential).put({ path: `/v2/orders/${id}`, body, task: 'change' });
	await store.settled();
}

const published = async (parameters: object = {}) => await publishTrigger(store, parameters);
const poller = (parameters: object = {}) => {
	const { options, ...others } = parameters as { options?: object };
	return new Poller(store.credential, { options: { repairHooks: false, ...options }, ...others });
};
const getOrder = async (id: number, parameters: object = {}) => {
	const filters = { idFrom: id, idTo: id, includeIncomplete: true };
	const given = { resource: 'order', operation: 'getAll', filters, ...parameters };
	const [item] = await runNode(store.credential, given);
	return item!.json;
};

describe('an order', () => {
	it.each([true, false])(
		'has the same fields from either trigger and from Order: Get Many (Simplify: %s)',
		async (simplify) => {
			const hooked = await published({ simplify });
			const polled = poller({ simplify });
			await polled.poll();
			await placeOrder(store);
			await store.settled();
			const order = await getOrder(lastOrder().id, {
				output: simplify ? 'simplified' : 'raw',
			});
			const [byHook] = hooked.executions.flat();
			const [byPoll] = (await polled.poll()) ?? [];
			expect(withoutEvent(byHook!)).toEqual(order);
			expect(withoutEvent(byPoll!)).toEqual(order);
			expect(noteOf(byHook!).key).toBe(noteOf(byPoll!).key);
			expect(Object.keys(noteOf(byHook!))).toEqual(Object.keys(noteOf(byPoll!)));
		},
	);

	it('has the same fields with everything that can be included', async () => {
		const include = [
			'coupons',
			'fees',
			'lineItems',
			'refunds',
			'shipments',
			'shippingAddresses',
			'transactions',
		];
		const { id } = [...store.state.orders.values()].find(({ coupons }) => coupons.length > 0)!;
		const made = await published({ moreEvents: [], settings: { include } });
		await store.emit('store/order/created', { type: 'order', id });
		const [item] = made.executions.flat();
		expect(withoutEvent(item!)).toEqual(await getOrder(id, { include }));
	});
});

describe('records of other kinds', () => {
	const oneOf = <One>(records: Map<unknown, One>) => [...records.values()][0]!;

	it.each<[string, string, object, () => object, object?]>([
		[
			'shipment',
			'store/shipment/created',
			{ resource: 'orderShipment', operation: 'get' },
			() => {
				const { id, order_id: orderId } = oneOf(store.state.shipments);
				return { id, orderId };
			},
		],
		[
			'product',
			'store/product/updated',
			{
				resource: 'product',
				operation: 'get',
				include: ['variants', 'images', 'custom_fields'],
			},
			() => ({ id: oneOf(store.state.products).id }),
		],
		[
			'category',
			'store/category/updated',
			{ resource: 'category', operation: 'get', includePath: false },
			() => ({ id: oneOf(store.state.categories).category_id }),
		],
		[
			'channel',
			'store/channel/updated',
			{ resource: 'channel', operation: 'get' },
			() => ({ id: oneOf(store.state.channels).id }),
		],
	])('a %s has the fields that the action node gives', async (kind, scope, action, idsOf) => {
		const ids = idsOf() as { id: number; orderId?: number };
		const made = await published({ events: [], settings: { otherScopes: scope } });
		await store.emit(scope, { type: kind, ...ids });
		const [item] = made.executions.flat();
		const locator = (value: number | undefined) => ({ __rl: true, mode: 'id', value });
		const [expected] = await runNode(store.credential, {
			...action,
			[kind]: locator(ids.id),
			shipmentId: ids.id,
			...(ids.orderId !== undefined && { order: locator(ids.orderId) }),
		});
		const { order: _order, ...record } = withoutEvent(item!);
		expect(record).toEqual(expected!.json);
	});
});

describe('the form as it stands', () => {
	it('brings each new order once: whole, simplified, with what happened under event', async () => {
		const made = await published();
		expect(scopes()).toEqual(['store/order/created', 'store/order/statusUpdated']);
		await placeOrder(store);
		await store.settled();
		await changeStatus(lastOrder().id, 9);
		expect(made.executions).toHaveLength(1);
		expect(made.executions[0]).toMatchObject([
			{
				id: lastOrder().id,
				status: 'Awaiting Fulfillment',
				totalIncTax: expect.any(Number),
				dateCreated: expect.stringMatching(/^\d{4}-.*Z$/),
				lineItems: [{ name: 'Gift box', quantity: 2 }],
				event: { name: 'New Order', record: 'full' },
			},
		]);
	});

	it('asks for the order alone, once, and nothing for other changes of a status', async () => {
		await published();
		await placeOrder(store);
		await store.settled();
		store.exchanges.length = 0;
		await store.emit('store/order/created', { type: 'order', id: 101 });
		expect(store.exchanges.map(({ path }) => path)).toEqual(['/v2/orders/101']);
		store.exchanges.length = 0;
		const status = { previous_status_id: 11, new_status_id: 2 };
		await store.emit('store/order/statusUpdated', { type: 'order', id: 101, status });
		expect(store.exchanges).toEqual([]);
	});
});

describe('a checkout that is not finished', () => {
	it('starts nothing, and once it is paid it comes as a new order', async () => {
		const made = await published();
		const id = await beginCheckout();
		expect(made.executions).toEqual([]);
		await changeStatus(id, 11);
		expect(made.executions.flat()).toMatchObject([
			{
				id,
				statusId: 11,
				event: {
					name: 'New Order',
					scope: 'store/order/created',
					key: `${store.credential.storeHash}:order:${id}:created`,
				},
			},
		]);
		await changeStatus(id, 2);
		expect(made.executions).toHaveLength(1);
		expect(store.deliveries.every(({ status }) => status === 200)).toBe(true);
	});

	it('comes once where its creation is told when it is paid already', async () => {
		const made = await published();
		const { id } = [...store.state.orders.values()].find(({ status_id }) => status_id === 11)!;
		const status = { previous_status_id: 0, new_status_id: 11 };
		await Promise.all([
			store.emit('store/order/created', { type: 'order', id }),
			store.emit('store/order/statusUpdated', { type: 'order', id, status }),
		]);
		expect(made.executions.flat()).toMatchObject([{ id, event: { name: 'New Order' } }]);
	});

	it('comes as a new order and as a change of its status where both are chosen', async () => {
		const made = await published({
			events: ['store/order/created', 'store/order/statusUpdated'],
		});
		const id = await beginCheckout();
		await changeStatus(id, 11);
		await changeStatus(id, 2);
		expect(made.executions.map((items) => items.map((item) => noteOf(item).name))).toEqual([
			['New Order', 'Order Status Changed'],
			['Order Status Changed'],
		]);
	});

	it('is looked at without the full record, too', async () => {
		const made = await published({ fetchFullRecord: false });
		const id = await beginCheckout();
		await changeStatus(id, 11);
		expect(made.executions.flat()).toMatchObject([{ id, event: { record: 'none' } }]);
	});

	it('is taken where the filters leave it out now, and not as an order', async () => {
		const made = await published({ filters: { newStatuses: [11] } });
		const id = await beginCheckout();
		await changeStatus(id, 7);
		expect(made.executions).toEqual([]);
		await changeStatus(id, 0);
		await changeStatus(id, 11);
		expect(made.executions.flat()).toMatchObject([{ id, statusId: 11 }]);
	});

	it('comes at once where Skip Incomplete Orders is off, and takes no second webhook', async () => {
		const made = await published({ skipIncomplete: false });
		expect(scopes()).toEqual(['store/order/created']);
		const id = await beginCheckout();
		expect(made.executions.flat()).toMatchObject([{ id, status: 'Incomplete' }]);
	});

	it('does not lose its order to a store that does not give the record', async () => {
		const made = await published();
		store.setScopes(['store_v2_products']);
		await store.emit('store/order/created', { type: 'order', id: 101 });
		const [item] = made.executions.flat();
		expect(withoutEvent(item!)).toEqual({ id: 101 });
		expect(noteOf(item!)).toMatchObject({ record: 'unread' });
		expect(noteOf(item!).error).toContain('HTTP 403');
	});

	it('tells its payment, whatever becomes of it', async () => {
		const made = await published({ moreEvents: ['store/order/transaction/created'], events: [] });
		const id = await beginCheckout();
		await store.emit('store/order/transaction/created', {
			type: 'transaction',
			order_id: String(id),
			transaction_id: 'ch_1',
		});
		expect(made.executions.flat()).toMatchObject([{ id, status: 'Incomplete' }]);
	});
});

describe('a checkout that is not finished when it is polled', () => {
	it.each(['new', 'newAndUpdated'])('comes once it is an order (%s)', async (changes) => {
		const made = poller({ changes });
		await made.poll();
		const id = await beginCheckout();
		lastOrder().date_created -= 20_000;
		lastOrder().date_modified -= 20_000;
		expect(await made.poll()).toBeNull();
		expect(await made.poll()).toBeNull();
		await changeStatus(id, 11);
		lastOrder().date_modified -= 8_000;
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(items).toMatchObject([
			{ id, statusId: 11, event: { key: `${store.credential.storeHash}:order:${id}:created` } },
		]);
		expect(store.exchanges).toHaveLength(changes === 'new' ? 2 : 1);
		expect(await made.poll()).toBeNull();
	});

	it('comes also where it was begun before the workflow was published', async () => {
		const id = await beginCheckout();
		const made = poller();
		await made.poll();
		await changeStatus(id, 11);
		expect(await made.poll()).toMatchObject([{ id }]);
	});

	it('comes at once where Skip Incomplete Orders is off', async () => {
		const made = poller({ skipIncomplete: false });
		await made.poll();
		const id = await beginCheckout();
		expect(await made.poll()).toMatchObject([{ id, status: 'Incomplete' }]);
	});

	it('is no example for the editor', async () => {
		const id = await beginCheckout();
		const [item] = (await poller().poll('manual')) ?? [];
		expect(item!.id).not.toBe(id);
		expect(item!.status).not.toBe('Incomplete');
	});
});
