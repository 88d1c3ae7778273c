import { NodeApiError, type IDataObject } from 'n8n-workflow';

import { placeOrder } from '../../demo/order.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { clientFor } from '../support/client';
import { Poller } from '../support/runPoll';

let store: DemoStore;

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

/** Upkeep and unfinished checkouts have files of their own. */
const poller = (parameters: object = {}) => {
	const { options, ...others } = parameters as { options?: object };
	return new Poller(store.credential, {
		options: { repairHooks: false, ...options },
		skipIncomplete: false,
		...others,
	});
};
const published = async (parameters?: object) => {
	const made = poller(parameters);
	expect(await made.poll()).toBeNull();
	store.exchanges.length = 0;
	return made;
};
const requests = () =>
	store.exchanges.map(({ method, path }) => `${method} ${path.replace(/\/\d+/g, '/#')}`);
const events = (items: IDataObject[] | null) =>
	(items ?? []).map((item) => {
		const { scope, resourceId } = noteOf(item);
		return `${scope} ${resourceId}`;
	});
const noteOf = ({ event }: IDataObject) => event as { scope: string; resourceId: number };
const lastOrder = () => [...store.state.orders.values()].at(-1)!;
const client = () => clientFor(store.credential);

/** What happened just now has happened a moment ago: the second of a change has to be over before it is told. */
function aMomentAgo(
	record: { date_created: number; date_modified: number },
	created = false,
): void {
	record.date_modified -= 8_000;
	if (created) record.date_created -= 10_000;
}

/** The store's change of an order, eight seconds ago. */
async function changeStatus(id: number, status = 9): Promise<void> {
	await client().put({ path: `/v2/orders/${id}`, body: { status_id: status }, task: 'change' });
	aMomentAgo(store.state.orders.get(id)!);
}

async function makeProduct(name: string): Promise<number> {
	const made = await client().post<{ id: number }>({
		path: '/v3/catalog/products',
		body: { name, type: 'physical', weight: 1, price: 5 },
		task: 'make a product',
	});
	return made!.id;
}

async function makeCustomers(...names: string[]): Promise<number[]> {
	const made = await client().post<Array<{ id: number }>>({
		path: '/v3/customers',
		body: names.map((name) => ({
			email: `${name}@example.com`,
			first_name: name,
			last_name: 'Moss',
		})),
		task: 'make customers',
	});
	return made!.map(({ id }) => id);
}

