import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { loadOptions, runForJson, runNode, searchList } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const run = async (operation: string, parameters: object, ...rest: [object?]) =>
	await runForJson(store.credential, { resource: 'order', operation, ...parameters }, ...rest);
const getMany = async (parameters: object, ...rest: [object?]) =>
	await run('getAll', { include: [], ...parameters }, ...rest);
const idsOf = (rows: object[]) => rows.map((row) => (row as { id: number }).id);
const requests = () => store.exchanges.map(({ method, path }) => `${method} ${path}`);
const byId = (value: string | number) => ({ order: { __rl: true, mode: 'id', value } });

describe('Order: Get Many', () => {
	it('gives the latest orders first, without those that a shopper did not finish, in one request', async () => {
		const rows = await getMany({ returnAll: true });
		const finished = [...store.state.orders.values()].filter(({ status_id }) => status_id !== 0);
		expect(idsOf(rows)).toEqual(finished.map(({ id }) => id).sort((a, b) => b - a));
		expect(requests()).toEqual(['GET /v2/orders']);
	});

	it('gives incomplete orders where they are asked for', async () => {
		expect(
			idsOf(await getMany({ returnAll: true, filters: { includeIncomplete: true } })),
		).toContain(114);
		expect(idsOf(await getMany({ statuses: ['Incomplete'] }))).toEqual([114]);
	});

	it('shows an order flat, with numbers, ISO dates and both labels of its status', async () => {
		const [order] = await getMany({ limit: 1, filters: { idFrom: 123, idTo: 123 } });
		expect(order).toMatchObject({
			id: 123,
			status: 'Awaiting Fulfillment',
			statusLabel: 'Packing',
			statusId: 11,
			dateShipped: null,
			channelId: 664321,
			externalOrderId: 'OUT-1001',
			currency: 'USD',
		});
		expect(order?.dateCreated).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
		expect(typeof order?.totalIncTax).toBe('number');
		expect(
			Object.values(order ?? {}).filter((value) => typeof value === 'object' && value !== null),
		).toEqual([]);
	});

	it("leaves the API's answer alone where Simplify is off", async () => {
		const [order] = await getMany({ limit: 1, output: 'raw' });
		expect(order?.total_inc_tax).toMatch(/^\d+\.\d{4}$/);
		expect(order?.products).toMatchObject({ resource: expect.stringContaining('/products') });
	});

	it('pairs every order with the item that asked for it', async () => {
		const output = await runNode(
			store.credential,
			{ resource: 'order', operation: 'getAll', statuses: '={{ $json.status }}', include: [] },
			{ items: [{ status: 3 }, { status: 'Pending' }] },
		);
		expect(output.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[111, { item: 0 }],
			[110, { item: 0 }],
			[113, { item: 1 }],
		]);
	});

	it('answers nothing, and no failure, where the filters find nothing', async () => {
		expect(await getMany({ filters: { email: 'nobody@example.com' } })).toEqual([]);
	});
});

