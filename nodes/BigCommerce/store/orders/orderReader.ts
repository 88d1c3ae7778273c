import type { Client } from '../../api/client';
import { orders, readOrder, type Order } from './orders';
import { includeQuery } from './orderParts';

/** With so many of them between two ids it is worth reading the others there as well. */
const FEWEST = 4;
/** What was read must not grow old before its turn comes. */
const MOST = 50;

/** Ids in order, those that one page of the list holds together. */
function neighbours(ids: Iterable<number>): number[][] {
	const groups: number[][] = [];
	for (const id of [...ids].sort((a, b) => a - b)) {
		const group = groups.at(-1);
		const fits = group && group.length < MOST && id - (group[0] as number) < orders.pageSize;
		if (fits) group.push(id);
		else groups.push([id]);
	}
	return groups.filter(({ length }) => length >= FEWEST);
}

/**
 * Reads orders with their line items when they are asked for, neighbours in one request: the list has no filter for ids,
 * but one for the lowest and the highest.
 */
export function orderReader(client: Client, ids: Iterable<number>) {
	const query = { ...includeQuery(['lineItems']), sort: 'id:asc', limit: orders.pageSize };
	const readGroup = async (group: number[]) => {
		const [min_id, max_id] = [group[0], group.at(-1)];
		const rows = await client.getRows<Order>({ ...orders, query: { ...query, min_id, max_id } });
		return new Map(rows.map((order) => [order.id, order]));
	};
	const groupOf = new Map(
		neighbours(ids).flatMap((group) => group.map((id) => [id, group] as const)),
	);
	const readings = new Map<number[], Promise<Map<number, Order>>>();
	return async (id: number): Promise<Order> => {
		const group = groupOf.get(id);
		if (group && !readings.has(group)) readings.set(group, readGroup(group));
		const found = group && (await readings.get(group))?.get(id);
		// Archived orders are not in the list, and what is not there at all is told by its own refusal.
		return found ?? (await readOrder(client, id, includeQuery(['lineItems'])));
	};
}
