import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { n8nLog, runForJson, runNode } from '../support/runNode';

/** Orders of the demo store's seed. */
const PARTLY_SHIPPED = 110; // 4 CC-BASE-250G-WHOL of which 2 have gone, 1 BW-SLOPE, 2 TN-MUG12
const TWO_ADDRESSES = 118; // 2 TN-MUG12 to one, 1 CC-BASE-1KG-FILT to the other
const WITH_DIGITAL = 117; // NP-TENT-G2-EMBE and a digital map
const LONG = 119; // 120 lines
const SIMPLE = 116; // 10 CC-SUMMIT-250G-FILT, 2 BW-SLOPE-SET
const SPLIT_SKU = 123; // 1 TN-PAD and 2 BW-HL300 to one address, 1 TN-PAD to another
const DIGITAL = 125;

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
beforeEach(() => store.reset());
afterAll(async () => await store.stop());
holdToContract(() => store);

const form = {
	resource: 'orderShipment',
	operation: 'sync',
};

interface RowResult {
	orderId: number;
	action: string;
	shipmentIds: number[];
	shipped: Array<{ sku: string; quantity: number }>;
	left: number;
	orderStatus: string;
	orderStatusId: number;
	error?: string;
	details?: { description: string };
}

const sync = async (
	items: object[],
	{ onError, ...more }: { onError?: 'continueRegularOutput'; [field: string]: unknown } = {},
) =>
	(await runForJson(
		store.credential,
		{ ...form, ...more },
		{ items, onError },
	)) as unknown as RowResult[];
const anyway = { onError: 'continueRegularOutput' } as const;

const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');
const shipmentsOf = (orderId: number) =>
	[...store.state.shipments.values()].filter((shipment) => shipment.order_id === orderId);
const statusOf = (orderId: number) => store.state.orders.get(orderId)?.status_id;
const lineOf = (orderId: number, sku: string) =>
	store.state.orders.get(orderId)?.lines.find((line) => line.sku === sku);
const results = (rows: RowResult[]) => rows.map(({ action, error }) => action ?? error);

