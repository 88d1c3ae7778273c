/**
 * Answers of real stores lie next to the checkout, as the vendor's OpenAPI files do. What they hold that people act on
 * must come out of Order: Get whole.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { runForJson } from '../support/runNode';

type Row = Record<string, unknown>;

const FILE = resolve(__dirname, '../../../shared/cases/order-parts.json');
const isThere = existsSync(FILE);
if (!isThere)
	process.stderr.write('Skipped "recorded orders": there is no ../shared/cases/order-parts.json\n');
const recorded = (isThere ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Record<string, Row[]>;

const amount = (text: unknown) => (text === undefined ? undefined : Number(text));
const iso = (date: unknown) => (date ? new Date(String(date)).toISOString() : null);

/** A line as the simplified order has to show it. */
const expectedLine = (line: Row) => ({
	id: line.id,
	parentLineItemId: line.parent_order_product_id,
	productId: line.product_id,
	orderAddressId: line.order_address_id,
	name: line.name,
	sku: line.sku,
	upc: line.upc,
	binPickingNumber: line.bin_picking_number,
	options: Object.fromEntries(
		(line.product_options as Row[]).map((option) => [option.display_name, option.display_value]),
	),
	quantity: line.quantity,
	quantityShipped: line.quantity_shipped,
	priceIncTax: amount(line.price_inc_tax),
	totalExTax: amount(line.total_ex_tax),
	discounts: (line.applied_discounts as Row[]).map((discount) => ({
		...discount,
		amount: amount(discount.amount),
	})),
	refundedAmount: amount(line.refund_amount),
	...(line.discounted_total_inc_tax !== undefined && {
		discountedTotalIncTax: amount(line.discounted_total_inc_tax),
	}),
	giftWrapping: null,
	event:
		line.event_name || line.event_date
			? { name: line.event_name, date: iso(line.event_date) }
			: null,
});

const expectedAddress = (address: Row) => ({
	id: address.id,
	name: `${String(address.first_name)} ${String(address.last_name)}`,
	company: address.company,
	street1: address.street_1,
	street2: address.street_2,
	city: address.city,
	state: address.state,
	zip: address.zip,
	country: address.country,
	countryCode: address.country_iso2,
	phone: address.phone,
	email: address.email,
	shippingMethod: address.shipping_method,
	itemsTotal: address.items_total,
	itemsShipped: address.items_shipped,
});

const CARRIERS: Record<string, string> = { Other: '' };

const expectedShipment = (shipment: Row) => {
	const carrier = String(shipment.shipping_provider_display_name);
	return {
		id: shipment.id,
		orderId: shipment.order_id,
		orderAddressId: shipment.order_address_id,
		dateCreated: iso(shipment.date_created),
		trackingNumber: shipment.tracking_number,
		trackingLink: shipment.tracking_link || shipment.generated_tracking_link,
		carrier: CARRIERS[carrier] ?? carrier,
		shippingMethod: shipment.shipping_method,
		shippingCost: amount(shipment.merchant_shipping_cost),
		comments: shipment.comments,
		items: (shipment.items as Row[]).map((item) => ({
			lineItemId: item.order_product_id,
			productId: item.product_id,
			quantity: item.quantity,
		})),
	};
};

const PARTS: Record<string, { path: string; expected: (row: Row) => object }> = {
	lineItems: { path: 'products', expected: expectedLine },
	shippingAddresses: { path: 'shipping_addresses', expected: expectedAddress },
	shipments: { path: 'shipments', expected: expectedShipment },
};

const cases = Object.keys(recorded).flatMap((path) => {
	const [, id, last] = /^\/v2\/orders\/(\d+)\/(\w+)$/.exec(path) ?? [];
	const part = Object.entries(PARTS).find((entry) => entry[1].path === last);
	return part ? [{ path, id: Number(id), name: part[0], expected: part[1].expected }] : [];
});

(isThere ? describe : describe.skip)('recorded orders', () => {
	let store: DemoStore;
	beforeAll(async () => {
		store = await startDemoStore();
	});
	beforeEach(() => store.reset());
	afterAll(async () => await store.stop());

	const get = async (id: number, part: string, output: string) => {
		const [order] = await runForJson(store.credential, {
			resource: 'order',
			operation: 'get',
			order: { __rl: true, mode: 'id', value: String(id) },
			include: [part],
			output,
		});
		return (order as Record<string, unknown>)[part];
	};

	it.each(isThere ? cases : [{ path: '', id: 0, name: '', expected: expectedLine }])(
		'$path',
		async ({ path, id, name, expected }) => {
			const rows = recorded[path] ?? [];
			const order = { id, items_total: 99, items_shipped: 99, shipping_address_count: 9 };
			const answers = { [`/v2/orders/${id}`]: order, [path]: rows };
			for (const [at, body] of Object.entries(answers))
				store.faults.add({ match: { path: at }, kind: 'status', status: 200, body, times: 9 });
			expect(await get(id, name, 'raw')).toEqual(rows);
			expect(await get(id, name, 'simplified')).toMatchObject(rows.map(expected));
		},
	);
});
