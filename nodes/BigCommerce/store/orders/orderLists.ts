import type { Client, Query } from '../../api/client';
import { pages, type ListQuery } from '../../api/pagination';
import { mergePages } from './mergeSorted';
import { orders, type Order } from './orders';
import { comparator, sortQuery, type OrderSort } from './orderSorting';
import { INCOMPLETE, type OrderStatus } from './orderStatuses';

export interface OrderCounts {
	count: number;
	statuses: Array<Omit<OrderStatus, 'order'> & { count: number; sort_order: number }>;
}

/** How many orders the filters find, in all and at each status, in one request. */
export async function countOrders(client: Client, filters: Query): Promise<OrderCounts> {
	const counted = await client.get<Partial<OrderCounts>>({
		path: '/v2/orders/count',
		query: filters,
		task: 'count the orders',
		scope: orders.scope,
	});
	return { count: Number(counted?.count ?? 0), statuses: counted?.statuses ?? [] };
}

export interface WantedOrders {
	/** Filters other than the statuses. */
	filters: Query;
	/** What else each order of the list brings along. */
	include: Query;
	/** None means all, but Incomplete only where `includeIncomplete` says so. */
	statuses: number[];
	includeIncomplete: boolean;
	sort: OrderSort;
	/** How many the caller will take, and whether it leaves out some of those that it gets here. */
	limit?: number;
	choosy?: boolean;
}

/** The API takes one status a request: two are two lists, and all but one are better told apart here. */
const FEW_STATUSES = 2;
const MOST_STATUSES = 14;

/** The statuses that get a list of their own; undefined stands for one list of all statuses. */
async function planLists(
	client: Client,
	{ filters, statuses, limit, choosy }: WantedOrders,
): Promise<Array<number | undefined>> {
	if (statuses.length === 0 || statuses.length >= MOST_STATUSES) return [undefined];
	if (statuses.length <= FEW_STATUSES) return statuses;
	// One request says which of them have orders at all, and whether one list of everything has fewer pages.
	const counted = await countOrders(client, filters);
	const rowsAt = new Map(counted.statuses.map(({ id, count }) => [id, count]));
	const pagesFor = (rows: number) =>
		Math.ceil(Math.min(rows, (!choosy && limit) || rows) / orders.pageSize);
	const present = statuses.filter((id) => rowsAt.get(id) !== 0);
	const apart = present.reduce((sum, id) => sum + pagesFor(rowsAt.get(id) ?? 1), 0);
	return Math.ceil(counted.count / orders.pageSize) < apart ? [undefined] : present;
}

/** A page that is cheap even where fewer orders are wanted. */
const SMALL_PAGE = 50;

/** How much to ask for at a time, where some of it will be left out: more than is wanted, to spare a second request. */
function sizes(
	{ limit, choosy }: WantedOrders,
	leavesOut: boolean,
): Pick<ListQuery, 'limit' | 'pageSize'> {
	if (limit === undefined || !leavesOut) return { limit };
	if (choosy) return {};
	return { pageSize: Math.min(Math.max(limit * 2, SMALL_PAGE), orders.pageSize) };
}

/** The wanted orders in the wanted order, each once, page by page. */
export async function* readOrders(client: Client, wanted: WantedOrders): AsyncGenerator<Order[]> {
	const { statuses, includeIncomplete, sort, limit, choosy = false } = wanted;
	const lists = (await planLists(client, wanted)).map((status) => {
		const leavesOut =
			choosy || (status === undefined && !(statuses.length === 0 && includeIncomplete));
		const query: Query = {
			...wanted.filters,
			...wanted.include,
			status_id: status,
			sort: sortQuery(sort),
		};
		// Reading ahead would read pages that nobody wants where a page or two suffice.
		const collection =
			leavesOut && (limit ?? Infinity) <= orders.pageSize
				? { ...orders, countPath: undefined }
				: orders;
		return pages<Order>(client, collection, { query, ...sizes(wanted, leavesOut) });
	});
	const isWanted = ({ status_id }: Order) =>
		statuses.length > 0
			? statuses.includes(status_id)
			: includeIncomplete || status_id !== INCOMPLETE;
	// An order that came in while the pages were read moves others to the next page; one may change its status.
	const seen = new Set<number>();
	for await (const page of mergePages(lists, comparator(sort))) {
		const rows = page.filter((order) => isWanted(order) && !seen.has(order.id));
		for (const { id } of rows) seen.add(id);
		yield rows;
	}
}
