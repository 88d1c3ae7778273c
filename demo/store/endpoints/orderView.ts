import { decimal, rfc2822 } from '../formats.ts';
import type { OrderFee, OrderRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { consignmentsView } from './orderConsignments.ts';
import { totalsOf, withTax } from './orderMoney.ts';

export interface OrderIncludes {
	consignments: boolean;
	lineItems: boolean;
	fees: boolean;
}

const NO_INCLUDES: OrderIncludes = { consignments: false, lineItems: false, fees: false };

export const orderLink = (state: StoreState, orderId: number, last: string): object => ({
	url: `https://api.bigcommerce.com/stores/${state.store.hash}/v2/orders/${orderId}/${last}`,
	resource: `/orders/${orderId}/${last}`,
});

export const feeView = (fee: OrderFee, rate: number): object => ({
	id: fee.id,
	type: 'custom_fee',
	display_name_customer: fee.display_name_customer,
	display_name_merchant: fee.display_name_merchant,
	source: fee.source,
	base_cost: decimal(fee.cost),
	cost_ex_tax: decimal(fee.cost),
	cost_inc_tax: decimal(withTax(fee.cost, rate)),
	cost_tax: decimal(withTax(fee.cost, rate) - fee.cost),
	tax_class_id: null,
});

const ZERO = decimal(0);

/** Money fields that this shop never uses: no handling, no gift wrapping. */
const UNUSED_MONEY = {
	base_handling_cost: ZERO,
	handling_cost_ex_tax: ZERO,
	handling_cost_inc_tax: ZERO,
	handling_cost_tax: ZERO,
	handling_cost_tax_class_id: 2,
	base_wrapping_cost: ZERO,
	wrapping_cost_ex_tax: ZERO,
	wrapping_cost_inc_tax: ZERO,
	wrapping_cost_tax: ZERO,
	wrapping_cost_tax_class_id: 3,
	store_credit_amount: ZERO,
	gift_certificate_amount: ZERO,
	// Documented as always zero: refunds are told by v3 alone (API notes 4.7).
	refunded_amount: ZERO,
};

/** An order as v2 shows it: decimal strings, RFC-2822 dates, links for what was not included (API notes 4.2, 4.13). */
export function orderView(
	state: StoreState,
	order: OrderRecord,
	includes: OrderIncludes = NO_INCLUDES,
): object {
	const totals = totalsOf(order);
	const status = state.orderStatuses.find(({ id }) => id === order.status_id);
	return {
		id: order.id,
		customer_id: order.customer_id,
		date_created: rfc2822(order.date_created),
		date_modified: rfc2822(order.date_modified),
		date_shipped: rfc2822(order.date_shipped),
		status_id: order.status_id,
		status: status?.name ?? '',
		custom_status: status?.custom_label ?? '',
		...UNUSED_MONEY,
		subtotal_ex_tax: decimal(totals.subtotalEx),
		subtotal_inc_tax: decimal(totals.subtotalInc),
		subtotal_tax: decimal(totals.subtotalInc - totals.subtotalEx),
		base_shipping_cost: decimal(totals.shippingEx),
		shipping_cost_ex_tax: decimal(totals.shippingEx),
		shipping_cost_inc_tax: decimal(totals.shippingInc),
		shipping_cost_tax: decimal(totals.shippingInc - totals.shippingEx),
		shipping_cost_tax_class_id: 2,
		total_ex_tax: decimal(totals.totalEx),
		total_inc_tax: decimal(totals.totalInc),
		total_tax: decimal(totals.totalInc - totals.totalEx),
		items_total: totals.itemsTotal,
		items_shipped: totals.itemsShipped,
		payment_method: order.payment_method,
		payment_provider_id: order.payment_provider_id ?? '',
		payment_status: order.payment_status,
		order_is_digital:
			order.lines.length > 0 && order.lines.every((line) => line.type === 'digital'),
		ip_address: order.ip_address,
		ip_address_v6: '',
		geoip_country: order.billing_address.country,
		geoip_country_iso2: order.billing_address.country_iso2,
		currency_id: 1,
		currency_code: order.currency_code,
		currency_exchange_rate: '1.0000000000',
		default_currency_id: 1,
		default_currency_code: 'USD',
		store_default_currency_code: 'USD',
		store_default_to_transactional_exchange_rate: '1.0000000000',
		staff_notes: order.staff_notes,
		customer_message: order.customer_message,
		discount_amount: decimal(order.discount_amount),
		coupon_discount: decimal(totals.couponDiscount),
		shipping_address_count: order.addresses.length,
		is_deleted: order.is_deleted,
		is_tax_inclusive_pricing: false,
		ebay_order_id: '0',
		cart_id: order.cart_id,
		billing_address: {
			...order.billing_address,
			form_fields: order.billing_address.form_fields ?? [],
		},
		is_email_opt_in: order.is_email_opt_in,
		credit_card_type: null,
		order_source: order.order_source,
		channel_id: order.channel_id,
		external_source: order.external_source,
		external_id: order.external_id,
		external_merchant_id: order.external_merchant_id,
		external_order_id: order.external_order_id,
		tax_provider_id: 'BasicTaxProvider',
		customer_locale: 'en',
		products: orderLink(state, order.id, 'products'),
		// The link spells the path without its underscore (API notes 4.2).
		shipping_addresses: orderLink(state, order.id, 'shippingaddresses'),
		coupons: orderLink(state, order.id, 'coupons'),
		fees: includes.fees
			? order.fees.map((fee) => feeView(fee, order.tax_rate))
			: orderLink(state, order.id, 'fees'),
		consignments:
			includes.consignments || includes.lineItems
				? consignmentsView(state, order, includes.lineItems)
				: orderLink(state, order.id, 'consignments'),
	};
}
