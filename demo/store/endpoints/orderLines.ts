import { decimal, rfc2822 } from '../formats.ts';
import type { OrderLine, OrderRecord } from '../records.ts';
import { lineTotalEx, withTax } from './orderMoney.ts';

const ZERO = decimal(0);
const NO_WRAPPING = { id: 0, name: '', message: '', cost: 0 };

/** A line of an order (API notes 4.9; field list of orders.v2.oas2.yml). */
export function lineView(order: OrderRecord, line: OrderLine): object {
	const rate = order.tax_rate;
	const priceInc = withTax(line.price, rate);
	const totalEx = lineTotalEx(line);
	const totalInc = withTax(totalEx, rate);
	const wrapping = line.wrapping ?? NO_WRAPPING;
	const discounts = line.applied_discounts.reduce((sum, discount) => sum + discount.amount, 0);
	return {
		id: line.id,
		order_id: order.id,
		product_id: line.product_id,
		variant_id: line.variant_id,
		order_pickup_method_id: line.pickup_method_id ?? 0,
		order_address_id: line.order_address_id,
		name: line.name,
		name_customer: line.name,
		name_merchant: line.name,
		sku: line.sku,
		upc: line.upc,
		type: line.type,
		base_price: decimal(line.price),
		price_ex_tax: decimal(line.price),
		price_inc_tax: decimal(priceInc),
		price_tax: decimal(priceInc - line.price),
		base_total: decimal(totalEx),
		total_ex_tax: decimal(totalEx),
		total_inc_tax: decimal(totalInc),
		total_tax: decimal(totalInc - totalEx),
		discounted_total_inc_tax: decimal(totalInc - discounts),
		quantity: line.quantity,
		base_cost_price: decimal(line.cost_price),
		cost_price_inc_tax: decimal(line.cost_price),
		cost_price_ex_tax: decimal(line.cost_price),
		cost_price_tax: ZERO,
		weight: decimal(line.weight),
		width: ZERO,
		height: ZERO,
		depth: ZERO,
		is_refunded: line.quantity_refunded >= line.quantity,
		quantity_refunded: line.quantity_refunded,
		refund_amount: decimal(line.refund_amount),
		return_id: 0,
		wrapping_id: wrapping.id,
		wrapping_name: wrapping.name,
		base_wrapping_cost: decimal(wrapping.cost),
		wrapping_cost_ex_tax: decimal(wrapping.cost),
		wrapping_cost_inc_tax: decimal(withTax(wrapping.cost, rate)),
		wrapping_cost_tax: decimal(withTax(wrapping.cost, rate) - wrapping.cost),
		wrapping_message: wrapping.message,
		quantity_shipped: line.quantity_shipped,
		event_name: line.event?.name ?? null,
		event_date: line.event ? rfc2822(line.event.date) : null,
		fixed_shipping_cost: ZERO,
		ebay_item_id: '',
		ebay_transaction_id: '',
		option_set_id: null,
		parent_order_product_id: line.parent_line_id ?? null,
		is_bundled_product: line.parent_line_id !== undefined,
		bin_picking_number: line.bin_picking_number ?? '',
		external_id: null,
		brand: line.brand,
		gift_certificate_id: null,
		applied_discounts: line.applied_discounts.map((discount) => ({
			...discount,
			amount: decimal(discount.amount),
		})),
		product_options: line.options.map((option, index) => optionView(line, option, index)),
		configurable_fields: [],
	};
}

const optionView = (
	line: OrderLine,
	option: { name: string; value: string },
	index: number,
): object => ({
	id: line.id * 10 + index,
	option_id: index + 1,
	order_product_id: line.id,
	product_option_id: line.product_id * 10 + index,
	display_name: option.name,
	display_name_customer: option.name,
	display_name_merchant: option.name,
	display_value: option.value,
	display_value_customer: option.value,
	display_value_merchant: option.value,
	value: String(line.variant_id),
	type: 'Multiple choice',
	name: option.name,
	display_style: 'Rectangle',
});
