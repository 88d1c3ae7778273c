import { at, type Client, type Query } from '../../api/client';
import { list, type Collection } from '../../api/pagination';

/** The fields of a v2 order that the package relies on; the API gives many more (orders.v2.oas2.yml). */
export interface Order {
	id: number;
	customer_id: number;
	status_id: number;
	status: string;
	custom_status: string;
	date_created: string;
	date_modified: string;
	date_shipped: string;
	items_total: number;
	items_shipped: number;
	order_is_digital: boolean;
	is_deleted: boolean;
	shipping_address_count: number;
	channel_id: number;
	currency_code: string;
	total_inc_tax: string;
	[field: string]: unknown;
}

/** A line of an order; `order_address_id` is 0 for lines that are not shipped. */
export interface OrderProduct {
	id: number;
	order_id: number;
	product_id: number;
	variant_id: number;
	order_address_id: number;
	name: string;
	sku: string;
	type: 'physical' | 'digital' | 'giftcertificate';
	quantity: number;
	quantity_shipped: number;
	quantity_refunded: number;
	is_refunded: boolean;
	[field: string]: unknown;
}

export interface OrderAddress {
	id: number;
	order_id: number;
	items_total: number;
	items_shipped: number;
	[field: string]: unknown;
}

export interface Shipment {
	id: number;
	order_id: number;
	order_address_id: number;
	date_created: string;
	tracking_number: string;
	tracking_link: string;
	tracking_carrier: string;
	shipping_provider: string;
	shipping_method: string;
	comments: string;
	shipping_provider_display_name?: string;
	generated_tracking_link?: string | null;
	items: Array<{ order_product_id: number; product_id?: number; quantity: number }>;
	[field: string]: unknown;
}

/** `type` is a number: its place in the list of COUPON_TYPES. */
export interface OrderCoupon {
	id: number;
	coupon_id: number;
	code: string | null;
	amount: string | number;
	type: number;
	discount: string | number;
	[field: string]: unknown;
}

export interface OrderFee {
	id: number;
	display_name_customer: string;
	cost_ex_tax: string;
	cost_inc_tax: string;
	[field: string]: unknown;
}

/** v3: amounts are numbers, dates ISO 8601 (orders.v3.yml). */
export interface Refund {
	id: number;
	order_id: number;
	created: string;
	reason: string;
	total_amount: number;
	total_tax: number;
	items: Array<{
		item_type: string;
		item_id: number;
		quantity?: number;
		requested_amount?: number;
		reason?: string;
	}>;
	payments: Array<{ provider_id: string; amount: number; offline: boolean }>;
	[field: string]: unknown;
}

export interface Transaction {
	id: number;
	event: string;
	method: string;
	amount: number;
	currency: string;
	gateway: string;
	gateway_transaction_id: string | null;
	status: string;
	date_created: string;
	[field: string]: unknown;
}

/** Orders are counted with the same filters, so that long lists are read several pages at a time. */
export const orders: Collection = {
	path: '/v2/orders',
	paging: 'v2',
	pageSize: 250,
	countPath: '/v2/orders/count',
	task: 'list the orders',
	scope: 'orders:read',
};

const orderPath = (id: number) => at`/v2/orders/${id}`;

const partOf = (id: number, part: string, task: string): Collection => ({
	path: `${orderPath(id)}/${part}`,
	paging: 'v2',
	pageSize: 250,
	task: `${task} of order ${id}`,
	scope: 'orders:read',
});

export const lineItems = (id: number) => partOf(id, 'products', 'list the line items');
export const shippingAddresses = (id: number) =>
	partOf(id, 'shipping_addresses', 'list the shipping addresses');
export const shipments = (id: number) => partOf(id, 'shipments', 'list the shipments');
export const orderCoupons = (id: number) => partOf(id, 'coupons', 'list the coupons');

export const readLineItems = async (client: Client, id: number) =>
	await list<OrderProduct>(client, lineItems(id));
export const readShipments = async (client: Client, id: number) =>
	await list<Shipment>(client, shipments(id));
export const readShippingAddresses = async (client: Client, id: number) =>
	await list<OrderAddress>(client, shippingAddresses(id));

/** `query` asks for what may come along (`include`). */
export const readOrder = async (client: Client, id: number, query?: Query): Promise<Order> =>
	(await client.get<Order>({
		path: orderPath(id),
		query,
		task: `read order ${id}`,
		scope: 'orders:read',
	})) as Order;

/** Sets the status alone; everything else of the order stays as it is. */
export const setStatus = async (
	client: Client,
	id: number,
	statusId: number,
): Promise<Order | undefined> =>
	await client.put<Order>({
		path: orderPath(id),
		body: { status_id: statusId },
		task: `update the status of order ${id}`,
		scope: 'orders:modify',
	});
