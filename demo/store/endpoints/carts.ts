import { isoZulu, round4 } from '../formats.ts';
import { data, notFoundV3 } from '../http/answers.ts';
import type { Route } from '../http/routes.ts';
import type { CartRecord } from '../records.ts';

function view(cart: CartRecord): object {
	const amount = round4(cart.lines.reduce((sum, line) => sum + line.price * line.quantity, 0));
	return {
		id: cart.id,
		customer_id: cart.customer_id,
		channel_id: cart.channel_id,
		email: cart.email,
		currency: { code: cart.currency },
		tax_included: false,
		base_amount: amount,
		discount_amount: 0,
		manual_discount_amount: 0,
		cart_amount: amount,
		coupons: [],
		discounts: [],
		line_items: {
			physical_items: cart.lines.map((line) => ({
				id: line.id,
				parent_id: null,
				variant_id: line.variant_id,
				product_id: line.product_id,
				sku: line.sku,
				name: line.name,
				url: `https://ridgeandroast.example/products/${line.product_id}/`,
				quantity: line.quantity,
				taxable: true,
				image_url: `https://cdn11.bigcommerce.com/s-demo/products/${line.product_id}/images/1.jpg`,
				discounts: [],
				coupons: [],
				discount_amount: 0,
				coupon_amount: 0,
				original_price: line.price,
				list_price: line.price,
				sale_price: line.price,
				extended_list_price: round4(line.price * line.quantity),
				extended_sale_price: round4(line.price * line.quantity),
				is_require_shipping: true,
				is_mutable: true,
				added_by_promotion: false,
			})),
			digital_items: [],
			gift_certificates: [],
			custom_items: [],
		},
		created_time: isoZulu(cart.date_created),
		updated_time: isoZulu(cart.date_modified),
		locale: 'en',
		version: 1,
	};
}

/** There is no list of carts (API notes 1.16); the token of an abandoned one leads to its id. */
export const cartRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/carts/{cart}',
		scope: 'store_cart',
		run: ({ state, params }) =>
			data(view(state.carts.get(params.cart ?? '') ?? notFoundV3('cart'))),
	},
	{
		method: 'GET',
		path: '/v3/abandoned-carts/{token}',
		scope: 'store_cart',
		run: ({ state, params }) => {
			const cart = [...state.carts.values()].find(
				({ abandoned_token }) => abandoned_token === params.token,
			);
			return data({ cart_id: (cart ?? notFoundV3('abandoned cart')).id });
		},
	},
];
