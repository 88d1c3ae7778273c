import { toAmount, toIso } from '../../api/values';
import { simplifyShipment } from './shipments';
import type {
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
interface PostalAddress {
	first_name?: string;
	last_name?: string;
	company?: string;
	street_1?: string;
	street_2?: string;
	city?: string;
	state?: string;
	zip?: string;
	country?: string;
	country_iso2?: string;
	phone?: string;
	email?: string;
	form_fields?: FormField[];
}

interface FormField {
	name: string;
	value: unknown;
}

const fullName = ({ first_name = '', last_name = '' }: PostalAddress) =>
	`${first_name} ${last_name}`.trim();

/** Values by name. A name that comes again is numbered, so that a second "Engraving" does not replace the first. */
function byName(pairs: ReadonlyArray<readonly [name: string, value: unknown]>) {
	const values = new Map<string, unknown>();
	for (const [name, value] of pairs) {
		let key = name;
		for (let number = 2; values.has(key); number++) key = `${name} (${number})`;
		values.set(key, value);
	}
	return Object.fromEntries(values);
}

/** What the shopper was asked beside the address; undefined where nothing was. */
const formFieldsOf = ({ form_fields = [] }: PostalAddress) =>
	form_fields.length > 0 ? byName(form_fields.map(({ name, value }) => [name, value])) : undefined;

/** What the shopper chose, and on older stores what they typed in (`configurable_fields`, API notes 4.9). */
function optionsOf({ product_options, configurable_fields }: OrderProduct) {
	const chosen = (product_options ?? []) as Array<{ display_name: string; display_value: string }>;
	const typed = (configurable_fields ?? []) as FormField[];
	return byName([
		...chosen.map(({ display_name, display_value }) => [display_name, display_value] as const),
		...typed.map(({ name, value }) => [name, value] as const),
	]);
}

const discountsOf = ({ applied_discounts }: OrderProduct) =>
	(
		(applied_discounts ?? []) as Array<{
			id: string;
			name: string;
			code: string | null;
			amount: string | number;
			target: string;
		}>
	).map(({ id, name, code, amount, target }) => ({
		id,
		name,
		code,
		amount: toAmount(amount),
		target,
	}));

const wrappingOf = (line: OrderProduct) =>
	line.wrapping_name || line.wrapping_message
		? {
				name: line.wrapping_name,
				message: line.wrapping_message,
				costExTax: toAmount(line.wrapping_cost_ex_tax),
				costIncTax: toAmount(line.wrapping_cost_inc_tax),
			}
		: null;

const eventOf = ({ event_name, event_date }: OrderProduct) =>
	event_name || event_date ? { name: event_name, date: toIso(event_date) ?? null } : null;

const simplifyLineItem = (line: OrderProduct) => ({
	id: line.id,
	parentLineItemId: line.parent_order_product_id ?? null,
	productId: line.product_id,
	variantId: line.variant_id,
	orderAddressId: line.order_address_id,
	pickupMethodId: line.order_pickup_method_id || undefined,
	name: line.name,
	sku: line.sku,
	upc: line.upc,
	binPickingNumber: line.bin_picking_number,
	type: line.type,
	options: optionsOf(line),
	quantity: line.quantity,
	quantityShipped: line.quantity_shipped,
	quantityRefunded: line.quantity_refunded,
	priceExTax: toAmount(line.price_ex_tax),
	priceIncTax: toAmount(line.price_inc_tax),
	totalExTax: toAmount(line.total_ex_tax),
	totalIncTax: toAmount(line.total_inc_tax),
	discounts: discountsOf(line),
	discountedTotalIncTax: toAmount(line.discounted_total_inc_tax),
	refundedAmount: toAmount(line.refund_amount),
	giftWrapping: wrappingOf(line),
	event: eventOf(line),
});

const simplifyAddress = (address: OrderAddress & PostalAddress) => ({
	id: address.id,
	name: fullName(address),
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
	formFields: formFieldsOf(address),
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
	const { coupons, fees, lineItems, refunds, shipments, shippingAddresses } = order;
	const { transactions, transactionsLeftOut } = order;
	return {
		...(lineItems && { lineItems: lineItems.map(simplifyLineItem) }),
		...(shippingAddresses && { shippingAddresses: shippingAddresses.map(simplifyAddress) }),
		// The order itself has a property of this name, a link, when they were not asked for.
		...(Array.isArray(coupons) && { coupons: coupons.map(simplifyCoupon) }),
		...(Array.isArray(fees) && { fees: fees.map(simplifyFee) }),
		...(shipments && { shipments: shipments.map(simplifyShipment) }),
		...(refunds && { refunds: refunds.map(simplifyRefund) }),
		...(transactions && { transactions: transactions.map(simplifyTransaction) }),
		...(transactionsLeftOut && { transactionsLeftOut }),
	};
}

/** BigCommerce leaves an order's own amount at 0 (API notes 4.7): refunds that were read say more. */
const refundedOf = ({ refunded_amount, refunds }: OrderWithParts) =>
	refunds
		? Number(refunds.reduce((sum, { total_amount }) => sum + total_amount, 0).toFixed(4))
		: toAmount(refunded_amount);

/** The order's own fields, flat: what people read in the control panel's list. */
function simplifyOwn(order: OrderWithParts) {
	const billing = (order.billing_address ?? {}) as PostalAddress;
	return {
		id: order.id,
		status: order.status,
		statusLabel: order.custom_status || order.status,
		statusId: order.status_id,
		dateCreated: toIso(order.date_created),
		dateModified: toIso(order.date_modified),
		dateShipped: toIso(order.date_shipped) ?? null,
		customerId: order.customer_id,
		customerName: fullName(billing),
		customerEmail: billing.email,
		customerCompany: billing.company,
		billingStreet1: billing.street_1,
		billingStreet2: billing.street_2,
		billingCity: billing.city,
		billingState: billing.state,
		billingZip: billing.zip,
		billingCountry: billing.country,
		billingCountryCode: billing.country_iso2,
		billingPhone: billing.phone,
		billingFormFields: formFieldsOf(billing),
		channelId: order.channel_id,
		paymentMethod: order.payment_method,
		paymentStatus: order.payment_status,
		// What the shopper pays in; `currency_code` is what the storefront showed (orders.v2.oas2.yml).
		currency: order.default_currency_code || order.currency_code,
		subtotalExTax: toAmount(order.subtotal_ex_tax),
		discount: toAmount(order.discount_amount),
		couponDiscount: toAmount(order.coupon_discount),
		shippingExTax: toAmount(order.shipping_cost_ex_tax),
		handlingExTax: toAmount(order.handling_cost_ex_tax),
		giftWrappingExTax: toAmount(order.wrapping_cost_ex_tax),
		totalExTax: toAmount(order.total_ex_tax),
		totalTax: toAmount(order.total_tax),
		totalIncTax: toAmount(order.total_inc_tax),
		storeCredit: toAmount(order.store_credit_amount),
		giftCertificates: toAmount(order.gift_certificate_amount),
		refundedAmount: refundedOf(order),
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
