import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { closeTriggers, publishTrigger, until } from '../support/publishedTrigger';
import type { Trigger } from '../support/runTrigger';

let store: DemoStore;

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());
afterEach(closeTriggers);

const SETTINGS = {
	channelEvents: ['order/created'],
	channels: [1, 2],
	include: ['lineItems', 'shippingAddresses', 'coupons'],
};
const EVENTS = {
	events: ['store/product/updated', 'store/shipment/created'],
	moreEvents: ['store/order/*'],
	settings: SETTINGS,
	fetchFullRecord: false,
	skipIncomplete: false,
};

const listening = async (filters: object, more: object = {}): Promise<Trigger> => {
	const made = await publishTrigger(store, { ...EVENTS, filters, ...more });
	store.exchanges.length = 0;
	return made;
};

const order = (fits: (order: ReturnType<typeof orders>[number]) => boolean = () => true) =>
	orders().find(fits)!;
const orders = () => [...store.state.orders.values()];
const requested = () => store.exchanges.map(({ path }) => path);
const changed = async (id: number, previous: number, now: number) =>
	await store.emit('store/order/statusUpdated', {
		type: 'order',
		id,
		status: { previous_status_id: previous, new_status_id: now },
	});
const created = async (id: number) =>
	await store.emit('store/order/created', { type: 'order', id });
const ids = (made: Trigger) => made.executions.flat().map(({ id }) => id);

