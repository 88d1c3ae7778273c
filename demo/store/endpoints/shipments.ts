import { decimal, rfc2822 } from '../formats.ts';
import { bare, noContent, notFoundV2 } from '../http/answers.ts';
import { v2Page } from '../http/paging.ts';
import { objectOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { OrderRecord, ShipmentRecord } from '../records.ts';
import { byId, nextId, type StoreState } from '../state.ts';
import { orderChanged } from './orders.ts';
import { orderOf } from './orderSubResources.ts';
import { checkedItems, checkedText, type ShipmentText } from './shipmentChecks.ts';
import { providerName, trackingLink } from './trackingLinks.ts';

const SHIPPED = 2;
const PARTIALLY_SHIPPED = 3;

/** Statuses that a shipment does not move: the order was cancelled, declined, refunded or never finished. */
const CLOSED = new Set([0, 4, 5, 6]);

function view(state: StoreState, shipment: ShipmentRecord): object {
	const order = state.orders.get(shipment.order_id);
	const address = order?.addresses.find(({ id }) => id === shipment.order_address_id);
	const {
		id: _id,
		cost: _cost,
		shipping_method: _method,
		form_fields: _fields,
		...person
	} = address ?? { id: 0, cost: 0, shipping_method: '', form_fields: [] };
	const { form_fields: _billingFields, ...billing } = order?.billing_address ?? {};
	return {
		id: shipment.id,
		order_id: shipment.order_id,
		customer_id: order?.customer_id ?? 0,
		order_address_id: shipment.order_address_id,
		date_created: rfc2822(shipment.date_created),
		tracking_number: shipment.tracking_number,
		tracking_link: shipment.tracking_link,
		tracking_carrier: shipment.tracking_carrier,
		generated_tracking_link: trackingLink(shipment),
		merchant_shipping_cost: decimal(shipment.merchant_shipping_cost),
		shipping_method: shipment.shipping_method,
		shipping_provider: shipment.shipping_provider,
		shipping_provider_display_name: providerName(shipment.shipping_provider),
		comments: shipment.comments,
		billing_address: billing,
		shipping_address: person,
		items: shipment.items,
	};
}

const ofOrder = (state: StoreState, order: OrderRecord): ShipmentRecord[] =>
	byId(state.shipments).filter((shipment) => shipment.order_id === order.id);

function shipmentOf(context: Context): ShipmentRecord {
	const order = orderOf(context);
	const shipment = context.state.shipments.get(Number(context.params.shipment_id));
	return shipment?.order_id === order.id ? shipment : notFoundV2();
}

function fill(shipment: ShipmentRecord, text: ShipmentText): void {
	Object.assign(shipment, text);
}

function create(context: Context): ShipmentRecord {
	const { state, now } = context;
	const order = orderOf(context);
	const body = objectOf(context.body);
	const { addressId, items } = checkedItems(order, body);
	const text = checkedText(body);
	const shipment: ShipmentRecord = {
		id: nextId(state, 'shipment'),
		order_id: order.id,
		order_address_id: addressId,
		date_created: now,
		tracking_number: '',
		tracking_link: '',
		tracking_carrier: '',
		// Left out, the provider becomes "custom" and no tracking link is made (API notes 4.11).
		shipping_provider: 'custom',
		shipping_method: order.addresses.find(({ id }) => id === addressId)?.shipping_method ?? '',
		merchant_shipping_cost: 0,
		comments: '',
		items,
	};
	fill(shipment, text);
	state.shipments.set(shipment.id, shipment);
	for (const item of items) {
		const line = order.lines.find(({ id }) => id === item.order_product_id);
		if (line) line.quantity_shipped += item.quantity;
	}
	moveStatus(context, order);
	context.emit('store/shipment/created', { type: 'shipment', id: shipment.id, orderId: order.id });
	return shipment;
}

/** What the shop does by itself once something was shipped (API notes 4.12: reported, switchable in the settings). */
function moveStatus(context: Context, order: OrderRecord): void {
	const previous = order.status_id;
	if (context.state.settings.shipmentsMoveStatus && !CLOSED.has(previous)) {
		const open = order.lines.some(
			(line) => line.type === 'physical' && line.quantity_shipped < line.quantity,
		);
		order.status_id = open ? PARTIALLY_SHIPPED : SHIPPED;
		if (!open) order.date_shipped = context.now;
	}
	orderChanged(context, order, previous);
}

/** The items can be shipped again; the order's status stays (API notes 4.12). */
function remove(context: Context, shipment: ShipmentRecord): void {
	const order = context.state.orders.get(shipment.order_id);
	context.state.shipments.delete(shipment.id);
	for (const item of shipment.items) {
		const line = order?.lines.find(({ id }) => id === item.order_product_id);
		if (line) line.quantity_shipped = Math.max(0, line.quantity_shipped - item.quantity);
	}
	if (order) order.date_modified = context.now;
	context.emit('store/shipment/deleted', {
		type: 'shipment',
		id: shipment.id,
		orderId: shipment.order_id,
	});
}

const ORDERS = 'store_v2_orders';
const LIST = '/v2/orders/{order_id}/shipments';
const ONE = `${LIST}/{shipment_id}`;

export const shipmentRoutes: Route[] = [
	{
		method: 'GET',
		path: LIST,
		scope: ORDERS,
		run: (context) =>
			v2Page(context.query, ofOrder(context.state, orderOf(context)), (shipment) =>
				view(context.state, shipment),
			),
	},
	{
		method: 'POST',
		path: LIST,
		scope: ORDERS,
		run: (context) => bare(view(context.state, create(context)), 201),
	},
	{
		method: 'DELETE',
		path: LIST,
		scope: ORDERS,
		run: (context) => {
			for (const shipment of ofOrder(context.state, orderOf(context))) remove(context, shipment);
			return noContent;
		},
	},
	{
		method: 'GET',
		path: `${LIST}/count`,
		scope: ORDERS,
		run: (context) => bare({ count: ofOrder(context.state, orderOf(context)).length }),
	},
	{
		method: 'GET',
		path: ONE,
		scope: ORDERS,
		run: (context) => bare(view(context.state, shipmentOf(context))),
	},
	{
		// Its items cannot be changed (API notes 4.12): `items` is not read.
		method: 'PUT',
		path: ONE,
		scope: ORDERS,
		run: (context) => {
			const shipment = shipmentOf(context);
			fill(shipment, checkedText(objectOf(context.body)));
			context.emit('store/shipment/updated', {
				type: 'shipment',
				id: shipment.id,
				orderId: shipment.order_id,
			});
			return bare(view(context.state, shipment));
		},
	},
	{
		method: 'DELETE',
		path: ONE,
		scope: ORDERS,
		run: (context) => {
			remove(context, shipmentOf(context));
			return noContent;
		},
	},
];