describe('new orders', () => {
	it('start the workflow once each, in full and with one request a round', async () => {
		const made = await published();
		await placeOrder(store);
		await placeOrder(store);
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(requests()).toEqual(['GET /v2/orders']);
		const { id, date_created } = lastOrder();
		expect(events(items)).toEqual([`store/order/created ${id - 1}`, `store/order/created ${id}`]);
		const { event, ...record } = items![1]!;
		expect(event).toEqual({
			name: 'New Order',
			scope: 'store/order/created',
			key: `${store.credential.storeHash}:order:${id}:created`,
			occurredAt: new Date(Math.floor(date_created / 1000) * 1000).toISOString(),
			resource: 'order',
			resourceId: id,
			record: 'full',
			storeHash: store.credential.storeHash,
			hash: null,
			payload: {
				scope: 'store/order/created',
				data: { type: 'order', id },
				created_at: Math.floor(date_created / 1000),
				producer: `stores/${store.credential.storeHash}`,
			},
		});
		expect(record).toMatchObject({
			id,
			lineItems: [{ name: 'Gift box', quantity: 2 }],
			shippingAddresses: [{ city: 'Portland' }],
		});
		expect(record).not.toHaveProperty('coupons');
		expect(await made.poll()).toBeNull();
	});

	it('of before the activation are left alone, with two requests', async () => {
		const made = poller();
		expect(await made.poll()).toBeNull();
		expect(requests()).toEqual(['GET /v2/orders', 'GET /v2/orders']);
		expect(await made.poll()).toBeNull();
	});

	it('have coupons where they are asked for', async () => {
		const made = await published({ include: ['lineItems', 'coupons'] });
		await placeOrder(store);
		lastOrder().coupons.push({
			id: 1,
			coupon_id: 2,
			code: 'SPRING10',
			amount: 10,
			type: 1,
			discount: 4,
		});
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(requests()).toEqual(['GET /v2/orders', 'GET /v2/orders/#/coupons']);
		expect(items![0]).toMatchObject({ coupons: [{ code: 'SPRING10' }] });
	});

	it('that were imported with a date of old are new as well', async () => {
		const made = await published();
		await placeOrder(store);
		lastOrder().date_created = Date.parse('2019-05-01T00:00:00Z');
		expect(events(await made.poll())).toEqual([`store/order/created ${lastOrder().id}`]);
	});

	it('are looked for as far back as the form says, on the first activation alone', async () => {
		const hours = 80;
		const from = Date.now() - hours * 3_600_000;
		const young = [...store.state.orders.values()].filter(
			({ date_created }) => date_created > from,
		);
		expect(young.length).toBeGreaterThan(0);
		expect(young.length).toBeLessThan(store.state.orders.size);
		const made = poller({ lookBack: 'hours', lookBackAmount: hours });
		const items = await made.poll();
		expect(new Set(items?.map(({ id }) => id))).toEqual(new Set(young.map(({ id }) => id)));
		expect(await made.poll()).toBeNull();
	});

	it('come over several rounds where there are more than a round may read', async () => {
		const made = await published({ options: { maxPages: 1 } });
		const first = lastOrder();
		for (let count = 1; count <= 600; count++) {
			const id = first.id + count;
			store.state.orders.set(id, { ...structuredClone(first), id, date_created: Date.now() });
		}
		const rounds = [await made.poll(), await made.poll(), await made.poll()];
		expect(rounds.map((items) => items?.length)).toEqual([250 - 27, 250, 100 + 27]);
		expect(new Set(rounds.flat().map((item) => item?.id)).size).toBe(600);
		expect(await made.poll()).toBeNull();
	});

	it('are filtered as those of the webhook trigger, and cost nothing more', async () => {
		const made = await published({ filters: { minTotal: 100 } });
		await placeOrder(store);
		await placeOrder(store);
		lastOrder().lines[0]!.quantity = 10;
		store.exchanges.length = 0;
		expect(events(await made.poll())).toEqual([`store/order/created ${lastOrder().id}`]);
		expect(requests()).toEqual(['GET /v2/orders']);
	});

	it('can be limited to a SKU even where line items are not wanted', async () => {
		const made = await published({ include: [], filters: { skus: 'box-1' } });
		await placeOrder(store);
		await placeOrder(store);
		lastOrder().lines[0]!.sku = 'BOX-1';
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(events(items)).toEqual([`store/order/created ${lastOrder().id}`]);
		expect(requests()).toEqual(['GET /v2/orders']);
		expect(items![0]).not.toHaveProperty('lineItems');
	});

	it('can be limited to a category, which is asked for once for all of them', async () => {
		const [inside, outside] = [...store.state.products.values()].filter(
			({ categories }) => categories.length === 1,
		);
		const [id] = inside!.categories;
		if (outside!.categories[0] === id) outside!.categories = [];
		const category = { __rl: true, mode: 'id', value: String(id) };
		const made = await published({ filters: { category, minTotal: 10 } });
		for (const product of [inside, outside, inside]) {
			await placeOrder(store);
			lastOrder().lines[0]!.product_id = product!.id;
		}
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(events(items).map((event) => Number(event.split(' ')[1]))).toEqual([
			lastOrder().id - 2,
			lastOrder().id,
		]);
		expect(requests()).toEqual(['GET /v2/orders', 'GET /v3/catalog/products']);
	});
});

describe('new and updated orders', () => {
	const parameters = { changes: 'newAndUpdated' };

	it('start the workflow with each change, keyed by its date', async () => {
		const made = await published(parameters);
		await changeStatus(101);
		store.exchanges.length = 0;
		const items = await made.poll();
		const seconds = Math.floor(store.state.orders.get(101)!.date_modified / 1000);
		expect(items).toMatchObject([
			{
				id: 101,
				statusId: 9,
				event: {
					scope: 'store/order/updated',
					key: `${store.credential.storeHash}:order:101:${seconds}/9`,
					occurredAt: new Date(seconds * 1000).toISOString(),
				},
			},
		]);
		expect(requests()).toEqual(['GET /v2/orders']);
		expect(await made.poll()).toBeNull();
	});

	it('tell a new order that was changed since as both, the oldest first', async () => {
		const made = await published(parameters);
		await placeOrder(store);
		const order = lastOrder();
		aMomentAgo(order, true);
		expect(events(await made.poll())).toEqual([
			`store/order/created ${order.id}`,
			`store/order/updated ${order.id}`,
		]);
	});

	it('wait until the second of a change is over', async () => {
		const made = await published(parameters);
		await client().put({ path: '/v2/orders/101', body: { status_id: 9 }, task: 'change' });
		expect(await made.poll()).toBeNull();
		aMomentAgo(store.state.orders.get(101)!);
		expect(events(await made.poll())).toEqual(['store/order/updated 101']);
	});

	it('are told all where many share one second', async () => {
		const made = await published({ ...parameters, options: { maxPages: 1 } });
		const first = lastOrder();
		const moment = Date.now() - 20_000;
		for (let count = 1; count <= 300; count++) {
			const id = first.id + count;
			store.state.orders.set(id, { ...structuredClone(first), id, date_modified: moment });
		}
		const ids = [...((await made.poll()) ?? []), ...((await made.poll()) ?? [])]
			.map(noteOf)
			.filter(({ scope }) => scope === 'store/order/updated')
			.map(({ resourceId }) => resourceId);
		expect(ids).toHaveLength(300);
		expect(new Set(ids).size).toBe(300);
		expect(await made.poll()).toBeNull();
	});

	it('go by the clock of the store, whatever the clock of n8n says', async () => {
		const ahead = 3 * 3_600_000;
		const real = Date.now.bind(Date);
		const clock = jest.spyOn(Date, 'now');
		const made = poller(parameters);
		// Answers keep their own date: the HTTP server of the demo store takes it from the machine.
		clock.mockImplementation(() => real() + ahead);
		try {
			expect(await made.poll()).toBeNull();
			const at = made.cursor?.since as number;
			expect(Math.abs(at - new Date().getTime() / 1000 + 300)).toBeLessThan(10);
		} finally {
			clock.mockRestore();
		}
	});
});

