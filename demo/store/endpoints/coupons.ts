import { decimal, rfc2822 } from '../formats.ts';
import { bare, noContent, notFoundV2 } from '../http/answers.ts';
import { v2Page } from '../http/paging.ts';
import type { Query } from '../http/query.ts';
import { objectOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CouponRecord } from '../records.ts';
import { byId, nextId, type StoreState } from '../state.ts';
import { readCoupon } from './couponFields.ts';

const MARKETING = 'store_v2_marketing';

interface Row {
	id: number;
	code: string;
	name: string;
	type: string;
	view: object;
}

const couponView = (coupon: CouponRecord): object => ({
	...coupon,
	amount: decimal(coupon.amount),
	min_purchase: decimal(coupon.min_purchase),
	expires: rfc2822(coupon.expires),
	date_created: rfc2822(coupon.date_created),
});

/** Coupons, and coupon promotions of v3, which v2 shows as `promotion` with nothing in them (API notes 3.11). */
function rows(state: StoreState): Row[] {
	const promotions = byId(state.promotions).filter(
		({ redemption_type }) => redemption_type === 'COUPON',
	);
	return [
		...byId(state.coupons).map((coupon) => ({
			id: coupon.id,
			code: coupon.code,
			name: coupon.name,
			type: coupon.type,
			view: couponView(coupon),
		})),
		...promotions.map(({ id, name }) => ({
			id,
			name,
			code: '',
			type: 'promotion',
			view: {
				id,
				name,
				type: 'promotion',
				amount: '',
				min_purchase: '',
				expires: '',
				enabled: true,
				code: '',
				applies_to: {},
				num_uses: 0,
				max_uses: 0,
				max_uses_per_customer: 0,
				restricted_to: {},
				shipping_methods: [],
				date_created: '',
			},
		})),
	].sort((a, b) => a.id - b.id);
}

function filtered(state: StoreState, query: Query): Row[] {
	const id = query.number('id');
	const from = query.number('min_id') ?? 0;
	const to = query.number('max_id') ?? Infinity;
	const code = query.text('code')?.toLowerCase();
	return rows(state).filter(
		(row) =>
			(id === undefined || row.id === id) &&
			row.id >= from &&
			row.id <= to &&
			(code === undefined || row.code.toLowerCase() === code) &&
			(!query.has('name') || row.name === query.text('name')) &&
			(!query.has('type') || row.type === query.text('type')) &&
			row.type !== query.text('exclude_type'),
	);
}

const couponOf = ({ state, params }: Context): CouponRecord =>
	state.coupons.get(Number(params.coupon_id)) ?? notFoundV2();

export const couponRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/coupons',
		scope: MARKETING,
		run: ({ state, query }) => v2Page(query, filtered(state, query), (row) => row.view),
	},
	{
		method: 'POST',
		path: '/v2/coupons',
		scope: MARKETING,
		run: ({ state, body, now }) => {
			const fields = readCoupon(state, objectOf(body));
			const coupon: CouponRecord = {
				id: nextId(state, 'coupon'),
				...fields,
				num_uses: 0,
				date_created: now,
			};
			state.coupons.set(coupon.id, coupon);
			return bare(couponView(coupon), 201);
		},
	},
	{
		// Without ids every coupon goes (API notes 3.12).
		method: 'DELETE',
		path: '/v2/coupons',
		scope: MARKETING,
		run: ({ state, query }) => {
			const ids = query.numbers('id:in');
			for (const id of ids ?? [...state.coupons.keys()]) state.coupons.delete(id);
			return noContent;
		},
	},
	{
		method: 'GET',
		path: '/v2/coupons/count',
		scope: MARKETING,
		run: ({ state }) => bare({ count: rows(state).length }),
	},
	{
		method: 'PUT',
		path: '/v2/coupons/{coupon_id}',
		scope: MARKETING,
		run: (context) => {
			const coupon = couponOf(context);
			Object.assign(coupon, readCoupon(context.state, objectOf(context.body), coupon));
			return bare(couponView(coupon));
		},
	},
	{
		method: 'DELETE',
		path: '/v2/coupons/{coupon_id}',
		scope: MARKETING,
		run: (context) => {
			context.state.coupons.delete(couponOf(context).id);
			return noContent;
		},
	},
];