describe('Order Shipment: Sync', () => {
	it('ships all that is left of an order for a row without SKU, in three requests', async () => {
		const [row] = await sync([{ orderId: SIMPLE, trackingNumber: '1Z1', carrier: 'UPS' }]);
		const [shipment] = shipmentsOf(SIMPLE);
		expect(row).toEqual({
			orderId: SIMPLE,
			action: 'created',
			trackingNumber: '1Z1',
			shipmentIds: [shipment?.id],
			shipped: [
				{ sku: 'CC-SUMMIT-250G-FILT', quantity: 10 },
				{ sku: 'BW-SLOPE-SET', quantity: 2 },
			],
			left: 0,
			orderStatus: 'Shipped',
			orderStatusId: 2,
		});
		expect(shipment).toMatchObject({
			tracking_number: '1Z1',
			shipping_provider: 'ups',
			tracking_carrier: '',
		});
		expect(store.exchanges.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
			// Once before, and once to see what the shipment made of the status.
			`GET /v2/orders/${SIMPLE}`,
			`GET /v2/orders/${SIMPLE}`,
			`POST /v2/orders/${SIMPLE}/shipments`,
		]);
	});

	it("groups an order's rows by tracking number, and gives the row without SKU what the others leave", async () => {
		const rows = await sync([
			{ orderId: PARTLY_SHIPPED, trackingNumber: 'A 1', carrier: 'usps' },
			{ orderId: PARTLY_SHIPPED, trackingNumber: 'B1', sku: 'bw-slope', quantity: 1 },
			{ orderId: PARTLY_SHIPPED, trackingNumber: 'b 1', sku: 'TN-MUG12', quantity: '1' },
		]);
		expect(results(rows)).toEqual(['created', 'created', 'created']);
		expect(rows[0]?.shipped).toEqual([
			{ sku: 'CC-BASE-250G-WHOL', quantity: 2 },
			{ sku: 'TN-MUG12', quantity: 1 },
		]);
		expect(rows[1]?.shipmentIds).toEqual(rows[2]?.shipmentIds);
		expect(rows.map(({ left, orderStatusId }) => [left, orderStatusId])).toEqual([
			[0, 2],
			[0, 2],
			[0, 2],
		]);
		expect(writes()).toHaveLength(2);
	});

	it('makes one shipment for each address, and spreads a SKU over them', async () => {
		const rows = await sync([
			{ orderId: TWO_ADDRESSES, trackingNumber: 'X1' },
			{ orderId: SPLIT_SKU, trackingNumber: 'Y1', sku: 'TN-PAD', quantity: 2 },
		]);
		expect(rows.map(({ shipmentIds }) => shipmentIds.length)).toEqual([2, 2]);
		expect(
			new Set(shipmentsOf(TWO_ADDRESSES).map((shipment) => shipment.order_address_id)).size,
		).toBe(2);
		expect(rows[1]).toMatchObject({
			shipped: [{ sku: 'TN-PAD', quantity: 2 }],
			left: 2,
			orderStatusId: 3,
		});
	});

	it('leaves digital lines out, and says so where there is nothing else', async () => {
		const rows = await sync(
			[
				{ orderId: WITH_DIGITAL, trackingNumber: 'D1' },
				{ orderId: DIGITAL, trackingNumber: 'D2' },
			],
			anyway,
		);
		expect(shipmentsOf(WITH_DIGITAL)[0]?.items).toHaveLength(1);
		expect(statusOf(WITH_DIGITAL)).toBe(2);
		const failed = rows.find(({ error }) => error);
		expect(failed?.error).toContain(`Nothing of order ${DIGITAL} is shipped`);
	});

	it('fails a row alone: too many, unknown SKU, unknown order, bad cells', async () => {
		const output = await runNode(store.credential, form, {
			items: [
				{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'BW-SLOPE-SET', quantity: 1 },
				{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'CC-SUMMIT-250G-FILT', quantity: 11 },
				{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'NO-SUCH' },
				{ orderId: 999_999, trackingNumber: 'T1' },
				{ orderId: '', trackingNumber: 'T1' },
				{ orderId: SIMPLE, trackingNumber: 'T'.repeat(51) },
				{ orderId: SIMPLE, trackingNumber: 'T2', sku: 'BW-SLOPE-SET', quantity: 0 },
				{ orderId: SIMPLE, trackingNumber: 'T2', quantity: 1 },
				{ orderId: '# 124', trackingNumber: 'T3' },
			],
			onError: 'continueRegularOutput',
		});
		const byRow = new Map(
			output.map(({ json, pairedItem }) => [
				(pairedItem as { item: number }).item,
				json as unknown as RowResult,
			]),
		);
		expect([...byRow.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
		expect(byRow.get(0)).toMatchObject({ action: 'created', left: 11, orderStatusId: 3 });
		expect(byRow.get(1)?.error).toContain(
			'Only 10 of CC-SUMMIT-250G-FILT in order 116 are left to ship, not 11',
		);
		expect(byRow.get(2)?.error).toContain('no line item with the SKU "NO-SUCH"');
		expect(byRow.get(2)?.details?.description).toContain('BW-SLOPE-SET');
		expect(byRow.get(3)?.error).toContain('HTTP 404');
		expect(byRow.get(4)?.error).toContain("'Order ID' is empty");
		expect(byRow.get(5)?.error).toContain("'Tracking Number' has 51 characters");
		expect(byRow.get(6)?.error).toContain("'Quantity' is 0");
		expect(byRow.get(7)?.error).toContain('several SKUs');
		expect(byRow.get(8)).toMatchObject({ orderId: 124, action: 'created', orderStatusId: 2 });
	});

	it('reads orders that are close together in one request, and nothing again that stays', async () => {
		const items = [...store.state.orders.keys()]
			.filter((id) => ![DIGITAL, LONG].includes(id))
			.map((orderId, n) => ({ orderId, trackingNumber: `1Z${n}`, carrier: 'UPS' }));
		items.push({ orderId: 9_999, trackingNumber: '1Z', carrier: 'UPS' });
		const first = await sync(items, anyway);
		const created = first.filter(({ action }) => action === 'created');
		expect(created.length).toBeGreaterThan(4);
		const failed = first.filter(({ error }) => error !== undefined);
		expect(failed.at(-1)?.error).toContain('read order 9999');
		const paths = store.exchanges.map(({ method, path }) => `${method} ${path}`);
		expect(paths.filter((path) => path === 'GET /v2/orders')).toHaveLength(1);
		expect(paths).not.toContain(`GET /v2/orders/${SIMPLE}/products`);
		store.exchanges.length = 0;
		const rows = items.filter(({ orderId }) => created.some((row) => row.orderId === orderId));
		const again = await sync(rows);
		expect(new Set(again.map(({ action }) => action))).toEqual(new Set(['unchanged']));
		expect(store.exchanges).toHaveLength(1 + rows.length);
	});

	it('sends nothing when a row cannot be read and the run shall stop', async () => {
		await expect(
			sync([{ orderId: SIMPLE, trackingNumber: 'T1' }, { orderId: 'x' }]),
		).rejects.toThrow('\'Order ID\' is "x"');
		expect(store.exchanges).toHaveLength(0);
	});

	it('writes nothing the second time', async () => {
		const items = [
			{ orderId: SIMPLE, trackingNumber: '1z 1', carrier: 'DHL Express', comments: 'Two boxes' },
			{ orderId: TWO_ADDRESSES, trackingNumber: 'X1', carrier: "Joe's Couriers" },
			{
				orderId: PARTLY_SHIPPED,
				trackingNumber: 'P1',
				sku: 'BW-SLOPE',
				quantity: 1,
				carrier: 'FedEx',
			},
			{ orderId: PARTLY_SHIPPED, sku: 'TN-MUG12', quantity: 1, carrier: 'Royal Mail' },
			{ orderId: PARTLY_SHIPPED, sku: 'TN-MUG12', quantity: 1, carrier: 'UPS' },
			{ orderId: 124 },
			{ orderId: LONG, trackingNumber: 'L1' },
		];
		const first = await sync(items);
		expect(new Set(results(first))).toEqual(new Set(['created']));
		expect(shipmentsOf(LONG)[0]?.items).toHaveLength(120);
		const before = writes().length;
		const second = await sync([...items].reverse());
		expect(new Set(results(second))).toEqual(new Set(['unchanged']));
		expect(writes()).toHaveLength(before);
		expect(second.reverse().map(({ shipmentIds, left }) => [shipmentIds, left])).toEqual(
			first.map(({ shipmentIds, left }) => [shipmentIds, left]),
		);
	});

	it('ships only what is not covered when a known tracking number comes with other SKUs', async () => {
		await sync([
			{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'CC-SUMMIT-250G-FILT', quantity: 4 },
		]);
		const rows = await sync([
			{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'CC-SUMMIT-250G-FILT', quantity: 6 },
			{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'BW-SLOPE-SET' },
		]);
		expect(shipmentsOf(SIMPLE).map(({ items }) => items.map(({ quantity }) => quantity))).toEqual([
			[4],
			[2, 2],
		]);
		expect(rows).toMatchObject([
			{ action: 'created', shipmentIds: [expect.any(Number), expect.any(Number)], left: 4 },
			{ action: 'created' },
		]);
	});

	it('does not send out with a known tracking number what was freed since', async () => {
		await sync([
			{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'BW-SLOPE-SET' },
			{ orderId: SIMPLE, trackingNumber: 'T2' },
		]);
		const [kept, freed] = shipmentsOf(SIMPLE).map(({ id, tracking_number }) => ({
			id,
			tracking_number,
		}));
		expect(kept?.tracking_number).toBe('T1');
		await runForJson(store.credential, {
			resource: 'orderShipment',
			operation: 'delete',
			order: { __rl: true, mode: 'id', value: String(SIMPLE) },
			shipment: { __rl: true, mode: 'id', value: String(freed?.id) },
		});
		const [row] = await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }]);
		expect(row).toMatchObject({ action: 'unchanged', left: 10 });
	});

	it('updates a changed carrier or comment, and nothing else', async () => {
		const row = { orderId: SIMPLE, trackingNumber: 'T1', carrier: 'UPS', comments: 'Box 1' };
		await sync([row]);
		store.exchanges.length = 0;
		expect(results(await sync([{ ...row, carrier: 'dpd-uk' }]))).toEqual(['updated']);
		expect(writes().map(({ method, requestBody }) => [method, requestBody])).toEqual([
			['PUT', { shipping_provider: '', tracking_carrier: 'dpd-uk' }],
		]);
		expect(results(await sync([{ ...row, carrier: '', comments: 'Box 1 of 2' }]))).toEqual([
			'updated',
		]);
		expect(results(await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }]))).toEqual(['unchanged']);
		expect(shipmentsOf(SIMPLE)).toMatchObject([
			{ tracking_carrier: 'dpd-uk', comments: 'Box 1 of 2' },
		]);
	});

	it('gives a tracking number that comes later to the shipment that has none', async () => {
		await sync([{ orderId: SIMPLE }]);
		const [row] = await sync([{ orderId: SIMPLE, trackingNumber: 'LATE1', carrier: 'UPS' }]);
		expect(row?.action).toBe('updated');
		expect(shipmentsOf(SIMPLE)).toMatchObject([
			{ tracking_number: 'LATE1', shipping_provider: 'ups' },
		]);
	});

	it('refuses a second parcel for an order of which nothing is left', async () => {
		const rows = await sync(
			[
				{ orderId: SIMPLE, trackingNumber: 'T1' },
				{ orderId: SIMPLE, trackingNumber: 'T2' },
			],
			anyway,
		);
		expect(results(rows).sort()).toEqual([
			expect.stringContaining('Nothing of order 116 is left to ship'),
			'created',
		]);
	});

	it('puts the ship date into the comments and keeps those that are there', async () => {
		await sync([{ orderId: SIMPLE, trackingNumber: 'T1', comments: 'Fragile' }]);
		expect(
			results(await sync([{ orderId: SIMPLE, trackingNumber: 'T1', shipDate: '2026-05-04' }])),
		).toEqual(['updated']);
		expect(shipmentsOf(SIMPLE)[0]?.comments).toBe('Fragile\nShipped on 2026-05-04');
		expect(
			results(
				await sync([
					{ orderId: SIMPLE, trackingNumber: 'T1', shipDate: '2026-05-04T23:00:00-07:00' },
				]),
			),
		).toEqual(['unchanged']);
	});

	it.each(['reset', 'cutBody', 'html'] as const)(
		'records a shipment once when its answer is lost (%s)',
		async (kind) => {
			store.faults.add({ match: { method: 'POST' }, kind, applied: true });
			const rows = await sync([{ orderId: TWO_ADDRESSES, trackingNumber: 'X1' }]);
			expect(rows).toMatchObject([{ action: 'created', left: 0, orderStatusId: 2 }]);
			expect(shipmentsOf(TWO_ADDRESSES)).toHaveLength(2);
			expect(rows[0]?.shipmentIds).toEqual(shipmentsOf(TWO_ADDRESSES).map(({ id }) => id));
		},
	);

	it('goes on with the other addresses when one shipment is refused, and mends the rest the next time', async () => {
		store.faults.add({ match: { method: 'POST' }, kind: 'status', status: 400 });
		const rows = await sync([{ orderId: TWO_ADDRESSES, trackingNumber: 'X1' }], anyway);
		expect(rows[0]?.error).toContain('HTTP 400');
		expect(shipmentsOf(TWO_ADDRESSES)).toHaveLength(1);
		expect(statusOf(TWO_ADDRESSES)).toBe(3);
		expect(await sync([{ orderId: TWO_ADDRESSES, trackingNumber: 'X1' }])).toMatchObject([
			{ action: 'created', left: 0, orderStatusId: 2 },
		]);
		expect(shipmentsOf(TWO_ADDRESSES)).toHaveLength(2);
	});

	it('fails each row once when its order cannot be read at the end', async () => {
		store.faults.add({
			match: { method: 'GET', path: `/v2/orders/${SIMPLE}` },
			kind: 'status',
			status: 403,
			times: 9,
		});
		const rows = await sync(
			[
				{ orderId: SIMPLE, trackingNumber: 'T1' },
				{ orderId: SIMPLE, sku: 'NO-SUCH' },
			],
			anyway,
		);
		expect(rows).toHaveLength(2);
		expect(rows.every(({ error }) => error)).toBe(true);
	});

	it('takes the service off a carrier for its link, and says where no link came of it', async () => {
		const rows = await sync([
			{ orderId: SIMPLE, trackingNumber: '1Z1', carrier: 'UPS® SurePost', sku: 'BW-SLOPE-SET' },
			{ orderId: SIMPLE, trackingNumber: 'J-1', carrier: "Joe's Couriers" },
			{ orderId: 124, trackingNumber: 'N-1' },
		]);
		expect(rows).toMatchObject([
			{ action: 'created' },
			{ action: 'created', warning: expect.stringContaining('no tracking link') },
			{ action: 'created', warning: expect.stringContaining('no tracking link') },
		]);
		expect(rows[0]).not.toHaveProperty('warning');
		expect(shipmentsOf(SIMPLE)).toMatchObject([
			{ shipping_provider: 'ups', shipping_method: 'SurePost' },
			{ shipping_provider: '', tracking_carrier: '', shipping_method: "Joe's Couriers" },
		]);
		const preview = await sync(
			[{ orderId: 117, trackingNumber: 'J-2', carrier: "Joe's Couriers" }],
			{
				options: { preview: true },
			},
		);
		expect(preview[0]).toHaveProperty('warning');
	});

	it('does not count a shipment as recorded where the answer holds none', async () => {
		const match = { method: 'POST', path: `/v2/orders/${SIMPLE}/shipments` };
		store.faults.add({ match, kind: 'empty', status: 204, times: 9 });
		const [row] = await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }], anyway);
		expect(row).toMatchObject({ error: expect.anything() });
		expect(shipmentsOf(SIMPLE)).toHaveLength(0);
		expect(statusOf(SIMPLE)).toBe(9);
	});

	it('finds a shipment that was recorded though the answer does not hold it', async () => {
		const match = { method: 'POST', path: `/v2/orders/${SIMPLE}/shipments` };
		store.faults.add({ match, kind: 'empty', status: 204, applied: true });
		const [row] = await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }]);
		const [shipment, ...others] = shipmentsOf(SIMPLE);
		expect(row).toMatchObject({ action: 'created', shipmentIds: [shipment?.id] });
		expect(others).toEqual([]);
	});

	describe("the order's status", () => {
		const collectFirstLine = (orderId: number) => {
			const order = store.state.orders.get(orderId);
			Object.assign(order?.lines[0] ?? {}, { order_address_id: 0, pickup_method_id: 2 });
			return order?.lines[0]?.quantity;
		};

		it.each([true, false])(
			"is left to BigCommerce while something is still to be collected (BigCommerce's own move: %s)",
			async (moves) => {
				store.state.settings.shipmentsMoveStatus = moves;
				const before = statusOf(SIMPLE);
				const quantity = collectFirstLine(SIMPLE);
				const [row] = await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }]);
				expect(row).toMatchObject({
					action: 'created',
					shipped: [{ sku: 'BW-SLOPE-SET', quantity: 2 }],
					left: quantity,
					orderStatusId: moves ? 3 : before,
				});
				expect(writes().filter(({ method }) => method === 'PUT')).toEqual([]);
			},
		);

		it('is set by the node only where BigCommerce did not', async () => {
			store.state.settings.shipmentsMoveStatus = false;
			const rows = await sync([
				{ orderId: SIMPLE, trackingNumber: 'T1' },
				{ orderId: PARTLY_SHIPPED, trackingNumber: 'T2', sku: 'BW-SLOPE' },
				{ orderId: TWO_ADDRESSES, trackingNumber: 'T3', sku: 'TN-MUG12' },
			]);
			expect(rows.map(({ orderStatusId }) => orderStatusId)).toEqual([2, 3, 3]);
			const puts = writes().filter(({ method }) => method === 'PUT');
			expect(puts.map(({ path, requestBody }) => [path, requestBody]).sort()).toEqual([
				[`/v2/orders/${SIMPLE}`, { status_id: 2 }],
				[`/v2/orders/${TWO_ADDRESSES}`, { status_id: 3 }],
			]);
			store.exchanges.length = 0;
			await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }]);
			expect(writes()).toHaveLength(0);
		});

		it('stays where the option is off, and where the order is closed', async () => {
			store.state.settings.shipmentsMoveStatus = false;
			expect(
				await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }], {
					options: { setOrderStatus: false },
				}),
			).toMatchObject([{ orderStatusId: 9 }]);
			for (const [orderId, status] of [
				[124, 10],
				[121, 5],
			] as const) {
				const order = store.state.orders.get(orderId);
				if (order) order.status_id = status;
				expect(await sync([{ orderId, trackingNumber: 'T1' }])).toMatchObject([
					{ action: 'created', orderStatusId: status },
				]);
			}
		});

		it('counts refunded pieces as done', async () => {
			const line = lineOf(SIMPLE, 'CC-SUMMIT-250G-FILT');
			if (line) line.quantity_refunded = 3;
			expect(await sync([{ orderId: SIMPLE, trackingNumber: 'T1' }])).toMatchObject([
				{ shipped: [{ quantity: 7 }, { quantity: 2 }], left: 0, orderStatusId: 2 },
			]);
		});
	});

	it('tells in a preview what it would do, and writes nothing', async () => {
		const rows = await sync([{ orderId: SIMPLE, trackingNumber: 'T1', sku: 'BW-SLOPE-SET' }], {
			options: { preview: true },
		});
		expect(rows).toMatchObject([
			{ action: 'created', preview: true, shipmentIds: [], left: 10, orderStatusId: 9 },
		]);
		expect(writes()).toHaveLength(0);
	});

	it('pairs each row, in the order of the input, with orders several at a time', async () => {
		store.setLatency(20);
		const orders = [127, 116, 124, 127, 121, 118];
		const output = await runNode(store.credential, form, {
			items: orders.map((orderId, index) => ({
				orderId,
				trackingNumber: `N${orderId}`,
				...(orderId === 127 && { sku: index ? 'TN-COLD' : 'LE-MERINO-M' }),
			})),
		});
		expect(output.map(({ json, pairedItem }) => [json.orderId, pairedItem])).toEqual(
			orders.map((orderId, item) => [orderId, { item }]),
		);
		expect(store.maxParallel).toBeGreaterThan(3);
		expect(shipmentsOf(127)).toHaveLength(1);
	});

	it('ends between two orders when it is cancelled, and keeps what is written', async () => {
		const cancel = new AbortController();
		store.setLatency(20);
		const items = [...store.state.orders.keys()].map((orderId) => ({
			orderId,
			trackingNumber: `N${orderId}`,
		}));
		const run = runNode(store.credential, form, {
			items,
			signal: cancel.signal,
			onError: 'continueRegularOutput',
		});
		const outcome = expect(run).rejects.toThrow();
		const recorded = () => store.state.shipments.size;
		const before = recorded();
		while (recorded() === before) await new Promise((resolve) => setImmediate(resolve));
		const log = jest.spyOn(n8nLog(), 'warn').mockReturnValue(undefined);
		cancel.abort();
		await outcome;
		const written = writes().length;
		expect(written).toBeLessThan(items.length);
		expect(log.mock.calls.flat()).toContainEqual(
			expect.stringMatching(/^BigCommerce: cancelled; \d+ shipments were recorded or changed$/),
		);
		log.mockRestore();
		expect(await sync(items, anyway)).toHaveLength(items.length);
	});
});

