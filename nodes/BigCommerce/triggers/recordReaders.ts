import { at, type Client, type Query } from '../api/client';
import type { ScopeNeed } from '../api/scopes';
import { readOrder, type Order } from '../store/orders/orders';
import {
	includeQuery,
	withParts,
	type OrderWithParts,
	type OrderPart,
} from '../store/orders/orderParts';
import type { Share } from './sharedReads';
import type { Subject } from './eventSubject';

type Id = number | string;

/** What a reading may need beside the id. */
export interface ReadContext {
	scope: string;
	subject: Subject;
	share: Share;
}

export interface RecordReader {
	/** The id to read by, where the record is not that of the event's own resource, but what it is a part of. */
	by?: string;
	read: (client: Client, id: Id, sought: ReadContext) => Promise<object | undefined>;
	/** Shares what it reads by itself, piece by piece. */
	inPieces?: true;
}

/** A row with another id is not taken: the API passes over filters that it does not know. */
const byFilter =
	(
		path: string,
		filter: 'id' | 'id:in' | 'category_id:in',
		what: string,
		scope: ScopeNeed,
		more: Query = {},
	): RecordReader['read'] =>
	async (client, id) => {
		const rows = await client.getRows<Record<string, unknown>>({
			path,
			query: { [filter]: id, ...more },
			task: `read ${what} ${id}`,
			scope,
		});
		return rows.find((row) => row[filter.replace(':in', '')] === id);
	};

/** `under` is where records of this kind lie. */
const byPath =
	(under: string, what: string, scope: ScopeNeed, query?: Query): RecordReader['read'] =>
	async (client, id) =>
		await client.get({
			path: `${under}${at`/${id}`}`,
			query,
			task: `read ${what} ${id}`,
			scope,
		});

const ORDER_PARTS: OrderPart[] = ['lineItems', 'shippingAddresses', 'coupons'];

/** The order as filters and records need it: lines and addresses come along at no cost. */
export const sharedOrder = async (client: Client, id: Id, share: Share): Promise<Order> =>
	await share(`order ${id}`, async () => readOrder(client, Number(id), includeQuery(ORDER_PARTS)));

const completed = new WeakMap<Order, Map<string, Promise<OrderWithParts | undefined>>>();

/** Whoever was given the same order is given the same parts. */
async function orderWithParts(client: Client, id: Id, share: Share, more: OrderPart[] = []) {
	const order = await sharedOrder(client, id, share);
	const parts = [...ORDER_PARTS, ...more];
	const known = completed.get(order) ?? new Map<string, Promise<OrderWithParts | undefined>>();
	completed.set(order, known);
	const adding =
		known.get(parts.join()) ?? withParts(client, [order], parts).then(([whole]) => whole);
	known.set(parts.join(), adding);
	return await adding;
}

async function shipmentWithOrder(client: Client, id: Id, { subject, share }: ReadContext) {
	const orderId = Number(subject.ids.orderId);
	const [shipment, order] = await Promise.all([
		client.get<object>({
			path: at`/v2/orders/${orderId}/shipments/${id}`,
			task: `read shipment ${id}`,
			scope: 'orders:read',
		}),
		orderWithParts(client, orderId, share),
	]);
	return shipment && { ...shipment, order };
}

const cart = byPath('/v3/carts', 'cart', 'carts:read', {
	include: ['line_items.physical_items.options', 'line_items.digital_items.options'],
});

const customer = byFilter('/v3/customers', 'id:in', 'customer', 'customers:read', {
	include: 'addresses',
});

const METAFIELD_OWNERS: Record<string, [path: string, scope: ScopeNeed]> = {
	brand: ['/v3/catalog/brands', 'products:read'],
	cart: ['/v3/carts', 'carts:read'],
	channel: ['/v3/channels', 'channels:read'],
	order: ['/v3/orders', 'orders:read'],
	product: ['/v3/catalog/products', 'products:read'],
};

/** A metafield lies below what it belongs to, which the scope names; the owner of a variant's one has an owner itself. */
async function metafield(client: Client, id: Id, { scope, subject }: ReadContext) {
	const [, kind = ''] = /^store\/(?:channel\/\d+\/)?(\w+)\/metafield\//.exec(scope) ?? [];
	const owner = Object.hasOwn(METAFIELD_OWNERS, kind) ? METAFIELD_OWNERS[kind] : undefined;
	const { ownerId } = subject.ids;
	if (!owner || ownerId === undefined) return undefined;
	const [path, need] = owner;
	return await client.get<object>({
		path: `${path}${at`/${ownerId}/metafields/${id}`}`,
		task: `read metafield ${id}`,
		scope: need,
	});
}

/** By resource: what 'Fetch Full Record' reads. Events about anything else start the workflow as they came. */
export const recordReaders: Record<string, RecordReader> = {
	cart: { read: cart },
	cartLineItem: { read: cart, by: 'cartId' },
	category: {
		read: byFilter('/v3/catalog/trees/categories', 'category_id:in', 'category', 'products:read'),
	},
	channel: { read: byPath('/v3/channels', 'channel', 'channels:read') },
	customer: { read: customer },
	customerAddress: { read: customer, by: 'customerId' },
	metafield: { read: metafield },
	order: {
		inPieces: true,
		read: async (client, id, { scope, share }) =>
			await orderWithParts(client, id, share, scope.includes('/refund/') ? ['refunds'] : []),
	},
	priceList: { read: byPath('/v3/pricelists', 'price list', 'products:read') },
	product: {
		read: byPath('/v3/catalog/products', 'product', 'products:read', {
			include: ['variants', 'images', 'custom_fields'],
		}),
	},
	shipment: { read: shipmentWithOrder, inPieces: true },
	subscriber: {
		read: byFilter('/v3/customers/subscribers', 'id:in', 'subscriber', 'customers:read'),
	},
	variant: { read: byFilter('/v3/catalog/variants', 'id', 'variant', 'products:read') },
};
