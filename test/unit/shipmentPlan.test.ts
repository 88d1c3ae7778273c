import type { OrderProduct, Shipment } from '../../nodes/BigCommerce/store/orders/orders';
import { statusToSet } from '../../nodes/BigCommerce/store/orders/shippedStatus';
import { planOrder } from '../../nodes/BigCommerce/store/orders/shipmentPlan';
import {
	readRow,
	type RowValues,
} from '../../nodes/BigCommerce/resources/orderShipment/shipmentForm';

const line = (
	id: number,
	sku: string,
	quantity: number,
	more: Partial<OrderProduct> = {},
): OrderProduct => ({
	id,
	sku,
	quantity,
	order_id: 1,
	product_id: id,
	variant_id: id,
	order_address_id: 1,
	name: sku,
	type: 'physical',
	quantity_shipped: 0,
	quantity_refunded: 0,
	is_refunded: false,
	...more,
});

const shipment = (
	id: number,
	tracking_number: string,
	items: Array<[line: number, quantity: number]>,
	order_address_id = 1,
): Shipment => ({
	id,
	tracking_number,
	order_id: 1,
	order_address_id,
	date_created: '',
	tracking_link: '',
	tracking_carrier: '',
	shipping_provider: '',
	shipping_method: '',
	comments: '',
	items: items.map(([order_product_id, quantity]) => ({ order_product_id, quantity })),
});

type Given = Partial<RowValues>;

function plan(rows: Given[], lines: OrderProduct[], shipments: Shipment[] = []) {
	const refused: Array<[number, string]> = [];
	const read = rows.map((row, index) => readRow(index, { orderId: 1, ...row }));
	const {
		creations,
		changes,
		rows: planned,
	} = planOrder(read, lines, shipments, (index, { message }) => refused.push([index, message]));
	return {
		creations: creations.map(({ addressId, items, parcel }) => [
			parcel.trackingNumber,
			addressId,
			[...items],
		]),
		changes: changes.map(({ shipment: { id }, changes: what }) => [id, what]),
		covered: planned
			.sort((a, b) => a.row.index - b.row.index)
			.map(({ portions }) => portions.map((one) => [one.line.id, one.quantity, one.shipment?.id])),
		refused,
	};
}