describe('other records', () => {
	it('products: new ones by their ids, with variants, images and custom fields', async () => {
		const made = await published({ source: 'product' });
		const id = await makeProduct('Kettle lid');
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(events(items)).toEqual([`store/product/created ${id}`]);
		expect(items![0]).toMatchObject({
			name: 'Kettle lid',
			variants: [{}],
			images: [],
			customFields: [],
		});
		expect(requests()).toEqual(['GET /v3/catalog/products']);
		expect(await made.poll()).toBeNull();
	});

	it('products: updated ones', async () => {
		const made = await published({ source: 'product', changes: 'newAndUpdated' });
		const [product] = store.state.products.values();
		product!.date_modified = Date.now() - 10_000;
		expect(events(await made.poll())).toEqual([`store/product/updated ${product!.id}`]);
		expect(await made.poll()).toBeNull();
	});

	it('products: a look-back walks the dates of creation', async () => {
		const [first] = store.state.products.values();
		const id = await makeProduct('Kettle lid');
		for (const product of store.state.products.values())
			if (product.id !== id) product.date_created = Date.now() - 90 * 86_400_000;
		expect(first!.id).not.toBe(id);
		const made = poller({ source: 'product', lookBack: 'days', lookBackAmount: 2 });
		expect(events(await made.poll())).toEqual([`store/product/created ${id}`]);
		expect(await made.poll()).toBeNull();
	});

	it('customers: new ones, with addresses', async () => {
		const made = await published({ source: 'customer' });
		const ids = await makeCustomers('ada', 'ben');
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(events(items)).toEqual(ids.map((id) => `store/customer/created ${id}`));
		expect(items![0]).toMatchObject({ email: 'ada@example.com', firstName: 'ada', addresses: [] });
		expect(requests()).toEqual(['GET /v3/customers']);
		expect(await made.poll()).toBeNull();
	});

	it('customers: updated ones, page after page by the cursor', async () => {
		const made = await published({
			source: 'customer',
			changes: 'newAndUpdated',
			options: { maxPages: 1 },
		});
		const [first] = store.state.customers.values();
		for (let id = 5_001; id <= 5_300; id++) {
			const times = { date_created: Date.now() - 20_000, date_modified: Date.now() - 20_000 };
			store.state.customers.set(id, { ...structuredClone(first!), id, ...times });
		}
		const rounds = [await made.poll(), await made.poll()];
		expect(rounds.map((items) => items?.length)).toEqual([250, 50]);
		expect(await made.poll()).toBeNull();
	});

	it('customers: a page cursor that the store forgot is given up', async () => {
		const made = await published({
			source: 'customer',
			changes: 'newAndUpdated',
			options: { maxPages: 1 },
		});
		const [first] = store.state.customers.values();
		for (let id = 5_001; id <= 5_300; id++)
			store.state.customers.set(id, {
				...structuredClone(first!),
				id,
				date_created: Date.now() - 20_000,
				date_modified: Date.now() - 20_000,
			});
		await made.poll();
		store.faults.add({ match: { path: '/v3/customers' }, kind: 'status', status: 422 });
		expect(await made.poll()).toBeNull();
		expect((await made.poll())?.length).toBe(50);
	});

	it('shipments: through the orders that were changed, each once', async () => {
		const made = await published({ source: 'shipment' });
		const order = [...store.state.orders.values()].find(
			({ status_id, lines }) => status_id === 11 && lines.some(({ type }) => type === 'physical'),
		)!;
		const line = order.lines.find(({ type }) => type === 'physical')!;
		await client().post({
			path: `/v2/orders/${order.id}/shipments`,
			body: {
				order_address_id: line.order_address_id,
				items: [{ order_product_id: line.id, quantity: 1 }],
				tracking_number: 'T1',
			},
			task: 'ship',
		});
		await changeStatus(101);
		aMomentAgo(order);
		const shipment = [...store.state.shipments.values()].at(-1)!;
		shipment.date_created -= 8_000;
		store.exchanges.length = 0;
		const items = await made.poll();
		expect(items).toMatchObject([
			{
				id: shipment.id,
				orderId: order.id,
				trackingNumber: 'T1',
				order: { id: order.id, lineItems: expect.any(Array) as unknown },
				event: {
					scope: 'store/shipment/created',
					key: `${store.credential.storeHash}:shipment:${shipment.id}:created`,
					resource: 'shipment',
					resourceId: shipment.id,
					orderId: order.id,
				},
			},
		]);
		await changeStatus(order.id, 10);
		order.date_modified += 2_000;
		expect(await made.poll()).toBeNull();
	});
});

