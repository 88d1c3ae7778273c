export interface FormField {
	name: string;
	value: string | number | string[];
}

export interface Address {
	first_name: string;
	last_name: string;
	company: string;
	street_1: string;
	street_2: string;
	city: string;
	state: string;
	zip: string;
	country: string;
	country_iso2: string;
	phone: string;
	email: string;
	/** What the checkout asked beside the address. */
	form_fields?: FormField[];
}

export interface OrderAddress extends Address {
	id: number;
	shipping_method: string;
	/** What the shopper pays for shipping to this address, without tax. */
	cost: number;
}

export interface AppliedDiscount {
	id: string;
	amount: number;
	name: string;
	code: string | null;
	target: 'order' | 'product';
}

export interface OrderLine {
	id: number;
	/** 0 for what is not shipped: digital lines, and those that are collected. */
	order_address_id: number;
	/** How a line is collected; without it, it is not. */
	pickup_method_id?: number;
	/** The line of the bundle that this one is a part of. */
	parent_line_id?: number;
	wrapping?: { id: number; name: string; message: string; cost: number };
	/** The delivery date or the like that the shopper chose. */
	event?: { name: string; date: number };
	bin_picking_number?: string;
	product_id: number;
	variant_id: number;
	name: string;
	sku: string;
	upc: string;
	brand: string;
	type: 'physical' | 'digital' | 'giftcertificate';
	/** Without tax, each. */
	price: number;
	cost_price: number;
	weight: number;
	quantity: number;
	quantity_shipped: number;
	quantity_refunded: number;
	refund_amount: number;
	options: Array<{ name: string; value: string }>;
	applied_discounts: AppliedDiscount[];
}

export interface OrderCoupon {
	id: number;
	coupon_id: number;
	code: string;
	/** The coupon's own amount; `discount` is what it took off this order. */
	amount: number;
	type: number;
	discount: number;
}

export interface OrderFee {
	id: number;
	display_name_customer: string;
	display_name_merchant: string;
	source: string;
	/** Without tax. */
	cost: number;
}

export interface OrderMessage {
	id: number;
	staff_id: number;
	customer_id: number;
	type: string;
	subject: string;
	message: string;
	status: 'read' | 'unread';
	is_flagged: boolean;
	date_created: number;
}

export interface OrderRecord {
	id: number;
	customer_id: number;
	status_id: number;
	date_created: number;
	date_modified: number;
	date_shipped: number | null;
	billing_address: Address;
	addresses: OrderAddress[];
	lines: OrderLine[];
	coupons: OrderCoupon[];
	fees: OrderFee[];
	messages: OrderMessage[];
	/** Share of the price, e.g. 0.08. */
	tax_rate: number;
	discount_amount: number;
	payment_method: string;
	payment_provider_id: string | number | null;
	payment_status: string;
	channel_id: number;
	currency_code: string;
	cart_id: string;
	order_source: string;
	staff_notes: string;
	customer_message: string;
	ip_address: string;
	external_source: string | null;
	external_id: string | null;
	external_merchant_id: string | null;
	external_order_id: string;
	is_deleted: boolean;
	is_email_opt_in: boolean;
	/** Totals that an API caller laid down when creating the order; they win over what the lines add up to. */
	totals?: {
		subtotal_ex_tax?: number;
		subtotal_inc_tax?: number;
		total_ex_tax?: number;
		total_inc_tax?: number;
	};
}

export interface ShipmentRecord {
	id: number;
	order_id: number;
	order_address_id: number;
	date_created: number;
	tracking_number: string;
	tracking_link: string;
	tracking_carrier: string;
	shipping_provider: string;
	shipping_method: string;
	merchant_shipping_cost: number;
	comments: string;
	items: Array<{ order_product_id: number; product_id: number; quantity: number }>;
}

export interface TransactionRecord {
	id: number;
	order_id: number;
	event: 'purchase' | 'authorization' | 'capture' | 'refund' | 'void' | 'pending' | 'settled';
	method: string;
	amount: number;
	currency: string;
	gateway: string;
	gateway_transaction_id: string;
	status: 'ok' | 'error';
	date_created: number;
	card?: { card_type: string; card_last4: string };
}

export interface RefundRecord {
	id: number;
	order_id: number;
	created: number;
	reason: string;
	total_amount: number;
	total_tax: number;
	items: Array<{
		item_type: string;
		item_id: number;
		reason: string;
		quantity: number;
		requested_amount: number;
	}>;
	payments: Array<{
		id: number;
		provider_id: string;
		amount: number;
		offline: boolean;
		transaction_id: string;
	}>;
}

export interface OrderStatus {
	id: number;
	name: string;
	custom_label: string;
	system_description: string;
	sort_order: number;
}