describe('order filters that the event itself decides', () => {
	it('cost no request: the old and the new status, by ID', async () => {
		const made = await listening({ oldStatuses: [1], newStatuses: [11, 9] });
		await changed(101, 1, 11);
		await changed(102, 1, 10);
		await changed(103, 7, 11);
		expect(ids(made)).toEqual([101]);
		expect(requested()).toEqual([]);
		expect(store.deliveries.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(made.failures).toEqual([]);
	});

	it('take the names of the store for statuses', async () => {
		const made = await listening({ newStatuses: '={{ ["Ready for Pickup"] }}' });
		await changed(101, 1, 8);
		await changed(102, 1, 10);
		expect(ids(made)).toEqual([101]);
		expect(new Set(requested())).toEqual(new Set(['/v2/order_statuses']));
	});

	it('let no other event pass where an old status is demanded', async () => {
		const made = await listening({ oldStatuses: [0] });
		await created(101);
		expect(ids(made)).toEqual([]);
		expect(requested()).toEqual([]);
	});

	it('are the channel of an event of one channel', async () => {
		const made = await listening({ channels: [2] });
		await store.emit('store/channel/1/order/created', { channel_id: 1, order_id: 101 });
		await store.emit('store/channel/2/order/created', { order_id: 102 });
		expect(ids(made)).toEqual([102]);
		expect(requested()).toEqual([]);
	});
});

describe('order filters that need the order', () => {
	it('read it once, and keep it to themselves without Fetch Full Record', async () => {
		const [cheap, dear] = [order(), order(({ id }) => id !== order().id)];
		cheap.lines.forEach((line) => (line.price = 0.01));
		dear.lines.forEach((line) => (line.price = 100_000));
		const made = await listening({ minTotal: 90_000 });
		await created(cheap.id);
		await created(dear.id);
		expect(ids(made)).toEqual([dear.id]);
		expect(made.executions[0]?.[0]).toMatchObject({ event: { record: 'none' } });
		expect(Object.keys(made.executions[0]?.[0] ?? {})).toEqual(['id', 'event']);
		expect(requested()).toEqual([`/v2/orders/${cheap.id}`, `/v2/orders/${dear.id}`]);
	});

	it('find the present status and the channel of an order that was created', async () => {
		const { id, status_id, channel_id } = order();
		const fitting = await listening({ newStatuses: [status_id], channels: [channel_id] });
		await created(id);
		expect(ids(fitting)).toEqual([id]);
		fitting.parameters = {
			...EVENTS,
			filters: { newStatuses: [status_id], channels: [channel_id + 1] },
		};
		await changed(id, 99, status_id);
		expect(ids(fitting)).toEqual([id]);
		expect(requested()).toHaveLength(2);
	});

	it('look for a SKU among the lines, in any case of letters', async () => {
		const { id, lines } = order(({ lines: [first] }) => Boolean(first?.sku));
		const made = await listening({ skus: `other-1, ${lines[0]!.sku.toLowerCase()}` });
		await created(id);
		expect(ids(made)).toEqual([id]);
		made.parameters = { ...EVENTS, filters: { skus: 'other-1' } };
		await store.emit('store/order/updated', { type: 'order', id });
		expect(ids(made)).toEqual([id]);
		expect(requested()).toHaveLength(2);
	});

	it('look for a category with one more request', async () => {
		const { id, lines } = order(({ lines: [first] }) =>
			store.state.products.has(first?.product_id ?? 0),
		);
		const [category = 0] = store.state.products.get(lines[0]!.product_id)!.categories;
		const made = await listening({
			category: { __rl: true, mode: 'id', value: `${category}, 99999` },
		});
		await created(id);
		expect(ids(made)).toEqual([id]);
		expect(requested()).toEqual([`/v2/orders/${id}`, '/v3/catalog/products']);
		made.parameters = {
			...EVENTS,
			filters: { category: { __rl: true, mode: 'id', value: '99999' } },
		};
		await store.emit('store/order/updated', { type: 'order', id });
		expect(ids(made)).toEqual([id]);
	});

	it('do not read the order a second time for the full record', async () => {
		const { id } = order();
		const made = await listening({ minTotal: 0.0001 }, { fetchFullRecord: true });
		await created(id);
		expect(made.executions[0]?.[0]).toMatchObject({ id, coupons: expect.any(Array) });
		expect(requested()).toEqual([`/v2/orders/${id}`, `/v2/orders/${id}/coupons`]);
	});

	it('apply to every event that names an order, and to no other', async () => {
		const made = await listening({ channels: [999] });
		await store.emit('store/shipment/created', { type: 'shipment', id: 1, orderId: order().id });
		await store.emit('store/order/refund/created', {
			type: 'order',
			id: order().id,
			refund: { refund_id: 1 },
		});
		await store.emit('store/product/updated', { type: 'product', id: 77 });
		expect(ids(made)).toEqual([77]);
	});

	it('let an order pass that is gone, and say so', async () => {
		const made = await listening(
			{ minTotal: 5 },
			{
				settings: { ...SETTINGS, onUnreadable: 'deliverAgain' },
			},
		);
		await created(999_999);
		expect(made.executions[0]?.[0]).toMatchObject({
			id: 999_999,
			event: { error: expect.stringContaining('not in the store any more') },
		});
	});

	it('say that a status does not exist', async () => {
		const made = await listening({ newStatuses: '={{ ["Gift wrapped"] }}' });
		await changed(101, 1, 8);
		expect(made.failures[0]?.message).toContain(
			'"Gift wrapped", which is no order status of this store',
		);
		expect(store.deliveries.map(({ status }) => status)).toEqual([500]);
	});
});

describe('a store that does not give the record', () => {
	const broken = () =>
		store.faults.add({
			match: { path: /^\/v2\/orders/ },
			kind: 'status',
			status: 403,
			times: Infinity,
		});

	it.each([
		['filters', { filters: { minTotal: 5 } }],
		['the full record', { fetchFullRecord: true }],
	])('starts the workflow with the event alone, asked for %s', async (_what, parameters) => {
		broken();
		const made = await listening({}, parameters);
		await created(101);
		const [item] = made.executions.flat();
		expect(item).toMatchObject({
			id: 101,
			event: { record: 'unread', error: expect.stringContaining('HTTP 403') },
		});
		expect(store.deliveries.map(({ status }) => status)).toEqual([200]);
	});

	it.each([
		['filters', { filters: { minTotal: 0.0001 } }],
		['the full record', { fetchFullRecord: true }],
	])(
		'has BigCommerce deliver again where that is chosen, asked for %s, until it works',
		async (_what, parameters) => {
			await store.stop();
			store = await startDemoStore({ webhookRetrySeconds: [0.05, 0.05, 0.05] });
			broken();
			const { id } = order();
			const made = await listening(
				{},
				{ ...parameters, settings: { ...SETTINGS, onUnreadable: 'deliverAgain' } },
			);
			await created(id);
			expect(store.deliveries.map(({ status }) => status)).toEqual([503]);
			expect(made.executions).toEqual([]);
			expect(made.failures).toEqual([]);
			store.faults.clear();
			await until(() => made.executions.length > 0);
			expect(ids(made)).toEqual([id]);
			expect(made.executions[0]?.[0]?.event).not.toHaveProperty('error');
		},
	);
});

describe('a burst of events for one record', () => {
	it('reads it once, and each event starts the workflow', async () => {
		const { id } = order();
		const made = await listening({}, { fetchFullRecord: true });
		const once = [`/v2/orders/${id}`, `/v2/orders/${id}/coupons`];
		// On a busy machine the events of a burst may arrive further apart than a read waits: then another one is sent.
		for (let bursts = 0; bursts < 20 && requested().join() !== once.join(); bursts++) {
			store.exchanges.length = 0;
			made.executions.length = 0;
			const states = Array.from({ length: 20 }, (_, at) => 100 * bursts + at);
			await Promise.all(states.map(async (state) => await changed(id, state, state + 1)));
			expect(made.executions).toHaveLength(20);
			for (const item of made.executions.flat())
				expect(item).toMatchObject({ id, event: { record: 'full' } });
		}
		expect(requested().sort()).toEqual(once);
	});

	it('is not shared with another credential', async () => {
		const { id } = order();
		const one = await listening({}, { fetchFullRecord: true });
		const other = await publishTrigger(
			store,
			{ ...EVENTS, fetchFullRecord: true },
			{ webhookId: 'hook-2', publicOrigin: 'https://other.example.com' },
		);
		other.credential = { ...store.credential, clientId: 'another' };
		store.exchanges.length = 0;
		await created(id);
		expect([...ids(one), ...ids(other)]).toEqual([id, id]);
		expect(requested().filter((path) => path === `/v2/orders/${id}`)).toHaveLength(2);
	});
});

describe('the full record', () => {
	it.each<[string, (id: number) => object, string]>([
		['store/order/refund/created', (id) => ({ id, refund: { refund_id: 1 } }), 'refunds'],
		[
			'store/order/message/created',
			(id) => ({ id, message: { order_message_id: 1 } }),
			'lineItems',
		],
	])('of %s is the order with what belongs to it', async (scope, data, part) => {
		const { id } = order();
		const made = await listening({}, { fetchFullRecord: true });
		await store.emit(scope, data(id));
		expect(made.executions[0]?.[0]).toMatchObject({ id, [part]: expect.any(Array) });
	});

	it.each<[string, object, RegExp]>([
		[
			'store/brand/metafield/updated',
			{ metafield_id: 7, resource_id: '3' },
			/^\/v3\/catalog\/brands\/3\/metafields\/7$/,
		],
		[
			'store/order/metafield/created',
			{ metafield_id: 7, resource_id: '3' },
			/^\/v3\/orders\/3\/metafields\/7$/,
		],
		[
			'store/priceList/record/deleted',
			{ price_list_id: 4, variant_id: 1 },
			/^\/v3\/pricelists\/4$/,
		],
		['store/channel/updated', { type: 'channel', id: 1 }, /^\/v3\/channels\/1$/],
	])('of %s is read in one request', async (scope, data, path) => {
		store.faults.add({
			match: { path },
			kind: 'status',
			status: 200,
			body: { data: { id: 4711 } },
		});
		const made = await publishTrigger(store, { events: [], moreEvents: [scope] });
		store.exchanges.length = 0;
		await store.emit(scope, data);
		expect(made.executions[0]?.[0]).toMatchObject({ id: 4711, event: { record: 'full' } });
		expect(requested()).toEqual([expect.stringMatching(path)]);
	});

	it('names in the key of the event the date and the status of the record', async () => {
		const { id, date_modified, status_id } = order();
		const made = await listening({}, { fetchFullRecord: true });
		await store.emit('store/order/updated', { type: 'order', id });
		const second = Math.floor(new Date(date_modified).getTime() / 1000);
		expect(made.executions[0]?.[0]).toMatchObject({
			event: { key: `${store.credential.storeHash}:order:${id}:${second}/${status_id}` },
		});
	});
});
