import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson, runNode, searchList } from '../support/runNode';

const SIMPLE = 116; // 10 CC-SUMMIT-250G-FILT, 2 BW-SLOPE-SET
const TWO_ADDRESSES = 118;
const PARTLY_SHIPPED = 110;
const DIGITAL = 125;

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
beforeEach(() => store.reset());
afterAll(async () => await store.stop());
holdToContract(() => store);

const locator = (id: number | string, mode = 'id') => ({ __rl: true, mode, value: String(id) });
const run = async (
	operation: string,
	order: number | string,
	more: object = {},
	rest: object = {},
) =>
	await runForJson(
		store.credential,
		{ resource: 'orderShipment', operation, order: locator(order), ...more },
		rest,
	);
const shipmentsOf = (orderId: number) =>
	[...store.state.shipments.values()].filter((shipment) => shipment.order_id === orderId);
const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');

describe('Order Shipment: Create', () => {
	it.each([
		['USPS Priority Mail', { shipping_provider: 'usps' }, 'Priority Mail'],
		['USPS First-Class', { shipping_provider: 'usps' }, 'First-Class'],
		['FedEx 2Day', { shipping_provider: 'fedex' }, '2Day'],
		['FedEx SmartPost', { shipping_provider: 'fedex' }, 'SmartPost'],
		['FedEx Ground', { shipping_provider: 'fedex' }, 'Ground'],
		['UPS® SurePost', { shipping_provider: 'ups' }, 'SurePost'],
		['Royal Mail 48', { shipping_provider: 'royalmail' }, '48'],
		['Canada Post Expedited', { shipping_provider: 'canadapost' }, 'Expedited'],
		['DHL Express Worldwide', { tracking_carrier: 'dhl' }, 'Express Worldwide'],
	])('makes a tracking link for "%s"', async (otherCarrier, carrier, shippingMethod) => {
		const [shipment] = await run('create', SIMPLE, {
			trackingNumber: '1Z1',
			additionalFields: { otherCarrier },
		});
		expect(writes()[0]?.requestBody).toMatchObject(carrier);
		expect(shipment).toMatchObject({
			shippingMethod,
			trackingLink: expect.stringContaining('1Z1'),
		});
		expect(shipment).not.toHaveProperty('warning');
	});

	it('says that the customer gets no link where nobody knows the carrier', async () => {
		const additionalFields = { otherCarrier: "Joe's Couriers" };
		const [created] = await run('create', SIMPLE, { trackingNumber: 'J-1', additionalFields });
		expect(created).toMatchObject({
			carrier: '',
			shippingMethod: "Joe's Couriers",
			trackingLink: '',
			warning: expect.stringContaining('no tracking link'),
		});
		const shipment = locator(String(created?.id));
		const change = { shipment, updateFields: { otherCarrier: 'DHL' } };
		const [updated] = await run('update', SIMPLE, change);
		expect(updated).toMatchObject({ carrier: 'dhl', trackingLink: expect.stringContaining('J-1') });
		expect(updated).not.toHaveProperty('warning');
	});

	it('records all that is left, with the carrier as it was written', async () => {
		const [shipment] = await run('create', '#116', {
			trackingNumber: '1Z1',
			additionalFields: {
				otherCarrier: 'DHL Express',
				shippingCost: '4.5',
				shipDate: '2026-05-04',
			},
		});
		expect(shipment).toMatchObject({
			orderId: SIMPLE,
			trackingNumber: '1Z1',
			carrier: 'dhl',
			shippingCost: 4.5,
			comments: 'Shipped on 2026-05-04',
			items: [{ quantity: 10 }, { quantity: 2 }],
		});
		expect(store.exchanges).toHaveLength(3);
		expect(writes()[0]?.requestBody).toMatchObject({
			shipping_provider: '',
			tracking_carrier: 'dhl',
		});
	});

	it('sends an amount as it was written', async () => {
		const shippingCost = '90071992547409.93';
		await run('create', SIMPLE, { additionalFields: { shippingCost } });
		expect(writes()[0]?.requestBody).toMatchObject({
			merchant_shipping_cost: '90071992547409.9300',
		});
	});

	it('records the chosen items, by SKU or line item', async () => {
		const line = store.state.orders.get(SIMPLE)?.lines[1];
		const chosen = {
			ship: 'chosen',
			items: {
				item: [
					{ line: 'cc-summit-250g-filt', quantity: 3 },
					{ line: String(line?.id), quantity: '' },
				],
			},
		};
		await run('create', SIMPLE, chosen);
		expect(shipmentsOf(SIMPLE)[0]?.items.map(({ quantity }) => quantity)).toEqual([3, 2]);
		expect(shipmentsOf(SIMPLE)[0]?.shipping_provider).toBe('');
	});

	it.each([
		[
			'more than is left',
			SIMPLE,
			{ ship: 'chosen', items: { item: [{ line: 'BW-SLOPE-SET', quantity: 3 }] } },
			'has 2 of "BW-SLOPE-SET" left to ship, not 3',
		],
		[
			'an unknown item',
			SIMPLE,
			{ ship: 'chosen', items: { item: [{ line: 'NO-SUCH', quantity: 1 }] } },
			'has 0 of "NO-SUCH"',
		],
		[
			'a quantity of 0',
			SIMPLE,
			{ ship: 'chosen', items: { item: [{ line: 'BW-SLOPE-SET', quantity: 0 }] } },
			'\'Quantity\' is "0"',
		],
		['no item', SIMPLE, { ship: 'chosen' }, "'Items' is empty"],
		['a digital order', DIGITAL, {}, 'Nothing of order 125 is left to ship'],
		['several addresses', TWO_ADDRESSES, {}, 'go to several addresses'],
	])('refuses %s before anything is written', async (_, order, more, message) => {
		await expect(run('create', order, more)).rejects.toThrow(message);
		expect(writes()).toHaveLength(0);
	});

	it('ships to the address that was named', async () => {
		const address = store.state.orders.get(TWO_ADDRESSES)?.addresses[1]?.id ?? 0;
		const [shipment] = await run('create', TWO_ADDRESSES, {
			additionalFields: { orderAddressId: String(address) },
		});
		expect(shipment).toMatchObject({ orderAddressId: address, items: [{ quantity: 1 }] });
	});

	it('records it once when the answer is lost', async () => {
		store.faults.add({ match: { method: 'POST' }, kind: 'reset', applied: true });
		const [shipment] = await run('create', SIMPLE, { trackingNumber: '1Z1' });
		expect(shipmentsOf(SIMPLE).map(({ id }) => id)).toEqual([shipment?.id]);
	});
});