describe('what the rows of an order mean', () => {
	it('spreads one SKU over several lines, up to what is left of each', () => {
		const lines = [
			line(1, 'A', 3, { quantity_shipped: 1 }),
			line(2, 'a', 2, { order_address_id: 2 }),
		];
		expect(plan([{ sku: 'A', quantity: 3, trackingNumber: 'T' }], lines)).toMatchObject({
			creations: [
				['T', 1, [[1, 2]]],
				['T', 2, [[2, 1]]],
			],
			refused: [],
		});
		expect(plan([{ sku: 'A', quantity: 5, trackingNumber: 'T' }], lines).refused).toEqual([
			[0, expect.stringContaining('Only 4 of A')],
		]);
	});

	it('takes refunded pieces off, and leaves digital and picked-up lines out', () => {
		const lines = [
			line(1, 'A', 3, { quantity_refunded: 1 }),
			line(2, 'B', 1, { type: 'digital', order_address_id: 0 }),
			line(3, 'C', 1, { order_address_id: 0 }),
		];
		expect(plan([{ trackingNumber: 'T' }], lines).creations).toEqual([['T', 1, [[1, 2]]]]);
		expect(plan([{ sku: 'B' }, { sku: 'C' }], lines).refused).toHaveLength(2);
	});

	it('adds rows for the same SKU and tracking number up', () => {
		const lines = [line(1, 'A', 3)];
		expect(
			plan(
				[
					{ sku: 'A', quantity: 1, trackingNumber: 'T' },
					{ sku: 'A', quantity: 2, trackingNumber: 't' },
				],
				lines,
			).creations,
		).toEqual([['T', 1, [[1, 3]]]]);
	});

	it('lets a row that was written twice share what the first one got', () => {
		const { creations, refused } = plan(
			[{ trackingNumber: 'T' }, { trackingNumber: 'T' }],
			[line(1, 'A', 3)],
		);
		expect([creations, refused]).toEqual([[['T', 1, [[1, 3]]]], []]);
	});

	it('knows pieces without a tracking number again, and a row that is covered by other shipments', () => {
		const lines = [
			line(1, 'A', 3, { quantity_shipped: 1 }),
			line(2, 'B', 1, { quantity_shipped: 1 }),
		];
		const shipments = [shipment(5, '', [[1, 1]]), shipment(6, 'T', [[2, 1]])];
		expect(
			plan(
				[
					{ sku: 'A', quantity: 1 },
					{ sku: 'B', comments: 'x' },
				],
				lines,
				shipments,
			),
		).toEqual({
			creations: [],
			changes: [],
			covered: [[[1, 1, 5]], [[2, 1, 6]]],
			refused: [],
		});
	});

	it('gives a late tracking number only to a shipment that holds nothing else', () => {
		const lines = [
			line(1, 'A', 1, { quantity_shipped: 1 }),
			line(2, 'B', 1, { quantity_shipped: 1 }),
		];
		const shipments = [
			shipment(5, '', [
				[1, 1],
				[2, 1],
			]),
		];
		expect(plan([{ sku: 'A', trackingNumber: 'T' }], lines, shipments).refused).toHaveLength(1);
		expect(
			plan(
				[
					{ sku: 'A', trackingNumber: 'T' },
					{ sku: 'B', trackingNumber: 'T' },
				],
				lines,
				shipments,
			),
		).toMatchObject({
			creations: [],
			changes: [[5, { tracking_number: 'T' }]],
			refused: [],
		});
	});

	it('completes the addresses that a run did not get to', () => {
		const lines = [
			line(1, 'A', 1, { quantity_shipped: 1 }),
			line(2, 'A', 1, { order_address_id: 2 }),
		];
		expect(plan([{ trackingNumber: 'T' }], lines, [shipment(5, 'T', [[1, 1]])])).toMatchObject({
			creations: [['T', 2, [[2, 1]]]],
			covered: [
				[
					[1, 1, 5],
					[2, 1, undefined],
				],
			],
		});
	});

	it('refuses a row that contradicts another of its parcel, and joins their comments', () => {
		const rows = [
			{ sku: 'A', trackingNumber: 'T', carrier: 'UPS', comments: 'one' },
			{ sku: 'B', trackingNumber: 'T', comments: 'two' },
			{ sku: 'C', trackingNumber: 'T', carrier: 'FedEx' },
		];
		const { creations, refused } = plan(rows, [line(1, 'A', 1), line(2, 'B', 1), line(3, 'C', 1)]);
		expect(creations).toEqual([
			[
				'T',
				1,
				[
					[1, 1],
					[2, 1],
				],
			],
		]);
		expect(refused).toEqual([[2, expect.stringContaining("'Carrier' differs")]]);
	});
});

describe('the status after the shipments', () => {
	it.each([
		['awaiting shipment, all gone', 9, { left: 0, shipped: 3, isNew: true }, 2],
		['awaiting shipment, some gone', 9, { left: 1, shipped: 2, isNew: true }, 3],
		['partially shipped, the rest gone earlier', 3, { left: 0, shipped: 3, isNew: false }, 2],
		['already right', 2, { left: 0, shipped: 3, isNew: true }, undefined],
		['shipped by BigCommerce, but some is left', 2, { left: 1, shipped: 2, isNew: true }, 3],
		['marked as shipped by someone', 2, { left: 1, shipped: 2, isNew: false }, undefined],
		['completed', 10, { left: 1, shipped: 2, isNew: true }, undefined],
		['cancelled', 5, { left: 0, shipped: 3, isNew: true }, undefined],
		['some is to be collected', 11, { left: 0, toCollect: 1, shipped: 2, isNew: true }, undefined],
		['nothing gone', 9, { left: 3, shipped: 0, isNew: false }, undefined],
	])('%s', (_, present, progress, wanted) => {
		expect(statusToSet(present, progress)).toBe(wanted);
	});
});