describe('Order: Get Many, by status', () => {
	it.each([
		['the label that the merchant gave', 'packing'],
		["BigCommerce's name", 'Awaiting Fulfillment'],
		['the label that the picker shows', 'Packing (Awaiting Fulfillment)'],
	])('takes %s', async (_, statuses) => {
		expect(idsOf(await getMany({ statuses }))).toEqual([127, 124, 123, 121, 119, 118, 117]);
		expect(requests()).toEqual(['GET /v2/order_statuses', 'GET /v2/orders']);
	});

	it('needs no list of statuses for ids, and takes text as well as a list', async () => {
		expect(idsOf(await getMany({ statuses: '3, 8' }))).toEqual([115, 111, 110]);
		expect(requests()).toEqual(['GET /v2/orders', 'GET /v2/orders']);
		expect(idsOf(await getMany({ statuses: '3;\n8' }))).toEqual([115, 111, 110]);
	});

	it('reads the statuses once, however many items name some', async () => {
		const items = ['Pending', 'Disputed', 'Shipped'].map((status) => ({ status }));
		await getMany({ statuses: '={{ $json.status }}' }, { items });
		expect(requests().filter((request) => request.endsWith('order_statuses'))).toHaveLength(1);
	});

	it('says which statuses there are when it does not know one', async () => {
		await expect(getMany({ statuses: 'Awaiting Shipment, Packed' })).rejects.toMatchObject({
			message: expect.stringContaining('"Packed", which is no order status'),
			description: expect.stringContaining('Packing (Awaiting Fulfillment)'),
		});
	});

	it('merges several statuses in the chosen order, up to the limit', async () => {
		const rows = await getMany({
			statuses: [3, 9],
			limit: 3,
			sort: { by: 'date_created', direction: 'asc' },
		});
		expect(idsOf(rows)).toEqual([110, 111, 116]);
	});

	it('counts first for several statuses, and takes one list where that is fewer pages', async () => {
		const rows = await getMany({ statuses: [3, 9, 10, 2], returnAll: true });
		expect(idsOf(rows)).toEqual([125, 122, 120, 116, 111, 110, 108, 107, 101]);
		expect(requests()).toEqual(['GET /v2/orders/count', 'GET /v2/orders']);
	});

	it('asks for no list at all where none of the statuses has an order', async () => {
		const filters = { email: 'nobody@example.com' };
		expect(await getMany({ statuses: [3, 9, 10], filters })).toEqual([]);
		expect(requests()).toEqual(['GET /v2/orders/count']);
	});

	it('takes all statuses for one list', async () => {
		const all = (await loadOptions(store.credential, 'getOrderStatuses')).map(({ value }) => value);
		store.exchanges.length = 0;
		expect(await getMany({ statuses: all, returnAll: true })).toHaveLength(store.state.orders.size);
		expect(requests()).toEqual(['GET /v2/orders']);
	});
});

describe('Order: Get Many, filters', () => {
	it.each([
		[{ customerId: 0 }, [124, 121, 104]],
		[{ channelId: 664321 }, [123]],
		[{ externalOrderId: 'PO-88231' }, [119]],
		[{ paymentMethod: 'Check' }, [113]],
		[{ idFrom: 125 }, [127, 126, 125]],
		[{ idTo: 102 }, [102, 101]],
		[{ createdInLastDays: 0.25 }, [127, 126]],
		[{ modifiedInLastDays: 1, createdInLastDays: 3 }, [127, 126, 125, 124, 120]],
	])('%j', async (filters, ids) => {
		expect(idsOf(await getMany({ filters }))).toEqual(ids);
	});

	it('finds orders by email and by cart', async () => {
		const order = store.state.orders.get(124);
		const email = order?.billing_address.email;
		expect(
			idsOf(await getMany({ filters: { email: ` ${String(email).toUpperCase()} ` } })),
		).toContain(124);
		expect(idsOf(await getMany({ filters: { cartId: order?.cart_id } }))).toEqual([124]);
	});

	it('takes dates of any kind, and sends them in full', async () => {
		await getMany({
			filters: { createdAfter: '2020-01-01', modifiedBefore: '2040-01-01T12:00:00' },
		});
		expect(store.exchanges[0]?.query).toMatchObject({
			// n8n's own default time zone is that of New York.
			min_date_created: '2020-01-01T05:00:00.000Z',
			max_date_modified: '2040-01-01T17:00:00.000Z',
		});
	});

	it('finds orders by their total', async () => {
		const rows = await getMany({ returnAll: true, filters: { totalFrom: 100, totalTo: 200 } });
		expect(rows.length).toBeGreaterThan(0);
		for (const { totalIncTax } of rows as Array<{ totalIncTax: number }>) {
			expect(totalIncTax).toBeGreaterThanOrEqual(100);
			expect(totalIncTax).toBeLessThanOrEqual(200);
		}
	});

	it.each([
		[{ email: '' }, /'Customer Email' is empty/],
		[{ customerId: '' }, /'Customer ID' is empty/],
		[{ idFrom: 'abc' }, /'Order ID From' is "abc"/],
		[{ createdAfter: 'soon' }, /'Created After' is "soon"/],
		[{ createdInLastDays: 0 }, /'Created in the Last \(Days\)' is 0/],
		[{ totalFrom: 'cheap' }, /'Total From' is "cheap"/],
	])('refuses %j before anything is sent', async (filters, message) => {
		await expect(getMany({ filters })).rejects.toThrow(message);
		expect(store.exchanges).toEqual([]);
	});

	it('sorts', async () => {
		const rows = await getMany({
			returnAll: true,
			sort: { by: 'date_modified', direction: 'desc' },
		});
		const dates = rows.map(({ dateModified }) => String(dateModified));
		expect(dates).toEqual([...dates].sort().reverse());
		expect(store.exchanges[0]?.query.sort).toBe('id:asc');
		const limited = await getMany({ limit: 2, sort: { by: 'date_modified', direction: 'asc' } });
		expect(idsOf(limited)).toEqual([101, 102]);
	});

	it("takes a date alone for that whole day in the workflow's time zone", async () => {
		// n8n's own default time zone is that of New York.
		const times = ['2026-10-01T03:59:59Z', '2026-10-01T04:00:00Z', '2026-10-02T03:59:59Z'];
		for (const [index, time] of [...times, '2026-10-02T04:00:00Z'].entries())
			Object.assign(store.state.orders.get(116 + index) ?? {}, { date_created: Date.parse(time) });
		const day = '2026-10-01';
		const idFilter = { idFrom: 116, idTo: 119 };
		const found = async (filters: object) =>
			idsOf(await getMany({ returnAll: true, filters: { ...idFilter, ...filters } })).sort();
		expect(await found({ createdBefore: day })).toEqual([116, 117, 118]);
		expect(await found({ createdAfter: day })).toEqual([117, 118, 119]);
		expect(await found({ createdAfter: day, createdBefore: day })).toEqual([117, 118]);
		expect(store.exchanges.at(-1)?.query).toMatchObject({
			min_date_created: '2026-10-01T04:00:00.000Z',
			max_date_created: '2026-10-02T03:59:59.999Z',
		});
	});

	it('fails the one item whose filter is wrong, and goes on', async () => {
		const rows = await getMany(
			{ filters: { idTo: '={{ $json.to }}' } },
			{ items: [{ to: 101 }, { to: 'x' }], onError: 'continueRegularOutput' },
		);
		expect(rows[0]).toMatchObject({ id: 101 });
		expect(rows[1]).toMatchObject({ error: expect.stringContaining("'Order ID To'") });
	});
});

