import type { CouponRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { HOUR, hoursBefore } from './hours.ts';

const everything = { entity: 'categories', ids: [0] };

const coupon = (
	state: StoreState,
	given: Partial<CouponRecord> & Pick<CouponRecord, 'name' | 'code' | 'type' | 'amount'>,
): void => {
	const id = nextId(state, 'coupon');
	state.coupons.set(id, {
		id,
		min_purchase: 0,
		expires: null,
		enabled: true,
		applies_to: everything,
		max_uses: 0,
		max_uses_per_customer: 0,
		num_uses: 0,
		restricted_to: {},
		shipping_methods: [],
		date_created: hoursBefore(state, 24 * (100 - id * 9)),
		...given,
	});
};

/** Coupons of every type, one of them over, one for a category, one for a product, one for a country. */
export function seedMarketing(state: StoreState): void {
	const beans =
		[...state.categories.values()].find(({ name }) => name === 'Beans')?.category_id ?? 0;
	const tent = [...state.products.values()].find(({ sku }) => sku === 'NP-TENT-G2')?.id ?? 0;
	coupon(state, {
		name: 'Welcome 10%',
		code: 'WELCOME10',
		type: 'percentage_discount',
		amount: 10,
		max_uses_per_customer: 1,
		num_uses: 12,
	});
	coupon(state, {
		name: 'Beans: 2 off each',
		code: 'BEANS2',
		type: 'per_item_discount',
		amount: 2,
		applies_to: { entity: 'categories', ids: [beans] },
	});
	coupon(state, {
		name: 'Spring 15 off',
		code: 'SPRING15',
		type: 'per_total_discount',
		amount: 15,
		min_purchase: 75,
		expires: hoursBefore(state, 24 * 20),
		num_uses: 31,
	});
	coupon(state, {
		name: 'Tent week',
		code: 'TENT25',
		type: 'per_total_discount',
		amount: 25,
		applies_to: { entity: 'products', ids: [tent] },
		expires: state.startedAt + 24 * 30 * HOUR,
		max_uses: 200,
	});
	coupon(state, {
		name: 'Cheaper shipping',
		code: 'SHIP5',
		type: 'shipping_discount',
		amount: 5,
		restricted_to: { countries: 'US' },
	});
	coupon(state, {
		name: 'Creator: Maya (free shipping)',
		code: 'MAYA-FREE',
		type: 'free_shipping',
		amount: 0,
		min_purchase: 40,
		max_uses: 500,
		num_uses: 4,
	});
	promotions(state);
}

function promotions(state: StoreState): void {
	const rule = (percent: string): unknown => ({
		action: { cart_value: { discount: { percentage_amount: percent } } },
		apply_once: true,
		stop: false,
	});
	const bulk = nextId(state, 'coupon');
	state.promotions.set(bulk, {
		id: bulk,
		redemption_type: 'COUPON',
		coupon_type: 'BULK',
		name: 'Creators: 20% for their followers',
		rules: [rule('20')],
		status: 'ENABLED',
		current_uses: 1,
		start_date: hoursBefore(state, 24 * 15),
		created_from: 'api',
		more: {},
		codes: ['MAYA-7K3QX9', 'MAYA-9PWT4H', 'TOMO-H7XNQ4', 'TOMO-M3RVKD', 'TOMO-XC9PTW'].map(
			(code, index) => ({
				id: nextId(state, 'promotionCode'),
				code,
				current_uses: index === 0 ? 1 : 0,
				max_uses: 1,
				max_uses_per_customer: 1,
				created: hoursBefore(state, 24 * 14),
			}),
		),
	});
	const automatic = nextId(state, 'coupon');
	state.promotions.set(automatic, {
		id: automatic,
		redemption_type: 'AUTOMATIC',
		coupon_type: null,
		name: 'Five percent above 150',
		rules: [rule('5')],
		status: 'ENABLED',
		current_uses: 7,
		start_date: hoursBefore(state, 24 * 40),
		created_from: 'react_ui',
		codes: [],
		more: {},
	});
}