describe('a test in the editor', () => {
	it.each(['order', 'customer', 'product', 'shipment'])(
		'brings the latest %s, and moves nothing',
		async (source) => {
			const made = poller({ source });
			const items = await made.poll('manual');
			expect(items).toHaveLength(1);
			expect(items![0]).toMatchObject({
				id: noteOf(items![0]!).resourceId,
				event: { scope: `store/${source}/created` },
			});
			expect(made.memory).toBe('{}');
			expect(await made.poll()).toBeNull();
			const { memory } = made;
			await made.poll('manual');
			expect(made.memory).toBe(memory);
		},
	);

	it('brings one that passes the filters, or nothing', async () => {
		await placeOrder(store);
		const made = poller({ filters: { skus: 'no-such-sku' } });
		expect(await made.poll('manual')).toBeNull();
	});
});

describe('what goes wrong', () => {
	it('is told with its HTTP code, and nothing is lost', async () => {
		const made = await published();
		await placeOrder(store);
		const { memory } = made;
		store.setScopes([]);
		const refusal = await made.poll().catch((error: unknown) => error as NodeApiError);
		expect(refusal).toBeInstanceOf(NodeApiError);
		expect(refusal).toMatchObject({
			httpCode: '403',
			message: 'BigCommerce could not list the orders (HTTP 403)',
			description: expect.stringContaining('Orders (read-only or modify)') as unknown,
		});
		expect(made.memory).toBe(memory);
		store.setScopes('all');
		expect(events(await made.poll())).toEqual([`store/order/created ${lastOrder().id}`]);
	});

	it('on a later page does not hold back the pages before', async () => {
		const made = await published();
		const first = lastOrder();
		for (let count = 1; count <= 300; count++) {
			const id = first.id + count;
			store.state.orders.set(id, { ...structuredClone(first), id, date_created: Date.now() });
		}
		store.faults.add({
			match: { path: '/v2/orders' },
			after: 1,
			times: 1,
			kind: 'status',
			status: 403,
		});
		expect((await made.poll())?.length).toBeGreaterThan(200);
		expect(made.log.join()).toContain('ended a round early');
		expect((await made.poll())?.length).toBeLessThan(100);
		expect(await made.poll()).toBeNull();
	});

	it('is said when the store takes longer than n8n gives a poll', async () => {
		const made = await published();
		const { memory } = made;
		store.setLatency(200);
		made.budgetMs = 100;
		await expect(made.poll()).rejects.toMatchObject({
			message: 'BigCommerce could not answer within 0 seconds, the time that n8n gives a poll',
			httpCode: 'TIMEOUT',
		});
		expect(made.memory).toBe(memory);
	});

	it('is nothing before n8n 2.38, which does not say how long a poll may take', async () => {
		const made = poller();
		made.lacks = ['getPollBudgetMs'];
		expect(await made.poll()).toBeNull();
		await placeOrder(store);
		expect(events(await made.poll())).toEqual([`store/order/created ${lastOrder().id}`]);
	});

	it('is said of an n8n that is too old', async () => {
		const made = poller();
		made.lacks = ['getPollBudgetMs', 'helpers'];
		await expect(made.poll()).rejects.toThrow(
			'This n8n is too old for the BigCommerce nodes, which need n8n 1.123 or newer',
		);
	});

	it('starts afresh when the form asks for something else', async () => {
		const made = await published();
		made.parameters = { source: 'product', options: { repairHooks: false } };
		expect(await made.poll()).toBeNull();
		expect(made.cursor?.of).toContain(':product:');
	});

	it('is said of a form that cannot be meant', async () => {
		await expect(poller({ options: { overlap: 0 } }).poll()).rejects.toThrow(
			"'Overlap (Minutes)' is",
		);
		await expect(poller({ source: '={{ "cart" }}' }).poll()).rejects.toThrow(
			'\'Trigger On\' is "cart"',
		);
	});
});
