import { randomUUID } from 'node:crypto';
import { invalidField, refuseV2 } from '../http/answers.ts';
import { arrayOf, flagOf, numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Address, OrderAddress, OrderLine, OrderRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';

export function addressFrom(value: unknown): Address {
	const from = objectOf(value);
	const text = (name: string): string => textOf(from[name]) ?? '';
	return {
		first_name: text('first_name'),
		last_name: text('last_name'),
		company: text('company'),
		street_1: text('street_1'),
		street_2: text('street_2'),
		city: text('city'),
		state: text('state'),
		zip: text('zip'),
		country: text('country'),
		country_iso2: text('country_iso2'),
		phone: text('phone'),
		email: text('email'),
	};
}

/** A line as a caller writes it: of a catalogue product, or a custom one with its own name and prices (API notes 4.14). */
export function lineFrom(state: StoreState, row: JsonObject, addressId: number): OrderLine {
	const quantity =
		numberOf(row.quantity) ?? invalidField('products', 'Each product needs a quantity.');
	const product = state.products.get(numberOf(row.product_id) ?? 0);
	if (row.product_id !== undefined && !product)
		invalidField('products', `Product ${String(row.product_id)} does not exist.`);
	const priceEx = numberOf(row.price_ex_tax);
	if ((priceEx === undefined) !== (numberOf(row.price_inc_tax) === undefined)) {
		invalidField('products', 'Give both price_ex_tax and price_inc_tax, or neither.');
	}
	const name =
		textOf(row.name) ?? product?.name ?? invalidField('products', 'A custom product needs a name.');
	const variant = product?.variants.find(({ id }) => id === row.variant_id) ?? product?.variants[0];
	const digital = product?.type === 'digital';
	return {
		id: nextId(state, 'line'),
		order_address_id: digital ? 0 : addressId,
		product_id: product?.id ?? 0,
		variant_id: variant?.id ?? 0,
		name,
		sku: textOf(row.sku) ?? (variant?.sku || product?.sku) ?? '',
		upc: variant?.upc ?? '',
		brand: state.brands.get(product?.brand_id ?? 0)?.name ?? '',
		type: digital ? 'digital' : 'physical',
		price: priceEx ?? variant?.price ?? product?.price ?? 0,
		cost_price: product?.cost_price ?? 0,
		weight: variant?.weight ?? product?.weight ?? 0,
		quantity,
		quantity_shipped: 0,
		quantity_refunded: 0,
		refund_amount: 0,
		options:
			variant?.option_values.map((value) => ({
				name: value.option_display_name,
				value: value.label,
			})) ?? [],
		applied_discounts: [],
	};
}

/** POST /orders: no promotions, no taxes of its own, `order_source` becomes `external` (API notes 4.14). */
export function createOrder(state: StoreState, body: JsonObject, now: number): OrderRecord {
	if (body.billing_address === undefined) invalidField('billing_address', 'The field is required.');
	if (body.products === undefined && body.consignments === undefined)
		invalidField('products', 'The field is required.');
	const billing = addressFrom(body.billing_address);
	if (billing.zip.length < 2)
		invalidField('billing_address.zip', 'At least two characters are needed.');
	const status = numberOf(body.status_id) ?? 1;
	if (!state.orderStatuses.some(({ id }) => id === status))
		invalidField('status_id', 'The order status does not exist.');
	const created = body.date_created === undefined ? now : Date.parse(String(body.date_created));
	if (Number.isNaN(created)) refuseV2(400, "The field 'date_created' is invalid.");

	const given = arrayOf(body.shipping_addresses);
	const addresses: OrderAddress[] = (given.length > 0 ? given : [body.billing_address]).map(
		(address) => ({
			...addressFrom(address),
			id: nextId(state, 'orderAddress'),
			shipping_method: textOf(objectOf(address).shipping_method) ?? '',
			cost: numberOf(body.shipping_cost_ex_tax) ?? 0,
		}),
	);
	const lines = arrayOf(body.products).map((row) =>
		lineFrom(state, objectOf(row), addresses[0]?.id ?? 0),
	);
	const order: OrderRecord = {
		id: nextId(state, 'order'),
		customer_id: numberOf(body.customer_id) ?? 0,
		status_id: status,
		date_created: created,
		date_modified: now,
		date_shipped: null,
		billing_address: billing,
		addresses: lines.every((line) => line.type === 'digital') ? [] : addresses,
		lines,
		coupons: [],
		fees: [],
		messages: [],
		tax_rate: 0,
		discount_amount: numberOf(body.discount_amount) ?? 0,
		payment_method: textOf(body.payment_method) ?? 'Manual',
		payment_provider_id: null,
		payment_status: '',
		channel_id: numberOf(body.channel_id) ?? 1,
		currency_code: textOf(body.currency_code) ?? textOf(body.default_currency_code) ?? 'USD',
		cart_id: randomUUID(),
		order_source: 'external',
		staff_notes: textOf(body.staff_notes) ?? '',
		customer_message: textOf(body.customer_message) ?? '',
		ip_address: textOf(body.ip_address) ?? '',
		external_source: textOf(body.external_source) ?? null,
		external_id: textOf(body.external_id) ?? null,
		external_merchant_id: textOf(body.external_merchant_id) ?? null,
		external_order_id: textOf(body.external_order_id) ?? '',
		is_deleted: false,
		is_email_opt_in: flagOf(body.is_email_opt_in) ?? false,
		totals: {
			subtotal_ex_tax: numberOf(body.subtotal_ex_tax),
			subtotal_inc_tax: numberOf(body.subtotal_inc_tax),
			total_ex_tax: numberOf(body.total_ex_tax),
			total_inc_tax: numberOf(body.total_inc_tax),
		},
	};
	state.orders.set(order.id, order);
	return order;
}
