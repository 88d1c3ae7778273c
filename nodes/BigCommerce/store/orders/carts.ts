import { compact, toIso } from '../../api/values';

interface CartLine {
	id: string;
	product_id?: number;
	variant_id?: number;
	sku?: string;
	name: string;
	quantity: number;
	image_url?: string;
	list_price?: number;
	sale_price?: number;
	extended_sale_price?: number;
	extended_list_price?: number;
	options?: Array<{ name: string; value: unknown }>;
}

/** A cart as the API gives it; amounts are numbers, in the cart's currency (carts.v3.yml). */
export interface Cart {
	id: string;
	customer_id?: number;
	channel_id?: number;
	email?: string;
	currency?: { code?: string };
	tax_included?: boolean;
	base_amount?: number;
	discount_amount?: number;
	cart_amount?: number;
	coupons?: Array<{ code?: string }>;
	line_items?: {
		physical_items?: CartLine[];
		digital_items?: CartLine[];
		custom_items?: CartLine[];
		gift_certificates?: Array<{ id: string; name: string; amount: number }>;
	};
	locale?: string;
	created_time?: string;
	updated_time?: string;
}

const optionsOf = ({ options = [] }: CartLine) =>
	Object.fromEntries(options.map(({ name, value }) => [name, value]));

const simplifyLine = (type: string) => (line: CartLine) =>
	compact({
		id: line.id,
		type,
		productId: line.product_id,
		variantId: line.variant_id,
		name: line.name,
		sku: line.sku,
		options: optionsOf(line),
		quantity: line.quantity,
		price: line.sale_price ?? line.list_price,
		total: line.extended_sale_price ?? line.extended_list_price,
		imageUrl: line.image_url,
	});

/** All lines in one list, each with its type. */
const linesIn = ({
	physical_items = [],
	digital_items = [],
	custom_items = [],
	gift_certificates = [],
}: NonNullable<Cart['line_items']>) => [
	...physical_items.map(simplifyLine('physical')),
	...digital_items.map(simplifyLine('digital')),
	...custom_items.map(simplifyLine('custom')),
	...gift_certificates.map(({ id, name, amount }) => ({
		id,
		type: 'giftcertificate',
		name,
		quantity: 1,
		price: amount,
		total: amount,
	})),
];

export const simplifyCart = (cart: Cart) =>
	compact({
		id: cart.id,
		customerId: cart.customer_id,
		customerEmail: cart.email,
		channelId: cart.channel_id,
		currency: cart.currency?.code,
		taxIncluded: cart.tax_included,
		subtotal: cart.base_amount,
		discount: cart.discount_amount,
		total: cart.cart_amount,
		couponCodes: cart.coupons?.flatMap(({ code }) => code ?? []),
		lineItems: cart.line_items && linesIn(cart.line_items),
		locale: cart.locale,
		dateCreated: toIso(cart.created_time),
		dateModified: toIso(cart.updated_time),
	});
