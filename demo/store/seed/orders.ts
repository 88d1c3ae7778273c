import { cents } from '../formats.ts';
import { withTax } from '../endpoints/orderMoney.ts';
import type { OrderLine, OrderRecord, ProductRecord, VariantRecord } from '../records.ts';
import { allVariants, nextId, type StoreState } from '../state.ts';
import { addressOf } from './customers.ts';
import { hoursBefore } from './hours.ts';
import { ORDERS, type OrderSeed } from './orderList.ts';
import { addRefund, addTransaction, ship } from './orderHistory.ts';

const TAX = 0.06;

/** What v2 calls a coupon's type on an order (API notes 4.15). */
const COUPON_TYPES = [
	'per_item_discount',
	'percentage_discount',
	'per_total_discount',
	'shipping_discount',
	'free_shipping',
	'promotion',
];

const UNPAID = new Set([0, 1, 5, 6, 7]);

export function seedOrders(state: StoreState): void {
	for (const given of ORDERS) {
		const order = orderFrom(state, given);
		state.orders.set(order.id, order);
		for (const parcel of given.shipped ?? [])
			ship(state, order, parcel, hoursBefore(state, given.hours * 0.9));
		if (!UNPAID.has(given.status)) addTransaction(state, order);
		if (given.refund !== undefined)
			addRefund(state, order, given.refund, hoursBefore(state, given.modifiedHours ?? given.hours));
	}
}

function orderFrom(state: StoreState, given: OrderSeed): OrderRecord {
	const created = hoursBefore(state, given.hours);
	const id = nextId(state, 'order');
	const order: OrderRecord = {
		id,
		customer_id: given.guest ? 0 : given.buyer + 1,
		status_id: given.status,
		date_created: created,
		date_modified: hoursBefore(state, given.modifiedHours ?? given.hours),
		date_shipped:
			given.status === 2 || (given.status === 10 && given.shipped)
				? hoursBefore(state, given.hours * 0.9)
				: null,
		billing_address: addressOf(given.buyer),
		addresses: [],
		lines: [],
		coupons: [],
		fees: [],
		messages: [],
		tax_rate: TAX,
		discount_amount: 0,
		payment_method: given.payment ?? 'Credit Card',
		payment_provider_id: given.status === 0 ? null : id + 9000,
		payment_status: paymentStatus(given),
		channel_id: given.channel ?? 1,
		currency_code: 'USD',
		cart_id: `0b5e4a8e-0000-4000-8000-${String(id).padStart(12, '0')}`,
		order_source: given.source ?? 'www',
		staff_notes: given.notes ?? '',
		customer_message: given.message ?? '',
		ip_address: `203.0.113.${given.buyer + 10}`,
		external_source: null,
		external_id: null,
		external_merchant_id: null,
		external_order_id: given.externalId ?? '',
		is_deleted: false,
		is_email_opt_in: given.buyer % 2 === 0,
	};
	addLines(state, order, given);
	addExtras(state, order, given);
	return order;
}

const paymentStatus = (given: OrderSeed): string => {
	if (given.refund !== undefined) return given.refund >= 1 ? 'refunded' : 'partially refunded';
	if (given.status === 6) return 'declined';
	return UNPAID.has(given.status) ? '' : 'captured';
};

function addLines(state: StoreState, order: OrderRecord, given: OrderSeed): void {
	const wanted = given.manyLines === undefined ? given.lines : manyLines(state, given.manyLines);
	const places = (given.shipTo ?? [given.buyer]).map((person) => ({
		...addressOf(person),
		id: nextId(state, 'orderAddress'),
		shipping_method: 'Flat Rate',
		cost: 9.5,
	}));
	order.lines = wanted.map(([sku, quantity, address = 0]) =>
		lineFrom(state, sku, quantity, places[address]?.id ?? 0),
	);
	// A digital-only order is shipped nowhere.
	order.addresses = order.lines.every((line) => line.type === 'digital') ? [] : places;
}

/** Many lines of a few products, as wholesale orders have them. */
const manyLines = (state: StoreState, count: number): OrderSeed['lines'] => {
	const skus = allVariants(state)
		.filter(({ sku }) => /^(CC|TN|BW)-/.test(sku) && sku !== 'CC-CLASS')
		.map(({ sku }) => sku);
	return Array.from({ length: count }, (_unused, index) => [
		skus[index % skus.length] ?? '',
		1 + (index % 4),
	]);
};

function find(state: StoreState, sku: string): { product: ProductRecord; variant: VariantRecord } {
	for (const product of state.products.values()) {
		const variant = product.variants.find((entry) => entry.sku === sku);
		if (variant) return { product, variant };
	}
	throw new Error(`the seed names a SKU that is not in the catalogue: ${sku}`);
}

function lineFrom(state: StoreState, sku: string, quantity: number, addressId: number): OrderLine {
	const { product, variant } = find(state, sku);
	return {
		id: nextId(state, 'line'),
		order_address_id: product.type === 'digital' ? 0 : addressId,
		product_id: product.id,
		variant_id: variant.id,
		name: product.name,
		sku,
		upc: variant.upc,
		brand: state.brands.get(product.brand_id)?.name ?? '',
		type: product.type,
		price:
			variant.sale_price ??
			variant.price ??
			(product.sale_price > 0 ? product.sale_price : product.price),
		cost_price: product.cost_price,
		weight: variant.weight ?? product.weight,
		quantity,
		quantity_shipped: 0,
		quantity_refunded: 0,
		refund_amount: 0,
		options: variant.option_values.map((value) => ({
			name: value.option_display_name,
			value: value.label,
		})),
		applied_discounts: [],
	};
}

function addExtras(state: StoreState, order: OrderRecord, given: OrderSeed): void {
	if (given.coupon) {
		const coupon = [...state.coupons.values()].find(({ code }) => code === given.coupon?.code);
		if (coupon) {
			order.coupons.push({
				id: nextId(state, 'orderCoupon'),
				coupon_id: coupon.id,
				code: coupon.code,
				amount: coupon.amount,
				type: COUPON_TYPES.indexOf(coupon.type),
				discount: given.coupon.discount,
			});
			const line = order.lines[0];
			line?.applied_discounts.push({
				id: 'coupon',
				amount: cents(Math.min(given.coupon.discount, withTax(line.price, TAX))),
				name: coupon.name,
				code: coupon.code,
				target: 'order',
			});
		}
	}
	if (given.fee !== undefined) {
		order.fees.push({
			id: nextId(state, 'fee'),
			display_name_customer: 'Gift packing',
			display_name_merchant: 'Gift packing',
			source: 'AA',
			cost: given.fee,
		});
	}
	for (const [message, type] of [
		[given.message, 'contact'],
		[given.staffMessage, 'staff'],
	] as const) {
		if (message === undefined) continue;
		order.messages.push({
			id: nextId(state, 'message'),
			staff_id: type === 'staff' ? 1 : 0,
			customer_id: order.customer_id,
			type,
			subject: `Order ${order.id}`,
			message,
			status: type === 'staff' ? 'read' : 'unread',
			is_flagged: type === 'staff',
			date_created: order.date_created,
		});
	}
}
