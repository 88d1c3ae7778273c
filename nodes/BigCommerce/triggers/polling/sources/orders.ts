import type { Client, Query } from '../../../api/client';
import { orders, readOrder, type Order } from '../../../store/orders/orders';
import { INCOMPLETE } from '../../../store/orders/orderStatuses';
import { withParts } from '../../../store/orders/orderParts';
import { isGone } from '../../fullRecord';
import type { Feed } from '../cursor';
import type { RowPage, SweepWindow } from '../sweep';
import { includeFor, ordersThatFit, type OrderSelection } from './orderSelection';
import { dateFrom, rowsAt } from './datedRows';
import { datedBy, changedRecords, type PolledRecords } from './source';

/** A page that is short but full by a usual cap was cut by the server, and is not the last one. */
const USUAL_CAP = 50;

interface Asked {
	feed: Feed;
	include: Query;
	size: number;
	/** The highest id that is wanted. */
	upTo?: number;
}

/** Walked by id and never by page number: rows that leave the list meanwhile would move others past the reader. */
export async function ordersPage(
	client: Client,
	{ since, floor, position = 0 }: SweepWindow,
	{ feed, include, size, upTo }: Asked,
): Promise<RowPage<Order>> {
	const page = await rowsAt<Order>(client, {
		...orders,
		query: {
			...include,
			min_id: Math.max(floor, Number(position)) + 1,
			max_id: upTo,
			min_date_modified: feed === 'byDate' ? dateFrom(since) : undefined,
			sort: 'id:asc',
			limit: size,
		},
	});
	const { length } = page.rows;
	const isLast = length < size && (length === 0 || length % USUAL_CAP !== 0);
	return { ...page, next: isLast ? undefined : page.rows.at(-1)?.id };
}

export const newestOrders = async (client: Client, include: Query, limit: number) =>
	await rowsAt<Order>(client, { ...orders, query: { ...include, sort: 'id:desc', limit } });

/** Orders between the lowest and the highest of these ids that were changed since. */
async function changedOrders(
	client: Client,
	ids: number[],
	since: number,
	include: Query,
): Promise<Order[]> {
	const found: Order[] = [];
	const upTo = ids.reduce((highest, id) => Math.max(highest, id));
	let position: SweepWindow['position'] = ids.reduce((lowest, id) => Math.min(lowest, id)) - 1;
	while (position !== undefined) {
		const window = { since, floor: 0, position };
		const asked = { feed: 'byDate', include, size: orders.pageSize, upTo } as const;
		const { rows, next } = await ordersPage(client, window, asked);
		for (const row of rows) found.push(row);
		position = next;
	}
	return found;
}

/** New orders are found by their ids, so that imported ones with a date of old are new as well. */
export function orderSource(wishes: OrderSelection): PolledRecords<Order> {
	const include = includeFor(wishes);
	return {
		resource: 'order',
		feed: (updates) => (updates ? 'byDate' : 'byId'),
		readPage: async (client, window, { feed }) =>
			await ordersPage(client, window, { feed, include, size: orders.pageSize }),
		newest: async (client, limit) => await newestOrders(client, include, limit),
		...(wishes.skipsIncomplete && {
			isUnfinished: ({ status_id }) => status_id === INCOMPLETE,
			changedAmong: async (client, ids, since) => await changedOrders(client, ids, since, include),
		}),
		floorBefore: async (client, since) => {
			const { rows } = await rowsAt<Order>(client, {
				...orders,
				query: { min_date_created: dateFrom(since), sort: 'id:asc', limit: 1 },
			});
			return rows[0] && rows[0].id - 1;
		},
		recordsOf: async (client, changes) => {
			const wanted = await ordersThatFit(
				client,
				changes.map(({ row }) => row),
				wishes,
			);
			const kindsById = new Map(changes.map((change) => [change.row.id, change.kinds]));
			return (await withParts(client, wanted, wishes.parts)).flatMap((order) =>
				changedRecords(kindsById.get(order.id), datedBy(order), order),
			);
		},
		readOnceMore: async (client, changes) => {
			const read = async (id: number) =>
				await readOrder(client, id, include).catch((refusal: unknown) => {
					if (!isGone(refusal)) throw refusal;
				});
			const found = await Promise.all([...changes.keys()].map(read));
			const present = found.filter((order) => order !== undefined);
			return (await withParts(client, present, wishes.parts)).flatMap((order) =>
				changedRecords(changes.get(order.id), datedBy(order), order),
			);
		},
	};
}
