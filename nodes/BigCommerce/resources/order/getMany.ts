import type { Client } from '../../api/client';
import { defineFields, defineOperation, type Given } from '../../operation/define';
import { textsOf } from '../../operation/values';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { filtersField, includeField, sortField, statusesField } from './orderFields';
import { orderQuery } from './orderQuery';
import { readOrders } from '../../store/orders/orderLists';
import type { Order } from '../../store/orders/orders';
import {
	includeQuery,
	toParts,
	withParts,
	type OrderWithParts,
	type OrderPart,
} from '../../store/orders/orderParts';
import { simplifyOrder } from '../../store/orders/simplifyOrder';
import { comparator, sortOf, staysPut, type OrderSort } from '../../store/orders/orderSorting';
import { toStatusIds } from '../../store/orders/orderStatuses';

const fields = defineFields([
	...returnAllOrLimit,
	...statusesField,
	{
		displayName: 'Only Orders Not Yet Imported',
		name: 'onlyNew',
		type: 'boolean',
		default: false,
		description:
			"Whether to return each order once only: those that this node returned before are left out, and a limit counts new ones. n8n remembers them for this node, so the workflow must be saved. Add a filter such as 'Created in the Last (Days)', so that old orders need not be read every time.",
	},
	{
		displayName: 'Forget Imported Orders',
		name: 'forget',
		type: 'boolean',
		displayOptions: { show: { onlyNew: [true] } },
		default: false,
		description:
			'Whether to forget first which orders this node has returned, so that all count as new again. Turn it on for one run, then off.',
	},
	...includeField,
	...filtersField,
	...sortField,
	...outputFields,
]);

type Params = ParamsOf<typeof fields>;

/** While the parts of one page are read, the next page is on its way. */
async function* addParts(
	client: Client,
	pages: AsyncIterable<Order[]>,
	parts: OrderPart[],
): AsyncGenerator<OrderWithParts[]> {
	let before: Promise<OrderWithParts[]> = Promise.resolve([]);
	for await (const page of pages) {
		const reading = withParts(client, page, parts);
		reading.catch(() => undefined); // awaited after the page before it
		yield await before;
		before = reading;
	}
	yield await before;
}

/** Leaves out what was imported before, and ends at the limit. */
async function* taken(
	pages: AsyncIterable<Order[]>,
	{ params, item, run: { claim, client } }: Given<Params>,
): AsyncGenerator<Order[]> {
	const keyOf = ({ id }: Order) => `${client.store.storeHash}:order:${id}`;
	let left = limitOf(params) ?? Number.POSITIVE_INFINITY;
	for await (const page of pages) {
		const isNew = params.onlyNew ? await claim(item, page.map(keyOf), left) : undefined;
		const rows = (isNew ? page.filter((order) => isNew.has(keyOf(order))) : page).slice(0, left);
		yield rows;
		left -= rows.length;
		if (left <= 0) return;
	}
}

async function* sorted(
	pages: AsyncIterable<OrderWithParts[]>,
	sort: OrderSort,
): AsyncGenerator<OrderWithParts[]> {
	const all: OrderWithParts[] = [];
	for await (const page of pages) all.push(...page);
	yield all.sort(comparator(sort));
}

async function* getOrders(given: Given<Params>): AsyncGenerator<OrderWithParts[]> {
	const {
		params,
		run: { client, memory },
	} = given;
	const sort = sortOf(params.sort);
	// All orders are read in an order that does not move while they are, and sorted at the end.
	const sortsLater = params.returnAll && !staysPut(sort);
	const filters = orderQuery(params.filters);
	const parts = toParts(textsOf(params.include));
	const statuses = await toStatusIds(
		client,
		textsOf(params.statuses, /[,;\n]/),
		'Status Names or IDs',
	);
	if (params.onlyNew && params.forget) await memory.forget();
	const pages = readOrders(client, {
		filters,
		include: includeQuery(parts),
		statuses,
		includeIncomplete: params.filters.includeIncomplete ?? false,
		sort: sortsLater ? { by: 'id', direction: 'asc' } : sort,
		limit: limitOf(params),
		choosy: params.onlyNew,
	});
	const withAll = addParts(client, taken(pages, given), parts);
	yield* sortsLater ? sorted(withAll, sort) : withAll;
}

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many orders',
	description: 'Retrieve a list of orders by status, date, customer and more',
	scope: 'orders:read',
	optionalScopes: ['transactions:read'],
	fields,
	simplify: simplifyOrder,
	each: getOrders,
});
