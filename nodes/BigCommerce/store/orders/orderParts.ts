import { readRows, type Reader } from '../../api/answers';
import { at, type Client, type Query } from '../../api/client';
import { list, type Collection } from '../../api/pagination';
import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { idChunks } from '../../api/idChunks';
import { includedAddresses, includedLines } from './consignments';
import {
	orderCoupons,
	readLineItems,
	readShipments,
	readShippingAddresses,
	type Order,
	type OrderAddress,
	type OrderCoupon,
	type OrderFee,
	type OrderProduct,
	type Refund,
	type Shipment,
	type Transaction,
} from './orders';

/** What can be read along with an order, and what it costs; alphabetical, as forms list it. */
export const ORDER_PARTS = [
	{ name: 'Coupons', value: 'coupons', description: 'One more request for each order' },
	{ name: 'Fees', value: 'fees' },
	{
		name: 'Line Items',
		value: 'lineItems',
		description: 'One more request for an order of more than 50 lines',
	},
	{ name: 'Refunds', value: 'refunds', description: 'One more request for up to 100 orders' },
	{
		name: 'Shipments',
		value: 'shipments',
		description: 'One more request for each order of which something was shipped',
	},
	{
		name: 'Shipping Addresses',
		value: 'shippingAddresses',
		description: 'Without Simplify their costs are numbers, as they come with the order',
	},
	{
		name: 'Transactions',
		value: 'transactions',
		description:
			'One more request for each order; the API account needs the scope Order Transactions',
	},
] as const;

export type OrderPart = (typeof ORDER_PARTS)[number]['value'];

const isPart = (text: string): text is OrderPart => ORDER_PARTS.some(({ value }) => value === text);

/** The parts of these names, each once. */
export function toParts(names: readonly string[]): OrderPart[] {
	const unknown = names.find((name) => !isPart(name));
	if (unknown !== undefined) {
		const known = ORDER_PARTS.map(({ value }) => value).join(', ');
		throw new InputError(`'Include' holds "${unknown}"`, `'Include' knows these: ${known}.`);
	}
	return [...new Set(names.filter(isPart))];
}

/** What an order holds beside its own fields when it was asked for. */
export interface OrderParts {
	coupons?: OrderCoupon[];
	fees?: OrderFee[];
	lineItems?: OrderProduct[];
	refunds?: Refund[];
	shipments?: Shipment[];
	shippingAddresses?: OrderAddress[];
	transactions?: Transaction[];
	/** How many more the store has than it gave. */
	transactionsLeftOut?: number;
}

export type OrderWithParts = Order & OrderParts;

/** What BigCommerce adds to the order's own answer; the older shape of consignments is not asked for (API notes 4.2). */
export function includeQuery(parts: OrderPart[]): Query {
	const consignments = [
		...(parts.includes('lineItems') || parts.includes('shippingAddresses') ? ['consignments'] : []),
		...(parts.includes('lineItems') ? ['consignments.line_items'] : []),
	];
	const include = [...consignments, ...(parts.includes('fees') ? ['fees'] : [])];
	return compact({
		include: include.length > 0 ? include : undefined,
		consignment_structure: consignments.length > 0 ? 'object' : undefined,
	});
}

const allRefunds: Collection = {
	path: '/v3/orders/payment_actions/refunds',
	paging: 'v3',
	pageSize: 250,
	task: 'list the refunds',
	scope: 'orders:read',
};

async function refundsOf(client: Client, orders: Order[]): Promise<Map<number, Refund[]>> {
	const chunks = idChunks(orders.map(({ id }) => id));
	const found = await Promise.all(
		chunks.map(
			async (ids) => await list<Refund>(client, allRefunds, { query: { 'order_id:in': ids } }),
		),
	);
	const byOrder = new Map<number, Refund[]>();
	for (const refund of found.flat())
		byOrder.set(refund.order_id, [...(byOrder.get(refund.order_id) ?? []), refund]);
	return byOrder;
}

const LARGEST_PAGE = 250;

type Transactions = Pick<OrderParts, 'transactions' | 'transactionsLeftOut'>;

const transactionsIn: Reader<Transactions> = (answer, path) => {
	const transactions = readRows<Transaction>(answer, path);
	const { meta } = (answer.body ?? {}) as { meta?: { pagination?: { total?: number } } };
	const leftOut = Number(meta?.pagination?.total ?? 0) - (transactions?.length ?? 0);
	return transactions && { transactions, ...(leftOut > 0 && { transactionsLeftOut: leftOut }) };
};

/** The list has no parameters for pages: the largest one is asked for, and how many it lacks is told. */
const readTransactions = async (client: Client, { id }: Order): Promise<Transactions> =>
	await client.request(
		'GET',
		{
			path: at`/v3/orders/${id}/transactions`,
			query: { limit: LARGEST_PAGE },
			task: `list the transactions of order ${id}`,
			scope: 'transactions:read',
		},
		transactionsIn,
	);

/** How each part is read where it did not come with the order itself. */
const readers = {
	// Also where nothing was taken off: a coupon for free shipping counts as no discount on the order.
	coupons: async (client, { id }) => ({
		coupons: await list<OrderCoupon>(client, orderCoupons(id)),
	}),
	fees: (_client, { fees }) =>
		Promise.resolve({ fees: Array.isArray(fees) ? (fees as OrderFee[]) : [] }),
	lineItems: async (client, order) => ({
		lineItems: includedLines(order) ?? (await readLineItems(client, order.id)),
	}),
	shipments: async (client, { id, items_shipped }) => ({
		shipments: Number(items_shipped) > 0 ? await readShipments(client, id) : [],
	}),
	shippingAddresses: async (client, order) => ({
		shippingAddresses: includedAddresses(order) ?? (await readShippingAddresses(client, order.id)),
	}),
	transactions: readTransactions,
} satisfies Record<
	Exclude<OrderPart, 'refunds'>,
	(client: Client, order: Order) => Promise<OrderParts>
>;

/** Adds the parts to orders that were read with `includeQuery`; the requests for all of them run at the same time. */
export async function withParts(
	client: Client,
	orders: Order[],
	parts: OrderPart[],
): Promise<OrderWithParts[]> {
	const refunds = parts.includes('refunds') ? refundsOf(client, orders) : undefined;
	return await Promise.all(
		orders.map(async (order) => {
			const read = await Promise.all(
				parts.map(async (part): Promise<OrderParts> =>
					part === 'refunds'
						? { refunds: (await refunds)?.get(order.id) ?? [] }
						: await readers[part](client, order),
				),
			);
			return Object.assign({ ...order }, ...read) as OrderWithParts;
		}),
	);
}
