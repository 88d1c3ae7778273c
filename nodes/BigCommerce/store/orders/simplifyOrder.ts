import { toAmount, toIso } from '../../api/values';
import { simplifyShipment } from './shipments';
import type {
	Order,
	OrderAddress,
	OrderCoupon,
	OrderFee,
	OrderProduct,
	Refund,
	Transaction,
} from './orders';
import type { OrderWithParts } from './orderParts';

const COUPON_TYPES = [
	'per_item_discount',
	'percentage_discount',
	'per_total_discount',
	'shipping_discount',
	'free_shipping',
	'promotion',
];

/** Addresses, billing and shipping alike, as v2 writes them. */
interface Person {
	first_name?: string;
	last_name?: string;
	company?: string;
	email?: string;
}

const nameOf = ({ first_name = '', last_name = '' }: Person) => `${first_name} ${last_name}`.trim();

const optionsOf = (options: unknown) =>
	Object.fromEntries(
		((options ?? []) as Array<{ display_name: string; display_value: string }>).map(
			({ display_name, display_value }) => [display_name, display_value],
		),
	);

const simplifyLineItem = (line: OrderProduct) => ({
	id: line.id,
	productId: line.product_id,
	variantId: line.variant_id,
	orderAddressId: line.order_address_id,
	name: line.name,
	sku: line.sku,
	type: line.type,
	options: optionsOf(line.product_options),
	quantity: line.quantity,
	quantityShipped: line.quantity_shipped,
	quantityRefunded: line.quantity_refunded,
	priceExTax: toAmount(line.price_ex_tax),
	priceIncTax: toAmount(line.price_inc_tax),
	totalExTax: toAmount(line.total_ex_tax),
	totalIncTax: toAmount(line.total_inc_tax),
});

const simplifyAddress = (address: OrderAddress) => ({
	id: address.id,
	name: nameOf(address as Person),
	company: address.company,
	street1: address.street_1,
	street2: address.street_2,
	city: address.city,
	state: address.state,
	zip: address.zip,
	country: address.country,
	countryCode: address.country_iso2,
	phone: address.phone,
	email: address.email,
	shippingMethod: address.shipping_method,
	shippingExTax: toAmount(address.cost_ex_tax),
	itemsTotal: address.items_total,
	itemsShipped: address.items_shipped,
});

const simplifyCoupon = (coupon: OrderCoupon) => ({
	id: coupon.coupon_id,
	code: coupon.code,
	type: COUPON_TYPES[coupon.type] ?? coupon.type,
	amount: toAmount(coupon.amount),
	discount: toAmount(coupon.discount),
});

const simplifyFee = (fee: OrderFee) => ({
	id: fee.id,
	name: fee.display_name_customer,
	costExTax: toAmount(fee.cost_ex_tax),
	costIncTax: toAmount(fee.cost_inc_tax),
});

const simplifyRefund = (refund: Refund) => ({
	id: refund.id,
	dateCreated: toIso(refund.created),
	reason: refund.reason,
	amount: refund.total_amount,
	tax: refund.total_tax,
	items: refund.items.map(({ item_type, item_id, quantity, requested_amount }) => ({
		type: item_type,
		id: item_id,
		quantity,
		amount: requested_amount,
	})),
});

const simplifyTransaction = (transaction: Transaction) => ({
	id: transaction.id,
	event: transaction.event,
	method: transaction.method,
	amount: transaction.amount,
	currency: transaction.currency,
	gateway: transaction.gateway,
	gatewayTransactionId: transaction.gateway_transaction_id,
	status: transaction.status,
	dateCreated: toIso(transaction.date_created),
});

function simplifyParts(order: OrderWithParts) {
	const { coupons, fees, lineItems, refunds, shipments, shippingAddresses, transactions } = order;
	return {
		...(lineItems && { lineItems: lineItems.map(simplifyLineItem) }),
		...(shippingAddresses && { shippingAddresses: shippingAddresses.map(simplifyAddress) }),
		// The order itself has a property of this name, a link, when they were not asked for.
		...(Array.isArray(coupons) && { coupons: coupons.map(simplifyCoupon) }),
		...(Array.isArray(fees) && { fees: fees.map(simplifyFee) }),
		...(shipments && { shipments: shipments.map(simplifyShipment) }),
		...(refunds && { refunds: refunds.map(simplifyRefund) }),
		...(transactions && { transactions: transactions.map(simplifyTransaction) }),
	};
}

/** The order's own fields, flat: what people read in the control panel's list. */
function simplifyOwn(order: Order) {
	const billing = (order.billing_address ?? {}) as Person;
	return {
		id: order.id,
		status: order.status,
		statusLabel: order.custom_status || order.status,
		statusId: order.status_id,
		dateCreated: toIso(order.date_created),
		dateModified: toIso(order.date_modified),
		dateShipped: toIso(order.date_shipped) ?? null,
		customerId: order.customer_id,
		customerName: nameOf(billing),
		customerEmail: billing.email,
		customerCompany: billing.company,
		channelId: order.channel_id,
		paymentMethod: order.payment_method,
		paymentStatus: order.payment_status,
		// What the shopper pays in; `currency_code` is what the storefront showed (orders.v2.oas2.yml).
		currency: order.default_currency_code || order.currency_code,
		subtotalExTax: toAmount(order.subtotal_ex_tax),
		discount: toAmount(order.discount_amount),
		couponDiscount: toAmount(order.coupon_discount),
		shippingExTax: toAmount(order.shipping_cost_ex_tax),
		totalTax: toAmount(order.total_tax),
		totalIncTax: toAmount(order.total_inc_tax),
		itemsTotal: order.items_total,
		itemsShipped: order.items_shipped,
		customerMessage: order.customer_message,
		staffNotes: order.staff_notes,
		externalOrderId: order.external_order_id,
		...(order.is_deleted && { isDeleted: true }),
	};
}

export const simplifyOrder = (order: OrderWithParts) => ({
	...simplifyOwn(order),
	...simplifyParts(order),
});