describe('Order Shipment: Get Many, Get, Update, Delete', () => {
	const seeded = () => shipmentsOf(PARTLY_SHIPPED)[0]?.id ?? 0;

	it('shows the carrier of a shipment without a provider, and none where there is none', async () => {
		const [shipment] = shipmentsOf(PARTLY_SHIPPED);
		Object.assign(shipment ?? {}, { shipping_provider: '', tracking_carrier: 'dpd-uk' });
		expect((await run('getAll', PARTLY_SHIPPED))[0]).toMatchObject({ carrier: 'dpd-uk' });
		Object.assign(shipment ?? {}, { tracking_carrier: '' });
		expect((await run('getAll', PARTLY_SHIPPED))[0]).toMatchObject({ carrier: '' });
	});

	it('lists the shipments of an order, simplified or as they are', async () => {
		const [simple] = await run('getAll', PARTLY_SHIPPED);
		expect(simple).toEqual({
			id: seeded(),
			orderId: PARTLY_SHIPPED,
			orderAddressId: expect.any(Number),
			dateCreated: expect.stringMatching(/^\d{4}-.*Z$/),
			trackingNumber: '9400100000000000000003',
			trackingLink: expect.stringContaining('usps.com'),
			carrier: 'USPS',
			shippingMethod: 'Flat Rate',
			shippingCost: 0,
			comments: '',
			items: [{ lineItemId: expect.any(Number), productId: expect.any(Number), quantity: 2 }],
		});
		expect((await run('getAll', PARTLY_SHIPPED, { output: 'raw' }))[0]).toHaveProperty(
			'shipping_address',
		);
		expect(await run('getAll', SIMPLE)).toEqual([]);
	});

	it('takes the address of an order in the control panel', async () => {
		const order = locator(
			`https://store-abc.mybigcommerce.com/manage/orders/${PARTLY_SHIPPED}`,
			'url',
		);
		expect(await run('getAll', '', { order })).toHaveLength(1);
	});

	it('reads one, and says which one is missing', async () => {
		expect(await run('get', PARTLY_SHIPPED, { shipment: locator(seeded()) })).toMatchObject([
			{ id: seeded() },
		]);
		await expect(run('get', PARTLY_SHIPPED, { shipment: locator(99_999) })).rejects.toThrow(
			'could not read shipment 99999 of order 110 (HTTP 404)',
		);
		await expect(run('get', PARTLY_SHIPPED, { shipment: locator('') })).rejects.toThrow(
			"'Shipment' is empty",
		);
	});

	it('changes what was given alone, and empties a field that was emptied', async () => {
		const shipment = locator(seeded());
		const [updated] = await run('update', PARTLY_SHIPPED, {
			shipment,
			updateFields: { trackingNumber: 'NEW1', carrier: 'fedex' },
		});
		expect(updated).toMatchObject({
			trackingNumber: 'NEW1',
			carrier: 'FedEx',
			shippingMethod: 'Flat Rate',
		});
		expect(writes()[0]?.requestBody).toEqual({
			tracking_number: 'NEW1',
			shipping_provider: 'fedex',
			tracking_carrier: '',
		});
		expect(
			await run('update', PARTLY_SHIPPED, {
				shipment,
				updateFields: { trackingNumber: '={{ "" }}' },
			}),
		).toMatchObject([{ trackingNumber: '' }]);
		await expect(run('update', PARTLY_SHIPPED, { shipment })).rejects.toThrow('nothing to change');
	});

	it('deletes one and leaves the others and the status alone', async () => {
		const status = store.state.orders.get(PARTLY_SHIPPED)?.status_id;
		const output = await runNode(
			store.credential,
			{
				resource: 'orderShipment',
				operation: 'delete',
				order: locator(PARTLY_SHIPPED),
				shipment: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			{ items: [{ id: seeded() }, { id: '' }], onError: 'continueRegularOutput' },
		);
		expect(output[0]?.json).toMatchObject({ deleted: true, orderId: PARTLY_SHIPPED });
		expect(output[1]).toMatchObject({
			json: { error: "'Shipment' is empty" },
			pairedItem: { item: 1 },
		});
		expect(shipmentsOf(PARTLY_SHIPPED)).toEqual([]);
		expect(writes()).toHaveLength(1);
		expect(store.state.orders.get(PARTLY_SHIPPED)?.status_id).toBe(status);
	});
});

describe('the pickers', () => {
	const search = async (
		method: 'searchOrders' | 'searchShipments',
		parameters: object,
		text?: string,
	) => (await searchList(store.credential, method, text, undefined, parameters)).results;

	it('find orders by number, newest first without one', async () => {
		expect((await search('searchOrders', {}, '#118')).map(({ name }) => name)).toEqual([
			expect.stringMatching(/^#118 · \S+ \S+ · Packing/),
		]);
		expect((await search('searchOrders', {})).map(({ value }) => value).slice(0, 2)).toEqual([
			127, 126,
		]);
	});

	it('find the shipments of the order that was picked', async () => {
		const form = { resource: 'orderShipment', operation: 'get', order: locator('#110') };
		const [found] = await search('searchShipments', form, '94001');
		expect(found?.name).toContain('9400100000000000000003');
		expect(await search('searchShipments', form, 'none such')).toEqual([]);
		await expect(search('searchShipments', { ...form, order: locator('') })).rejects.toThrow(
			"'Order' is empty",
		);
	});
});
