import type { Client } from '../../../api/client';
import { readShipments, type Order, type Shipment } from '../../../store/orders/orders';
import { withParts } from '../../../store/orders/orderParts';
import type { Cursor } from '../cursor';
import { newestOrders, ordersPage } from './orders';
import { includeFor, ordersThatFit, type OrderWishes } from './orderSelection';
import { secondsOf, type Source, type Told } from './source';

/** Each shipped order among the changed ones costs a request of its own. */
const A_PAGE = 50;

const isShipped = ({ items_shipped }: Order) => Number(items_shipped) > 0;

function told(shipment: Shipment, order: object): Told {
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
 * of which something was shipped. A shipment that was told, or that is older than what is being read, is not new.
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

export function shipmentSource(wishes: OrderWishes): Source<Order> {
	const include = includeFor(wishes);
	return {
		resource: 'shipment',
		feed: () => 'byDate',
		onlyNew: true,
		readPage: async (client, window, { feed }) =>
			await ordersPage(client, window, { feed, include, size: A_PAGE }),
		newest: async (client, limit) => await newestOrders(client, include, limit),
		tell: async (client, changes, cursor) => {
			const shipped = changes.map(({ row }) => row).filter(isShipped);
			const orders = await ordersThatFit(client, shipped, wishes);
			const news = await Promise.all(
				orders.map(async (order) => await newShipments(client, order, cursor)),
			);
			const withNews = orders.filter((_, index) => news[index]?.length);
			const complete = new Map(
				(await withParts(client, withNews, wishes.parts)).map((order) => [order.id, order]),
			);
			for (const { id, date_created } of news.flat()) cursor.parts[id] = secondsOf(date_created);
			return news.flat().map((shipment) => told(shipment, complete.get(shipment.order_id) ?? {}));
		},
	};
}
