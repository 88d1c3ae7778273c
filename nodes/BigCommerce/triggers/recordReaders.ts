import { at, type Client, type Query } from '../api/client';
import type { ScopeNeed } from '../api/scopes';
import { simplifyCategory } from '../store/catalog/categories';
import { simplifyVariant } from '../store/catalog/productVariants';
import { simplifyProduct } from '../store/catalog/simplifyProduct';
import { simplifyChannel } from '../store/channels/channels';
import { simplifyCustomer } from '../store/customers/simplifyCustomer';
import { simplifySubscriber } from '../store/customers/subscribers';
import { simplifyMetafield } from '../store/metafields/metafields';
import { simplifyCart } from '../store/orders/carts';
import { readOrder, type Order, type Shipment } from '../store/orders/orders';
import {
	includeQuery,
	withParts,
	type OrderWithParts,
	type OrderPart,
} from '../store/orders/orderParts';
import { simplifyShipment } from '../store/orders/shipments';
import { simplifyOrder } from '../store/orders/simplifyOrder';
import { simplifyPriceList } from '../store/pricing/priceLists';
import type { Share } from './sharedReads';
import type { Subject } from './eventSubject';

type Id = number | string;

/** What is wanted of records, and how they are asked for. */
export interface ReadingWish {
	/** What each order shall have. */
	parts: OrderPart[];
	share: Share;
}

/** What a reading may need beside the id. */
export interface ReadContext extends ReadingWish {
	scope: string;
	subject: Subject;
}

export interface RecordReader {
	/** As the action node gives the same record. */
	simplify: (record: never) => object;
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

/** The order as filters and records need it: lines, addresses and fees come along at no cost. */
export async function sharedOrder(
	client: Client,
	id: Id,
	{ parts, share }: ReadingWish,
): Promise<Order> {
	const asked: OrderPart[] = [
		'lineItems',
		'shippingAddresses',
		...parts.filter((part) => part === 'fees'),
	];
	return await share(`order ${id} with ${asked.join()}`, async () =>
		readOrder(client, Number(id), includeQuery(asked)),
	);
}

const completed = new WeakMap<Order, Map<string, Promise<OrderWithParts | undefined>>>();

/** Whoever was given the same order is given the same parts. */
async function orderWithParts(client: Client, id: Id, wish: ReadingWish) {
	const order = await sharedOrder(client, id, wish);
	const { parts } = wish;
	const known = completed.get(order) ?? new Map<string, Promise<OrderWithParts | undefined>>();
	completed.set(order, known);
	const adding =
		known.get(parts.join()) ?? withParts(client, [order], parts).then(([whole]) => whole);
	known.set(parts.join(), adding);
	return await adding;
}

async function shipmentWithOrder(client: Client, id: Id, context: ReadContext) {
	const orderId = Number(context.subject.ids.orderId);
	const [shipment, order] = await Promise.all([
		client.get<object>({
			path: at`/v2/orders/${orderId}/shipments/${id}`,
			task: `read shipment ${id}`,
			scope: 'orders:read',
		}),
		orderWithParts(client, orderId, context),
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

type ShipmentWithOrder = Shipment & { order?: OrderWithParts };

const simplifyShipmentWithOrder = ({ order, ...shipment }: ShipmentWithOrder) => ({
	...simplifyShipment(shipment),
	...(order && { order: simplifyOrder(order) }),
});

/** A refund belongs to what the event tells of, whatever else the order shall have. */
const partsFor = ({ scope, parts }: ReadContext): OrderPart[] =>
	scope.includes('/refund/') ? [...new Set([...parts, 'refunds' as const])] : parts;

/** By resource: what 'Fetch Full Record' reads. Events about anything else start the workflow as they came. */
const recordReaders: Record<string, RecordReader> = {
	cart: { read: cart, simplify: simplifyCart },
	cartLineItem: { read: cart, simplify: simplifyCart, by: 'cartId' },
	category: {
		read: byFilter('/v3/catalog/trees/categories', 'category_id:in', 'category', 'products:read'),
		simplify: simplifyCategory,
	},
	channel: {
		read: byPath('/v3/channels', 'channel', 'channels:read'),
		simplify: simplifyChannel,
	},
	customer: { read: customer, simplify: simplifyCustomer },
	customerAddress: { read: customer, simplify: simplifyCustomer, by: 'customerId' },
	metafield: { read: metafield, simplify: simplifyMetafield },
	order: {
		inPieces: true,
		read: async (client, id, context) =>
			await orderWithParts(client, id, { ...context, parts: partsFor(context) }),
		simplify: simplifyOrder,
	},
	priceList: {
		read: byPath('/v3/pricelists', 'price list', 'products:read'),
		simplify: simplifyPriceList,
	},
	product: {
		read: byPath('/v3/catalog/products', 'product', 'products:read', {
			include: ['variants', 'images', 'custom_fields'],
		}),
		simplify: simplifyProduct,
	},
	shipment: { read: shipmentWithOrder, simplify: simplifyShipmentWithOrder, inPieces: true },
	subscriber: {
		read: byFilter('/v3/customers/subscribers', 'id:in', 'subscriber', 'customers:read'),
		simplify: simplifySubscriber,
	},
	variant: {
		read: byFilter('/v3/catalog/variants', 'id', 'variant', 'products:read'),
		simplify: simplifyVariant,
	},
};

export const readerOf = (resource: string): RecordReader | undefined =>
	Object.hasOwn(recordReaders, resource) ? recordReaders[resource] : undefined;

/** The record as the action node simplifies it. */
export const simplifyRecord = (resource: string, record: object): object =>
	readerOf(resource)?.simplify(record as never) ?? record;
