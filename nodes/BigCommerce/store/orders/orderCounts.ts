import type { Client, Query } from '../../api/client';
import type { OrderStatus } from '../../resources/pickers/orders';
import { orders } from './orders';

export interface OrderCounts {
	count: number;
	statuses: Array<Omit<OrderStatus, 'order'> & { count: number; sort_order: number }>;
}

/** How many orders the filters find, in all and at each status, in one request. */
export async function countOrders(client: Client, filters: Query): Promise<OrderCounts> {
	const counted = await client.get<Partial<OrderCounts>>({
		path: '/v2/orders/count',
		query: filters,
		doing: 'count the orders',
		scope: orders.scope,
	});
	return { count: Number(counted?.count ?? 0), statuses: counted?.statuses ?? [] };
}
