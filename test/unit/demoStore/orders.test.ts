import { call, dataOf, storeForTests } from './support.ts';

const shop = storeForTests();

interface OrderRow {
	id: number;
	status_id: number;
	date_created: string;
	total_inc_tax: string;
	consignments: {
		shipping: Array<{ line_items: Array<{ id: number }>; __warning__?: { message: string } }>;
		downloads: unknown[];
	};
	fees: unknown;
}

const list = async (query: Record<string, string | number> = {}): Promise<OrderRow[]> =>
	((await call(shop.store, 'GET', '/v2/orders', { query })).json ?? []) as OrderRow[];

describe('reading orders', () => {
	it('has an order in every status', async () => {
		const counted = (await call(shop.store, 'GET', '/v2/orders/count')).json as {
			count: number;
			statuses: Array<{ count: number }>;
		};
		expect(counted.statuses).toHaveLength(15);
		expect(counted.statuses.every(({ count }) => count > 0)).toBe(true);
		expect(counted.count).toBe(shop.store.state.orders.size);
	});

	it('writes money as strings and dates by RFC-2822', async () => {
		const order = (await call(shop.store, 'GET', '/v2/orders/101')).json as OrderRow;
		expect(order.total_inc_tax).toMatch(/^\d+\.\d{4}$/);
		expect(order.date_created).toMatch(
			/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} \+0000$/,
		);
		expect(order).toMatchObject({
			refunded_amount: '0.0000',
			date_shipped: expect.any(String),
			products: { resource: '/orders/101/products' },
		});
	});

	it('says 204 for nobody, also past the last page', async () => {
		const nobody = await call(shop.store, 'GET', '/v2/orders', {
			query: { email: 'nobody@example.com' },
		});
		expect([nobody.status, nobody.text]).toEqual([204, '']);
		expect((await call(shop.store, 'GET', '/v2/orders', { query: { page: 9 } })).status).toBe(204);
	});

	it('filters by one status, by dates and by total, and sorts', async () => {
		expect((await list({ status_id: 11 })).every(({ status_id }) => status_id === 11)).toBe(true);
		expect(
			(await call(shop.store, 'GET', '/v2/orders', { query: { status_id: '9,11' } })).status,
		).toBe(400);
		const since = new Date(Date.now() - 7 * 24 * 3_600_000).toISOString();
		const week = await list({ min_date_created: since, sort: 'date_created:desc' });
		expect(week.map(({ id }) => id)).toEqual([
			127, 126, 125, 124, 123, 122, 121, 120, 119, 118, 117, 116, 115, 114,
		]);
		expect((await list({ min_total: 1000 })).map(({ id }) => id)).toContain(119);
		expect((await list({ min_id: 105, max_id: 106 })).map(({ id }) => id)).toEqual([105, 106]);
	});

	it('keeps the boundary second of a date filter', async () => {
		const order = (await call(shop.store, 'GET', '/v2/orders/120')).json as {
			date_modified: string;
		};
		expect(
			(
				await list({
					min_date_modified: order.date_modified,
					max_date_modified: order.date_modified,
				})
			).map(({ id }) => id),
		).toEqual([120]);
	});

	it('includes consignments with fifty lines at most and a warning', async () => {
		const query = {
			include: 'consignments,consignments.line_items,fees',
			consignment_structure: 'object',
			min_id: 119,
			max_id: 119,
		};
		const [big] = await list(query);
		const [shipping] = big?.consignments.shipping ?? [];
		expect(shipping?.line_items).toHaveLength(50);
		expect(shipping?.__warning__?.message).toContain('/v2/orders/119/products');
		expect(
			(await call(shop.store, 'GET', '/v2/orders/119/products', { query: { limit: 250 } })).json,
		).toHaveLength(120);
		expect((await call(shop.store, 'GET', '/v2/orders/119/products')).json).toHaveLength(50);
		const [mixed] = await list({ ...query, min_id: 122, max_id: 122 });
		expect(mixed?.consignments.downloads).toHaveLength(1);
		expect(mixed?.fees).toEqual([expect.objectContaining({ base_cost: '2.0000' })]);
		const [older] = await list({ include: 'consignments', min_id: 122, max_id: 122 });
		expect(Array.isArray(older?.consignments)).toBe(true);
	});

	it('shows transactions and refunds', async () => {
		const transactions = dataOf<Array<{ order_id: string }>>(
			await call(shop.store, 'GET', '/v3/orders/102/transactions'),
		);
		expect(transactions.map(({ order_id }) => order_id)).toEqual(['102', '102']);
		expect((await call(shop.store, 'GET', '/v3/orders/112/transactions')).status).toBe(204);
		const refunds = dataOf<Array<{ order_id: number }>>(
			await call(shop.store, 'GET', '/v3/orders/payment_actions/refunds', {
				query: { 'order_id:in': '102,106,107' },
			}),
		);
		expect(refunds.map(({ order_id }) => order_id)).toEqual([102, 106]);
	});
});

describe('changing orders', () => {
	it('moves the status and refuses one that is not there', async () => {
		const { store } = shop;
		expect(
			(await call(store, 'PUT', '/v2/orders/127', { body: { status_id: 9 } })).json,
		).toMatchObject({
			status_id: 9,
			status: 'Awaiting Shipment',
			custom_status: 'Waiting for Carrier',
		});
		const refused = await call(store, 'PUT', '/v2/orders/127', { body: { status_id: 99 } });
		expect([refused.status, refused.json]).toEqual([
			400,
			[expect.objectContaining({ status: 400, message: "The field 'status_id' is invalid." })],
		]);
	});

	it('archives one order, or all of them', async () => {
		const { store } = shop;
		expect((await call(store, 'DELETE', '/v2/orders/127')).status).toBe(204);
		expect((await list()).map(({ id }) => id)).not.toContain(127);
		expect((await call(store, 'GET', '/v2/orders/127')).json).toMatchObject({ is_deleted: true });
		await call(store, 'DELETE', '/v2/orders');
		expect((await call(store, 'GET', '/v2/orders')).status).toBe(204);
	});

	it('creates an order as an external one', async () => {
		const created = await call(shop.store, 'POST', '/v2/orders', {
			body: {
				billing_address: {
					first_name: 'Ada',
					last_name: 'Byron',
					street_1: '1 Main',
					city: 'Austin',
					state: 'Texas',
					zip: '78701',
					country: 'United States',
					country_iso2: 'US',
					email: 'ada@example.com',
				},
				products: [{ name: 'Custom', quantity: 2, price_ex_tax: 10, price_inc_tax: 11 }],
			},
		});
		expect(created.json).toMatchObject({
			id: 128,
			order_source: 'external',
			status_id: 1,
			items_total: 2,
			subtotal_ex_tax: '20.0000',
		});
	});
});
