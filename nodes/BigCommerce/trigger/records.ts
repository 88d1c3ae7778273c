import type { IDataObject } from 'n8n-workflow';

import { at, type Client, type Query } from '../api/client';
import { BigCommerceError } from '../api/errors';
import type { ScopeNeed } from '../api/scopes';
import { sentences } from '../operation/errors';
import { readOrder } from '../resources/order/orders';
import { includeQuery, withParts, type Part } from '../resources/order/parts';
import type { Subject } from './subject';

/** BigCommerce waits for its answer while a record is read, and delivers again when that takes too long. */
export const RECORD_TIME_MS = 8_000;

type Id = number | string;

interface Reading {
	/** The id to read by, where it is not that of the event's own resource. */
	by?: string;
	read: (client: Client, id: Id, subject: Subject) => Promise<object | undefined>;
	/** The event is about a part of the record, which is there still when the part was deleted. */
	ofPart?: true;
}

/** Where there is no reading by id. A row with another id is not taken: the API passes over filters that it does not know. */
const byFilter =
	(
		path: string,
		filter: 'id' | 'id:in' | 'category_id:in',
		what: string,
		scope: ScopeNeed,
		more: Query = {},
	): Reading['read'] =>
	async (client, id) => {
		const rows = await client.get<Array<Record<string, unknown>>>({
			path,
			query: { [filter]: id, ...more },
			doing: `read ${what} ${id}`,
			scope,
		});
		return rows?.find((row) => row[filter.replace(':in', '')] === id);
	};

const ORDER_PARTS: Part[] = ['lineItems', 'shippingAddresses', 'coupons'];

async function orderWithParts(client: Client, orderId: number): Promise<object | undefined> {
	const order = await readOrder(client, orderId, includeQuery(ORDER_PARTS));
	return order && (await withParts(client, [order], ORDER_PARTS))[0];
}

async function shipmentWithOrder(client: Client, id: Id, { ids }: Subject) {
	const orderId = Number(ids.orderId);
	const [shipment, order] = await Promise.all([
		client.get<object>({
			path: at`/v2/orders/${orderId}/shipments/${id}`,
			doing: `read shipment ${id}`,
			scope: 'orders:read',
		}),
		orderWithParts(client, orderId),
	]);
	return shipment && { ...shipment, order };
}

const cart: Reading['read'] = async (client, id) =>
	await client.get({
		path: at`/v3/carts/${id}`,
		query: { include: ['line_items.physical_items.options', 'line_items.digital_items.options'] },
		doing: `read cart ${id}`,
		scope: 'carts:read',
	});

const customer = byFilter('/v3/customers', 'id:in', 'customer', 'customers:read', {
	include: 'addresses',
});

const product: Reading['read'] = async (client, id) =>
	await client.get({
		path: at`/v3/catalog/products/${id}`,
		query: { include: ['variants', 'images', 'custom_fields'] },
		doing: `read product ${id}`,
		scope: 'products:read',
	});

/** By resource: what 'Fetch Full Record' reads. Events about anything else start the workflow as they came. */
const readings: Record<string, Reading> = {
	cart: { read: cart },
	cartLineItem: { read: cart, by: 'cartId', ofPart: true },
	category: {
		read: byFilter('/v3/catalog/trees/categories', 'category_id:in', 'category', 'products:read'),
	},
	customer: { read: customer },
	customerAddress: { read: customer, by: 'customerId', ofPart: true },
	order: { read: async (client, id) => await orderWithParts(client, Number(id)) },
	product: { read: product },
	shipment: { read: shipmentWithOrder },
	subscriber: {
		read: byFilter('/v3/customers/subscribers', 'id:in', 'subscriber', 'customers:read'),
	},
	variant: { read: byFilter('/v3/catalog/variants', 'id', 'variant', 'products:read') },
};

export interface Enrichment {
	/** Null when it has been deleted, or could not be read. */
	record?: IDataObject | null;
	enrichmentError?: string;
}

/** The record behind an event. What keeps it from being read is told in the item: the event itself must not be lost. */
export async function fullRecord(
	client: Client,
	event: string,
	subject: Subject,
): Promise<Enrichment> {
	const reading = Object.hasOwn(readings, subject.resource)
		? readings[subject.resource]
		: undefined;
	const id = reading?.by ? subject.ids[reading.by] : subject.resourceId;
	if (!reading || id === undefined || id === null) return {};
	if (event.endsWith('/deleted') && !reading.ofPart) return { record: null };
	try {
		return { record: ((await reading.read(client, id, subject)) ?? null) as IDataObject | null };
	} catch (error) {
		return isGone(error)
			? { record: null }
			: { record: null, enrichmentError: inWords(error, client) };
	}
}

const isGone = (error: unknown) => error instanceof BigCommerceError && error.status === 404;

function inWords(error: unknown, { signal }: Client): string {
	if (signal?.aborted) {
		return `The store took longer than ${RECORD_TIME_MS / 1000} seconds to give the full record. Read it with the BigCommerce node.`;
	}
	if (error instanceof BigCommerceError)
		return sentences(error.message, error.reason, error.advice);
	return error instanceof Error ? error.message : String(error);
}