describe('Order: Get Many, what is included', () => {
	const linesOf = (row?: object) => (row as { lineItems: object[] }).lineItems;

	it('reads lines, addresses and fees with the list itself', async () => {
		const rows = await getMany({
			statuses: [9],
			include: ['lineItems', 'shippingAddresses', 'fees'],
		});
		expect(requests()).toEqual(['GET /v2/orders']);
		expect(rows[0]).toMatchObject({
			id: 122,
			fees: [{ costExTax: 2 }],
			shippingAddresses: [{ countryCode: expect.stringMatching(/^..$/), itemsTotal: 3 }],
		});
		expect(linesOf(rows[0]).map((line) => (line as { sku: string }).sku)).toEqual([
			'CC-SUMMIT-250G-WHOL',
			'BW-GRIND',
			'CC-CLASS',
		]);
		expect(linesOf(rows[0])[0]).toMatchObject({
			quantity: 2,
			quantityShipped: 0,
			options: expect.objectContaining({ Grind: expect.any(String) }),
			priceExTax: expect.any(Number),
		});
	});

	it('fetches the lines of the one order that has more than 50', async () => {
		const rows = await getMany({ statuses: [11], include: ['lineItems'] });
		const many = rows.find(({ id }) => id === 119);
		expect(linesOf(many)).toHaveLength(120);
		expect(requests()).toEqual(['GET /v2/orders', 'GET /v2/orders/119/products']);
	});

	it('gives lines the same shape, whichever way they came', async () => {
		const rows = await getMany({ statuses: [11], include: ['lineItems'], output: 'raw' });
		const shape = (id: number) =>
			Object.keys(linesOf(rows.find((row) => row.id === id))[0] ?? {}).sort();
		expect(shape(119)).toEqual(shape(118));
	});

	it('asks for shipments only where something was shipped', async () => {
		const rows = await getMany({ filters: { idFrom: 119, idTo: 121 }, include: ['shipments'] });
		expect(rows.map(({ shipments }) => (shipments as object[]).length)).toEqual([0, 1, 0]);
		expect(requests()).toEqual(['GET /v2/orders', 'GET /v2/orders/120/shipments']);
	});

	it('asks for the refunds of all orders at once', async () => {
		const rows = await getMany({ returnAll: true, include: ['refunds'] });
		expect(requests()).toEqual(['GET /v2/orders', 'GET /v3/orders/payment_actions/refunds']);
		const refunded = rows.filter(({ refunds }) => (refunds as object[]).length > 0);
		expect(idsOf(refunded)).toEqual([106, 102]);
		expect(refunded[0]?.refunds).toMatchObject([
			{ amount: expect.any(Number), items: [{ type: 'PRODUCT' }] },
		]);
		const amounts = (refunded[0]?.refunds as Array<{ amount: number }>).map(({ amount }) => amount);
		expect(refunded[0]?.refundedAmount).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
	});

	it('reads coupons and transactions for each order, several at a time', async () => {
		store.setLatency(20);
		const rows = await getMany({ limit: 10, include: ['coupons', 'transactions'] });
		expect(store.exchanges).toHaveLength(21);
		expect(store.maxParallel).toBeGreaterThan(3);
		expect(rows.find(({ id }) => id === 124)).toMatchObject({
			coupons: [{ code: 'SHIP5', discount: 5 }],
			transactions: [{ amount: expect.any(Number), dateCreated: expect.stringMatching(/Z$/) }],
		});
		// No payment yet: an empty list, not a missing property.
		expect(rows.find(({ id }) => id === 126)).toMatchObject({ coupons: [], transactions: [] });
	});

	it('names the scope that transactions need', async () => {
		store.setScopes(['store_v2_orders_read_only']);
		await expect(getMany({ limit: 1, include: ['transactions'] })).rejects.toMatchObject({
			description: expect.stringContaining('Order Transactions (read-only or modify)'),
		});
	});

	it('takes what an expression gives, and says what it does not know', async () => {
		const [order] = await getMany({ limit: 1, include: 'fees, lineItems' });
		expect(order).toMatchObject({ fees: [], lineItems: [{}, {}] });
		await expect(getMany({ include: ['invoices'] })).rejects.toThrow(/'Include' is "invoices"/);
	});

	it('knows nothing of parts that were not asked for', async () => {
		const [order] = await getMany({ limit: 1 });
		for (const part of ['lineItems', 'coupons', 'fees', 'shipments'])
			expect(order).not.toHaveProperty(part);
	});
});

