import type { Client, Query } from '../../../api/client';
import type { Order } from '../../../store/orders/orders';
import { includeQuery, type OrderPart } from '../../../store/orders/orderParts';
import { categoriesByProduct, fits, linesOf, type OrderFilter } from '../../orderFilter';

/** What the form wants of orders. */
export interface OrderSelection {
	parts: OrderPart[];
	filter?: OrderFilter;
	skipsIncomplete?: boolean;
}

/** Lines come along at no cost where a filter looks at them. */
export function includeFor({ parts, filter }: OrderSelection): Query {
	const looksAtLines = filter?.skus ?? filter?.categories;
	return includeQuery(looksAtLines ? [...parts, 'lineItems'] : parts);
}

export async function ordersThatFit(
	client: Client,
	orders: Order[],
	{ filter }: OrderSelection,
): Promise<Order[]> {
	if (!filter) return orders;
	const { categories, ...others } = filter;
	const fit = await Promise.all(
		orders.map(
			async (order) => await fits(others, {}, { client, order: () => Promise.resolve(order) }),
		),
	);
	const fitting = orders.filter((_, index) => fit[index]);
	return categories ? await ordersWith(client, fitting, categories) : fitting;
}

/** The products of all the orders are asked for together. */
async function ordersWith(
	client: Client,
	orders: Order[],
	categories: Set<number>,
): Promise<Order[]> {
	const products = await Promise.all(
		orders.map(async (order) => (await linesOf(client, order)).map(({ product_id }) => product_id)),
	);
	const known = await categoriesByProduct(client, products.flat());
	return orders.filter((_, index) =>
		products[index]?.some((id) => known.get(id)?.some((category) => categories.has(category))),
	);
}