describe('a row that cannot be carried out', () => {
	const OTHER = { orderId: SIMPLE, trackingNumber: 'A1' };

	it.each([
		['an unknown SKU', { sku: 'none such' }, 'has no line item with the SKU'],
		['too many of a SKU', { sku: 'TN-MUG12', quantity: 99 }, 'TN-MUG12'],
	])('ends the run unless it shall go on: %s', async (_name, wrong, message) => {
		const row = { orderId: TWO_ADDRESSES, trackingNumber: 'B1', ...wrong };
		await expect(sync([row])).rejects.toThrow(message);
		expect(writes()).toEqual([]);
		await expect(sync([OTHER, row])).rejects.toMatchObject({
			message: expect.stringMatching(/\[item 1\]$/),
			description: expect.stringContaining('1 shipments were recorded or changed.'),
		});
		expect(shipmentsOf(SIMPLE)).toHaveLength(1);
	});
});

describe('the example workflow', () => {
	it("ships the warehouse's list, and changes nothing the second time", async () => {
		const { nodes } = JSON.parse(
			readFileSync(resolve(__dirname, '../../examples/sync-shipments.json'), 'utf8'),
		) as {
			nodes: Array<{ type: string; parameters: Record<string, unknown> }>;
		};
		const parametersOf = (type: string) =>
			nodes.find((node) => node.type === type)?.parameters ?? {};
		const { rows } = JSON.parse(String(parametersOf('n8n-nodes-base.set').jsonOutput)) as {
			rows: object[];
		};
		const run = async () =>
			(await runForJson(store.credential, parametersOf('n8n-nodes-bigcommerce.bigCommerce'), {
				items: rows,
			})) as unknown as RowResult[];
		expect(
			(await run()).map(({ orderId, action, orderStatusId }) => [orderId, action, orderStatusId]),
		).toEqual([
			[116, 'created', 2],
			[116, 'created', 2],
			[118, 'created', 2],
			[122, 'created', 2],
			[110, 'created', 3],
		]);
		expect(new Set(results(await run()))).toEqual(new Set(['unchanged']));
	});
});
