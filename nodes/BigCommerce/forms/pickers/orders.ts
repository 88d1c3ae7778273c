import { toIso } from '../../api/values';
import { statusesOf, statusLabel } from '../../store/orders/orderStatuses';
import { orderIdOf } from '../locators/order';
import { orders, shipments, type Order, type Shipment } from '../../store/orders/orders';
import { includes, options, search } from './build';

/** Orders are found by number or by e-mail address, newest first: v2 searches nothing else of what one would type. */
const findOrders = (text: string) => {
	const id = /^#?\s*(\d+)$/.exec(text)?.[1];
	return { sort: 'id:desc', ...(id ? { min_id: id, max_id: id } : { email: text }) };
};

export const orderOptions = {
	getOrderStatuses: options(async (client) =>
		(await statusesOf(client)).map((status) => ({ name: statusLabel(status), value: status.id })),
	),
};

export const orderSearches = {
	searchOrders: search<Order & { billing_address?: { first_name?: string; last_name?: string } }>(
		orders,
		findOrders,
		({ id, status, custom_status, billing_address: { first_name = '', last_name = '' } = {} }) => ({
			name: [`#${id}`, `${first_name} ${last_name}`.trim(), custom_status || status]
				.filter(Boolean)
				.join(' · '),
			value: id,
		}),
	),
	searchShipments: search<Shipment>(
		(form) =>
			shipments(orderIdOf(form.getCurrentNodeParameter('order', { extractValue: true }), 'Order')),
		() => ({}),
		({ id, tracking_number, date_created }) => ({
			name: [`#${id}`, tracking_number, toIso(date_created)?.slice(0, 10)]
				.filter(Boolean)
				.join(' · '),
			value: id,
		}),
		({ id, tracking_number }, text) => includes(`#${id} ${tracking_number}`, text),
	),
};
