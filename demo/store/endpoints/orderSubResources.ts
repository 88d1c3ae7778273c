import { decimal, rfc2822 } from '../formats.ts';
import { bare, notFoundV2 } from '../http/answers.ts';
import { v2Page } from '../http/paging.ts';
import type { Context, Route } from '../http/routes.ts';
import type { OrderAddress, OrderRecord } from '../records.ts';
import { consignmentsView } from './orderConsignments.ts';
import { lineView } from './orderLines.ts';
import { lineTotalEx, withTax } from './orderMoney.ts';
import { feeView, orderLink } from './orderView.ts';

const ORDERS = 'store_v2_orders';

export const orderOf = ({ state, params }: Context): OrderRecord =>
	state.orders.get(Number(params.order_id)) ?? notFoundV2();

function addressView(context: Context, order: OrderRecord, address: OrderAddress): object {
	const { id, cost, shipping_method, ...person } = address;
	const lines = order.lines.filter((line) => line.order_address_id === id);
	const costInc = withTax(cost, order.tax_rate);
	return {
		id,
		order_id: order.id,
		...person,
		items_total: lines.reduce((sum, line) => sum + line.quantity, 0),
		items_shipped: lines.reduce((sum, line) => sum + line.quantity_shipped, 0),
		shipping_method,
		base_cost: decimal(cost),
		cost_ex_tax: decimal(cost),
		cost_inc_tax: decimal(costInc),
		cost_tax: decimal(costInc - cost),
		cost_tax_class_id: 2,
		base_handling_cost: decimal(0),
		handling_cost_ex_tax: decimal(0),
		handling_cost_inc_tax: decimal(0),
		handling_cost_tax: decimal(0),
		handling_cost_tax_class_id: 2,
		shipping_zone_id: 1,
		shipping_zone_name: address.country,
		shipping_quotes: orderLink(context.state, order.id, `shippingaddresses/${id}/shipping_quotes`),
		form_fields: address.form_fields ?? [],
	};
}

const taxRows = (order: OrderRecord): object[] =>
	order.tax_rate === 0
		? []
		: order.lines.map((line, index) => {
				const tax = decimal(withTax(lineTotalEx(line), order.tax_rate) - lineTotalEx(line));
				return {
					id: order.id * 1000 + index,
					order_id: order.id,
					order_address_id: line.order_address_id,
					tax_rate_id: 1,
					sales_tax_id: '',
					tax_class_id: 0,
					name: 'State Tax',
					class: 'Default Tax Class',
					rate: decimal(order.tax_rate * 100),
					priority: 0,
					priority_amount: tax,
					line_amount: tax,
					order_pickup_method_id: 0,
					order_product_id: String(line.id),
					line_item_type: 'item',
				};
			});

function messages(context: Context): OrderRecord['messages'] {
	const { query } = context;
	const flagged = query.flag('is_flagged');
	const from = query.date('min_date_created') ?? -Infinity;
	const to = query.date('max_date_created') ?? Infinity;
	return orderOf(context).messages.filter(
		(message) =>
			message.id >= (query.number('min_id') ?? 0) &&
			message.id <= (query.number('max_id') ?? Infinity) &&
			(flagged === undefined || message.is_flagged === flagged) &&
			(!query.has('status') || message.status === query.text('status')) &&
			message.date_created >= from &&
			message.date_created <= to,
	);
}

const get = (path: string, run: Route['run']): Route => ({
	method: 'GET',
	path,
	scope: ORDERS,
	run,
});

export const orderSubResourceRoutes: Route[] = [
	get('/v2/orders/{order_id}/products', (context) => {
		const order = orderOf(context);
		return v2Page(context.query, order.lines, (line) => lineView(order, line));
	}),
	get('/v2/orders/{order_id}/products/{line_id}', (context) => {
		const order = orderOf(context);
		const line =
			order.lines.find(({ id }) => id === Number(context.params.line_id)) ?? notFoundV2();
		return bare(lineView(order, line));
	}),
	get('/v2/orders/{order_id}/shipping_addresses', (context) => {
		const order = orderOf(context);
		return v2Page(context.query, order.addresses, (address) =>
			addressView(context, order, address),
		);
	}),
	get('/v2/orders/{order_id}/shipping_addresses/{address_id}', (context) => {
		const order = orderOf(context);
		const address =
			order.addresses.find(({ id }) => id === Number(context.params.address_id)) ?? notFoundV2();
		return bare(addressView(context, order, address));
	}),
	get('/v2/orders/{order_id}/coupons', (context) => {
		const order = orderOf(context);
		return v2Page(context.query, order.coupons, (coupon) => ({
			...coupon,
			order_id: order.id,
			amount: decimal(coupon.amount),
		}));
	}),
	get('/v2/orders/{order_id}/taxes', (context) => v2Page(context.query, taxRows(orderOf(context)))),
	get('/v2/orders/{order_id}/fees', (context) => {
		const order = orderOf(context);
		// The one v2 list inside an object: so in the spec's example, whose schema is an object too.
		return bare({ fees: order.fees.map((fee) => feeView(fee, order.tax_rate)) });
	}),
	get('/v2/orders/{order_id}/messages', (context) =>
		v2Page(context.query, messages(context), (message) => ({
			...message,
			order_id: Number(context.params.order_id),
			date_created: rfc2822(message.date_created),
		})),
	),
	get('/v2/orders/{order_id}/consignments', (context) =>
		bare(
			consignmentsView(
				context.state,
				orderOf(context),
				(context.query.list('include') ?? []).includes('consignments.line_items'),
			),
		),
	),
];
