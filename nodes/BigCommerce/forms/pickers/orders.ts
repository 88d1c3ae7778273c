import type { INodeListSearchItems } from 'n8n-workflow';

import type { Client, Query } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { several } from '../../api/several';
import { toIso } from '../../api/values';
import { toId } from '../../operation/values';
import { customers, type Customer } from '../../store/customers/customers';
import { statusesOf, statusLabel } from '../../store/orders/orderStatuses';
import { orders, shipments, type Order, type Shipment } from '../../store/orders/orders';
import { includes, options, PAGE, pageOf, picker, search } from './build';

type ListedOrder = Order & {
	billing_address?: { first_name?: string; last_name?: string; email?: string };
};

const customerOf = ({ billing_address: { first_name = '', last_name = '' } = {} }: ListedOrder) =>
	`${first_name} ${last_name}`.trim();

const shownOrder = (order: ListedOrder): INodeListSearchItems => ({
	name: [`#${order.id}`, customerOf(order), order.custom_status || order.status]
		.filter(Boolean)
		.join(' · '),
	value: order.id,
});

/** Newest first. */
const readOrders = async (client: Client, query: Query): Promise<ListedOrder[]> =>
	await client.getRows<ListedOrder>({
		...orders,
		query: { sort: 'id:desc', limit: PAGE, ...query },
	});

/** The order of that number, and those whose numbers begin with it: the API knows ranges alone. */
async function ordersByNumber(client: Client, digits: string): Promise<ListedOrder[]> {
	const [newest] = await readOrders(client, { limit: 1 });
	const spare = Math.max(0, String(newest?.id ?? '').length - digits.length);
	const powers = Array.from({ length: spare + 1 }, (_, zeros) => 10 ** zeros);
	const [own = [], ...longer] = await several(
		powers,
		async (power) =>
			await readOrders(client, {
				min_id: Number(digits) * power,
				max_id: (Number(digits) + 1) * power - 1,
			}),
	);
	return [...own, ...longer.reverse().flat()].slice(0, PAGE);
}

/** So many customers of a name are asked for their orders. */
const MOST_CUSTOMERS = 5;
const FORBIDDEN = 403;

/** An API account for orders need not see customers: what the orders themselves say has to do then. */
async function customersNamed(client: Client, text: string): Promise<Customer[]> {
	const [found] = await Promise.allSettled([
		client.getRows<Customer>({
			...customers,
			query: { 'name:like': text, limit: MOST_CUSTOMERS },
		}),
	]);
	if (found.status === 'fulfilled') return found.value;
	const refusal: unknown = found.reason;
	if (refusal instanceof BigCommerceError && refusal.status === FORBIDDEN) return [];
	throw refusal;
}

/**
 * Orders by the name of their customer, or part of an address: the API finds neither. Those of customers of that name,
 * and among the newest those that say it themselves, as guests' do.
 */
async function ordersNaming(client: Client, text: string): Promise<ListedOrder[]> {
	const [newest, named] = await Promise.all([
		readOrders(client, { limit: orders.pageSize }),
		text.includes('@') ? [] : customersNamed(client, text),
	]);
	const own = newest.filter((row) =>
		includes(`${customerOf(row)} ${row.billing_address?.email ?? ''}`, text),
	);
	const theirs = await several(
		named,
		async ({ id }) => await readOrders(client, { customer_id: id }),
	);
	const found = new Map([...own, ...theirs.flat()].map((row) => [row.id, row]));
	return [...found.values()].sort((a, b) => b.id - a.id).slice(0, PAGE);
}

export const orderOptions = {
	getOrderStatuses: options(async (client) =>
		(await statusesOf(client)).map((status) => ({ name: statusLabel(status), value: status.id })),
	),
};

export const orderSearches = {
	searchOrders: picker(async ({ client, text, page }) => {
		const digits = /^#?\s*0*(\d{1,15})$/.exec(text)?.[1];
		if (digits) return pageOf((await ordersByNumber(client, digits)).map(shownOrder), 1, false);
		if (text === '' || text.includes('@')) {
			const rows = await readOrders(client, { ...(text && { email: text }), page });
			if (rows.length > 0 || text === '' || page > 1)
				return pageOf(rows.map(shownOrder), page, rows.length === PAGE);
		}
		return pageOf((await ordersNaming(client, text)).map(shownOrder), 1, false);
	}),
	searchShipments: search<Shipment>(
		(form) =>
			shipments(toId(form.getCurrentNodeParameter('order', { extractValue: true }), 'Order')),
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