describe('Order, simplified', () => {
	const PARTS = ['lineItems', 'shippingAddresses'];

	it('keeps what a warehouse, an accountant or a support desk acts on', async () => {
		const order = store.state.orders.get(118);
		const [first, second] = order?.lines ?? [];
		const instructions = { name: 'Delivery Instructions', value: 'leave in backyard' };
		Object.assign(order?.billing_address ?? {}, {
			street_1: '1 Mill Lane',
			phone: '555 0100',
			country: 'United States',
			country_iso2: 'US',
			form_fields: [instructions],
		});
		Object.assign(order?.addresses[0] ?? {}, { form_fields: [instructions] });
		Object.assign(first ?? {}, {
			upc: '1234567891112',
			bin_picking_number: 'A-7',
			refund_amount: 1.5,
			wrapping: { id: 3, name: 'Red paper', message: 'Happy birthday', cost: 2.5 },
			event: { name: 'Delivery Date', date: Date.UTC(2026, 4, 1) },
			applied_discounts: [
				{ id: 'coupon', amount: 1.25, name: 'Spring', code: 'SPRING', target: 'product' },
			],
		});
		Object.assign(second ?? {}, { parent_line_id: first?.id });
		for (const rows of [
			await run('get', { ...byId(118), include: PARTS }),
			await getMany({ filters: { idFrom: 118, idTo: 118 }, include: PARTS }),
		]) {
			expect(rows[0]).toMatchObject({
				billingStreet1: '1 Mill Lane',
				billingPhone: '555 0100',
				billingCountry: 'United States',
				billingCountryCode: 'US',
				billingFormFields: { 'Delivery Instructions': 'leave in backyard' },
				refundedAmount: 0,
				totalExTax: expect.any(Number),
				shippingAddresses: [
					{ formFields: { 'Delivery Instructions': 'leave in backyard' } },
					expect.not.objectContaining({ formFields: expect.anything() }),
				],
				lineItems: [
					{
						upc: '1234567891112',
						binPickingNumber: 'A-7',
						parentLineItemId: null,
						refundedAmount: 1.5,
						discounts: [
							{ id: 'coupon', name: 'Spring', code: 'SPRING', amount: 1.25, target: 'product' },
						],
						discountedTotalIncTax: expect.any(Number),
						giftWrapping: { name: 'Red paper', message: 'Happy birthday', costExTax: 2.5 },
						event: { name: 'Delivery Date', date: '2026-05-01T00:00:00.000Z' },
					},
					{ parentLineItemId: first?.id, giftWrapping: null, event: null, discounts: [] },
				],
			});
		}
	});

	it('keeps both of two options that have one name', async () => {
		const line = store.state.orders.get(118)?.lines[0];
		Object.assign(line ?? {}, {
			options: [
				{ name: 'Engraving', value: 'Anna' },
				{ name: 'Engraving', value: 'Ben' },
			],
		});
		const [order] = await run('get', byId(118));
		expect(order).toMatchObject({
			lineItems: [{ options: { Engraving: 'Anna', 'Engraving (2)': 'Ben' } }, {}],
		});
	});
});

