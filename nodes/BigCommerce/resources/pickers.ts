import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Client } from '../api/client';
import { list, type Collection } from '../api/pagination';
import { connect } from '../operation/connect';
import { toNodeError } from '../operation/errors';
import { toIso } from '../operation/values';
import { orders, shipments, type Order, type Shipment } from './order/orders';
import { orderIdOf } from './order/ids';
import { hooks, type Hook } from '../trigger/hooks';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Rows that a picker shows at a time; the editor asks for more as one scrolls. */
const PAGE = 50;

/** A picker over a small set that is loaded whole. */
function options(load: (client: Client) => Promise<INodePropertyOptions[]>): LoadOptions {
	return async function (this) {
		try {
			return await load(
				(await connect(this, this.getCurrentNodeParameter('authentication'))).client,
			);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

/** A picker over a large set: searches the store as one types, and never loads it whole. */
function search<Row>(
	from: Collection | ((form: ILoadOptionsFunctions) => Collection),
	find: (text: string) => Record<string, string | number | undefined>,
	show: (row: Row) => INodeListSearchItems,
	offered: (row: Row, text: string) => boolean = () => true,
): ListSearch {
	return async function (this, filter = '', paginationToken) {
		try {
			const { client } = await connect(this, this.getCurrentNodeParameter('authentication'));
			const page = Number(paginationToken ?? 1);
			const collection = typeof from === 'function' ? from(this) : from;
			const query = { ...find(filter.trim()), page, limit: PAGE };
			const rows = (await client.get<Row[]>({ ...collection, query })) ?? [];
			return {
				results: rows.filter((row) => offered(row, filter.trim())).map(show),
				...(rows.length === PAGE && { paginationToken: String(page + 1) }),
			};
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

interface Named {
	id: number;
	name: string;
}

export interface OrderStatus extends Named {
	system_label: string;
	custom_label: string;
	system_description: string;
	order: number;
}

/** The merchant's own label, with BigCommerce's where the two differ. */
export const statusLabel = ({ name, system_label, custom_label }: OrderStatus) => {
	const system = system_label || name;
	return custom_label && custom_label !== system ? `${custom_label} (${system})` : system;
};

const channels: Collection = {
	path: '/v3/channels',
	paging: 'v3',
	pageSize: 250,
	doing: 'list the sales channels',
	scope: 'channels:read',
};

/** Orders are found by number or by e-mail address, newest first: v2 searches nothing else of what one would type. */
const findOrders = (text: string) => {
	const id = /^#?\s*(\d+)$/.exec(text)?.[1];
	return { sort: 'id:desc', ...(id ? { min_id: id, max_id: id } : { email: text }) };
};

export const pickers = {
	loadOptions: {
		getChannels: options(async (client) => {
			const rows = await list<Named>(client, channels);
			return rows.map(({ id, name }) => ({ name, value: id }));
		}),
		getOrderStatuses: options(async (client) => {
			const rows = await client.get<OrderStatus[]>({
				path: '/v2/order_statuses',
				doing: 'list the order statuses',
				scope: 'orders:read',
			});
			return (rows ?? []).map((status) => ({ name: statusLabel(status), value: status.id }));
		}),
	},
	listSearch: {
		searchBrands: search<Named>(
			{
				path: '/v3/catalog/brands',
				paging: 'v3',
				pageSize: 250,
				doing: 'search the brands',
				scope: 'products:read',
			},
			(text) => ({ 'name:like': text }),
			({ id, name }) => ({ name, value: id }),
		),
		searchBulkPromotions: search<Named & { coupon_type?: string }>(
			{
				path: '/v3/promotions',
				paging: 'v3',
				pageSize: 250,
				doing: 'search the promotions',
				scope: 'marketing:read',
			},
			(text) => ({ query: text }),
			({ id, name }) => ({ name, value: id }),
			({ coupon_type }) => coupon_type === 'BULK',
		),
		searchCategories: search<{ category_id: number; name: string }>(
			{
				path: '/v3/catalog/trees/categories',
				paging: 'v3',
				pageSize: 250,
				doing: 'search the categories',
				scope: 'products:read',
			},
			(text) => ({ 'name:like': text }),
			({ category_id, name }) => ({ name, value: category_id }),
		),
		searchCoupons: search<Named & { code: string }>(
			{
				path: '/v2/coupons',
				paging: 'v2',
				pageSize: 250,
				doing: 'search the coupons',
				scope: 'marketing:read',
			},
			// The API finds whole codes only (marketing.v2.yml).
			(text) => ({ code: text }),
			({ id, name, code }) => ({ name: `${code} (${name})`, value: id }),
		),
		searchOrders: search<Order & { billing_address?: { first_name?: string; last_name?: string } }>(
			orders,
			findOrders,
			({
				id,
				status,
				custom_status,
				billing_address: { first_name = '', last_name = '' } = {},
			}) => ({
				name: [`#${id}`, `${first_name} ${last_name}`.trim(), custom_status || status]
					.filter(Boolean)
					.join(' · '),
				value: id,
			}),
		),
		searchProducts: search<Named & { sku: string }>(
			{
				path: '/v3/catalog/products',
				paging: 'v3',
				pageSize: 250,
				doing: 'search the products',
				scope: 'products:read',
			},
			(text) => ({ keyword: text, include_fields: 'name,sku' }),
			({ id, name, sku }) => ({ name: sku ? `${name} (${sku})` : name, value: id }),
		),
		searchShipments: search<Shipment>(
			(form) =>
				shipments(
					orderIdOf(form.getCurrentNodeParameter('order', { extractValue: true }), 'Order'),
				),
			() => ({}),
			({ id, tracking_number, date_created }) => ({
				name: [`#${id}`, tracking_number, toIso(date_created)?.slice(0, 10)]
					.filter(Boolean)
					.join(' · '),
				value: id,
			}),
			({ id, tracking_number }, text) =>
				`#${id} ${tracking_number}`.toLowerCase().includes(text.toLowerCase()),
		),
		searchWebhooks: search<Hook>(
			hooks,
			() => ({}),
			({ id, scope, destination, is_active }) => ({
				name: [scope, destination, is_active ? '' : 'off'].filter(Boolean).join(' · '),
				value: id,
			}),
			({ id, scope, destination }, text) =>
				`${id} ${scope} ${destination}`.toLowerCase().includes(text.toLowerCase()),
		),
	},
};
