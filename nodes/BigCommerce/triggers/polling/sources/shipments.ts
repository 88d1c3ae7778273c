import type { Client } from '../../../api/client';
import { readShipments, type Order, type Shipment } from '../../../store/orders/orders';
import { withParts } from '../../../store/orders/orderParts';
import type { Cursor } from '../cursor';
import { newestOrders, ordersPage } from './orders';
import { includeFor, ordersThatFit, type OrderSelection } from './orderSelection';
import { secondsOf, type PolledRecords, type ChangedRecord } from './source';

/** Each shipped order among the changed ones costs a request of its own. */
const A_PAGE = 50;

const isShipped = ({ items_shipped }: Order) => Number(items_shipped) > 0;

function asRecord(shipment: Shipment, order: object): ChangedRecord {
	const createdAt = secondsOf(shipment.date_created);
	return {
		id: shipment.id,
		createdAt,
		modifiedAt: createdAt,
		action: 'created',
		record: { ...shipment, order },
		ids: { orderId: shipment.order_id },
	};
}

/**
 * The API lists shipments of one order only (API notes 5.11): they are read from those orders that were changed and
 * of which something was shipped. A shipment that went out, or that is older than what is being read, is not new.
 */
async function newShipments(
	client: Client,
	order: Order,
	{ parts, since }: Pick<Cursor, 'parts' | 'since'>,
): Promise<Shipment[]> {
	const isNew = ({ id, date_created }: Shipment) =>
		parts[id] === undefined && secondsOf(date_created) >= since;
	return (await readShipments(client, order.id)).filter(isNew);
}

export function shipmentSource(wishes: OrderSelection): PolledRecords<Order> {
	const include = includeFor(wishes);
	return {
		resource: 'shipment',
		feed: () => 'byDate',
		onlyNew: true,
		readPage: async (client, window, { feed }) =>
			await ordersPage(client, window, { feed, include, size: A_PAGE }),
		newest: async (client, limit) => await newestOrders(client, include, limit),
		recordsOf: async (client, changes, cursor) => {
			const shipped = changes.map(({ row }) => row).filter(isShipped);
			const orders = await ordersThatFit(client, shipped, wishes);
			const fresh = await Promise.all(
				orders.map(async (order) => await newShipments(client, order, cursor)),
			);
			const withNew = orders.filter((_, index) => fresh[index]?.length);
			const complete = new Map(
				(await withParts(client, withNew, wishes.parts)).map((order) => [order.id, order]),
			);
			for (const { id, date_created } of fresh.flat()) cursor.parts[id] = secondsOf(date_created);
			return fresh
				.flat()
				.map((shipment) => asRecord(shipment, complete.get(shipment.order_id) ?? {}));
		},
	};
}
