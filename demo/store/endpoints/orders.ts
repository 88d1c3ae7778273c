import { bare, invalidField, noContent, notFoundV2, refuseV2 } from '../http/answers.ts';
import { v2Page } from '../http/paging.ts';
import type { Query } from '../http/query.ts';
import { objectOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { OrderRecord, OrderStatus } from '../records.ts';
import { byId, type StoreState } from '../state.ts';
import { createOrder } from './orderCreate.ts';
import { filteredOrders, sortedOrders } from './orderFilters.ts';
import { orderOf } from './orderSubResources.ts';
import { applyOrderChanges } from './orderUpdate.ts';
import { orderView, type OrderIncludes } from './orderView.ts';

const ORDERS = 'store_v2_orders';

const statusView = (status: OrderStatus): object => ({
	id: status.id,
	name: status.name,
	system_label: status.name,
	custom_label: status.custom_label,
	system_description: status.system_description,
	order: status.sort_order,
});

function includesOf(query: Query): OrderIncludes {
	const wanted = query.list('include') ?? [];
	return {
		consignments: wanted.includes('consignments'),
		lineItems: wanted.includes('consignments.line_items'),
		fees: wanted.includes('fees'),
	};
}

/** Without `consignment_structure=object` the consignments come in the older shape, an array (API notes 4.2). */
function shown(state: StoreState, query: Query, order: OrderRecord): object {
	const includes = includesOf(query);
	const view = orderView(state, order, includes);
	if (
		!(includes.consignments || includes.lineItems) ||
		query.text('consignment_structure') === 'object'
	)
		return view;
	return { ...view, consignments: [(view as { consignments: object }).consignments] };
}

/** An order has changed hands with the shop: its date moves and the hooks hear of it. */
export function orderChanged(
	{ emit, now }: Context,
	order: OrderRecord,
	previousStatus: number,
): void {
	order.date_modified = now;
	if (order.status_id !== previousStatus) {
		const status = { previous_status_id: previousStatus, new_status_id: order.status_id };
		emit('store/order/statusUpdated', { type: 'order', id: order.id, status });
	}
	emit('store/order/updated', { type: 'order', id: order.id });
}

function count({ state, query }: Context): object {
	const orders = filteredOrders(state, query);
	const statuses = state.orderStatuses.map((status) => {
		const { order: sortOrder, ...view } = statusView(status) as { order: number };
		return {
			...view,
			count: orders.filter(({ status_id }) => status_id === status.id).length,
			sort_order: sortOrder,
		};
	});
	return { statuses, count: orders.length };
}

function update(context: Context): object {
	const order = orderOf(context);
	const previous = order.status_id;
	const body = objectOf(context.body);
	if (Object.keys(body).length === 0) refuseV2(400, 'The request body is empty.');
	if (
		body.status_id !== undefined &&
		!context.state.orderStatuses.some(({ id }) => id === body.status_id)
	) {
		invalidField('status_id', 'The order status does not exist.');
	}
	applyOrderChanges(context.state, order, body, context.now);
	orderChanged(context, order, previous);
	return orderView(context.state, order);
}

function archive({ emit, now }: Context, order: OrderRecord): void {
	order.is_deleted = true;
	order.date_modified = now;
	emit('store/order/archived', { type: 'order', id: order.id });
}

export const orderRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/orders',
		scope: ORDERS,
		run: ({ state, query }) =>
			v2Page(query, sortedOrders(filteredOrders(state, query), query), (order) =>
				shown(state, query, order),
			),
	},
	{
		method: 'POST',
		path: '/v2/orders',
		scope: ORDERS,
		run: (context) => {
			const order = createOrder(context.state, objectOf(context.body), context.now);
			context.emit('store/order/created', { type: 'order', id: order.id });
			return bare(orderView(context.state, order));
		},
	},
	{
		// Archives every order there is (API notes 4.4).
		method: 'DELETE',
		path: '/v2/orders',
		scope: ORDERS,
		run: (context) => {
			for (const order of byId(context.state.orders))
				if (!order.is_deleted) archive(context, order);
			return noContent;
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/count',
		scope: ORDERS,
		run: (context) => bare(count(context)),
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}',
		scope: ORDERS,
		run: (context) => bare(shown(context.state, context.query, orderOf(context))),
	},
	{
		method: 'PUT',
		path: '/v2/orders/{order_id}',
		scope: ORDERS,
		run: (context) => bare(update(context)),
	},
	{
		method: 'DELETE',
		path: '/v2/orders/{order_id}',
		scope: ORDERS,
		run: (context) => {
			archive(context, orderOf(context));
			return noContent;
		},
	},
	{
		method: 'GET',
		path: '/v2/order_statuses',
		scope: ORDERS,
		run: ({ state }) => bare(state.orderStatuses.map(statusView)),
	},
	{
		method: 'GET',
		path: '/v2/order_statuses/{status_id}',
		scope: ORDERS,
		run: ({ state, params }) =>
			bare(
				statusView(
					state.orderStatuses.find(({ id }) => id === Number(params.status_id)) ?? notFoundV2(),
				),
			),
	},
];