describe('Order, the transactions of an order', () => {
	const addTransactions = (count: number) => {
		const [any] = store.state.transactions.values();
		for (let id = 90_001; id <= 90_000 + count; id++)
			store.state.transactions.set(id, { ...any, id, order_id: 126 } as typeof any & object);
	};
	const transactionsOf = async () =>
		(await run('get', { ...byId(126), include: ['transactions'] }))[0] as {
			transactions: object[];
			transactionsLeftOut?: number;
		};

	it('come with the largest page', async () => {
		addTransactions(60);
		const order = await transactionsOf();
		expect(order.transactions).toHaveLength(60);
		expect(order).not.toHaveProperty('transactionsLeftOut');
		expect(requests()).toHaveLength(2);
	});

	it('are said to be more where the store gives no more of them', async () => {
		addTransactions(260);
		const order = await transactionsOf();
		expect(order.transactions).toHaveLength(250);
		expect(order.transactionsLeftOut).toBe(10);
	});
});

describe('Order: Get', () => {
	it('reads one order with its lines in one request', async () => {
		const [order] = await run('get', byId(118));
		expect(order).toMatchObject({ id: 118, lineItems: [{ quantity: 2 }, { quantity: 1 }] });
		expect((order?.shippingAddresses as object[]).length).toBe(2);
		expect(requests()).toEqual(['GET /v2/orders/118']);
	});

	it('takes the address of the order in the control panel', async () => {
		const value = 'https://store-abc123.mybigcommerce.com/manage/orders/118?page=1';
		const [order] = await run('get', { order: { __rl: true, mode: 'url', value }, include: [] });
		expect(order).toMatchObject({ id: 118 });
	});

	it('says plainly that there is no such order', async () => {
		await expect(run('get', byId(9999))).rejects.toMatchObject({
			message: 'BigCommerce could not read order 9999 (HTTP 404) [item 0]',
			description: expect.stringContaining('It may have been deleted'),
		});
	});

	it('refuses what is no id', async () => {
		await expect(run('get', byId('abc'))).rejects.toThrow(/'Order' is "abc"/);
	});

	it('offers the latest orders, and finds one by number or email', async () => {
		const { results } = await searchList(store.credential, 'searchOrders');
		expect(results[0]).toMatchObject({ value: 127 });
		const found = await searchList(store.credential, 'searchOrders', '118');
		expect(found.results.map(({ value }) => value)).toEqual([118]);
	});
});

describe('Order: Count', () => {
	it('counts in all and at each status, in one request', async () => {
		const [counted] = await run('count', {});
		expect(counted).toMatchObject({ count: store.state.orders.size - 1 });
		expect(counted?.statuses).toContainEqual({
			id: 11,
			name: 'Awaiting Fulfillment',
			label: 'Packing',
			count: 7,
		});
		expect(store.exchanges).toHaveLength(1);
	});

	it('counts what Get Many would give', async () => {
		const parameters = {
			statuses: 'Packing, 9',
			filters: { createdInLastDays: 3.5 },
			returnAll: true,
		};
		const [counted] = await run('count', parameters);
		expect(counted).toMatchObject({ count: (await getMany(parameters)).length });
		expect((counted?.statuses as object[]).length).toBe(2);
	});
});

