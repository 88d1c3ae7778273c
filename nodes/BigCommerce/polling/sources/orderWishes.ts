import type { Client, Query } from '../../api/client';
import type { Order } from '../../resources/order/orders';
import { includeQuery, type Part } from '../../resources/order/parts';
import { fits, type OrderFilter } from '../../trigger/filters';

/** What the form wants of orders. */
export interface OrderWishes {
	parts: Part[];
	filter?: OrderFilter;
}

/** Lines come along at no cost where a filter looks at them. */
export function includeFor({ parts, filter }: OrderWishes): Query {
	const looksAtLines = filter?.skus ?? filter?.categories;
	return includeQuery(looksAtLines ? [...parts, 'lineItems'] : parts);
}

export async function ordersThatFit(
	client: Client,
	orders: Order[],
	{ filter }: OrderWishes,
): Promise<Order[]> {
	if (!filter) return orders;
	const fit = await Promise.all(
		orders.map(async (order) => await fits(filter, {}, { client, order: async () => order })),
	);
	return orders.filter((_, index) => fit[index]);
}