describe('Order: Get Statuses', () => {
	it('lists them with both labels', async () => {
		const statuses = await run('getStatuses', {});
		expect(statuses).toHaveLength(15);
		expect(statuses).toContainEqual(
			expect.objectContaining({ id: 9, name: 'Awaiting Shipment', label: 'Waiting for Carrier' }),
		);
	});
});

describe('Order: Update Status', () => {
	const update = async (parameters: object, ...rest: [object?]) =>
		await run('updateStatus', parameters, ...rest);
	const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');

	it.each([9, 'Waiting for Carrier', 'awaiting shipment'])(
		'sets the status %j, and nothing else',
		async (status) => {
			const [order] = await update({ ...byId(118), status });
			expect(order).toMatchObject({
				id: 118,
				status: 'Awaiting Shipment',
				statusLabel: 'Waiting for Carrier',
				previousStatus: 'Awaiting Fulfillment',
				unchanged: false,
			});
			expect(store.state.orders.get(118)?.status_id).toBe(9);
			expect(writes().map(({ requestBody }) => requestBody)).toEqual([{ status_id: 9 }]);
		},
	);

	it('sends nothing where the order is there already', async () => {
		const [order] = await update({ ...byId(118), status: 11 });
		expect(order).toMatchObject({ status: 'Awaiting Fulfillment', unchanged: true });
		expect(writes()).toEqual([]);
	});

	it('moves many orders at the same time, and one order step by step', async () => {
		store.setLatency(20);
		const items = [118, 117, 121, 123, 118].map((order, index) => ({
			order,
			status: index === 4 ? 2 : 9,
		}));
		const parameters = {
			order: { __rl: true, mode: 'id', value: '={{ $json.order }}' },
			status: '={{ $json.status }}',
		};
		const rows = await update(parameters, { items });
		expect(idsOf(rows)).toEqual([118, 117, 121, 123, 118]);
		expect(rows.map(({ previousStatus }) => previousStatus).at(-1)).toBe('Awaiting Shipment');
		expect(store.state.orders.get(118)?.status_id).toBe(2);
		expect(store.maxParallel).toBeGreaterThan(1);
	});

	it('comes through when the answer is lost', async () => {
		store.faults.add({ match: { method: 'PUT' }, kind: 'reset', applied: true });
		const [order] = await update({ ...byId(118), status: 9 });
		expect(order).toMatchObject({ status: 'Awaiting Shipment', unchanged: false });
	});

	it('fails the item with an unknown status or order alone', async () => {
		const rows = await update(
			{
				order: { __rl: true, mode: 'id', value: '={{ $json.order }}' },
				status: '={{ $json.status }}',
			},
			{
				items: [
					{ order: 118, status: 'Packed' },
					{ order: 9999, status: 9 },
					{ order: 117, status: 9 },
				],
				onError: 'continueRegularOutput',
			},
		);
		expect(rows[0]).toMatchObject({ error: expect.stringContaining('Packed') });
		expect(rows[1]).toMatchObject({ error: expect.stringContaining('9999') });
		expect(rows[2]).toMatchObject({ id: 117, status: 'Awaiting Shipment' });
		expect(writes()).toHaveLength(1);
	});

	it('says what is missing when the picker was left empty', async () => {
		await expect(update({ ...byId(118), status: '' })).rejects.toThrow(
			/'Status Name or ID' is empty/,
		);
	});
});

describe('the example workflows with orders', () => {
	it.each([
		['orders-by-status.json', [127, 124, 123, 122, 121, 119, 118, 117, 116]],
		['new-orders-only.json', [117, 118, 119, 121, 123, 124, 127]],
	])('%s', async (file, ids) => {
		const { nodes } = JSON.parse(readFileSync(join(__dirname, '../../examples', file), 'utf8')) as {
			nodes: Array<{ type: string; parameters: Record<string, unknown> }>;
		};
		const ours = nodes.filter(({ type }) => type === 'n8n-nodes-bigcommerce.bigCommerce');
		expect(ours).toHaveLength(1);
		const rows = await runForJson(store.credential, ours[0]?.parameters ?? {}, {
			workflowId: file,
		});
		expect(idsOf(rows)).toEqual(ids);
		expect(rows[0]).toMatchObject({
			lineItems: expect.any(Array),
			shippingAddresses: expect.any(Array),
		});
	});
});
