import { at, type Client, type Query } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import type { Collection } from '../../api/pagination';
import { toAmount, toIso } from '../../api/values';
import { comparable } from '../sku';
import { givenCode } from './couponCode';

/** A coupon as the v2 API gives it: decimals are text, dates RFC 2822 (marketing.v2.yml). */
export interface Coupon {
	id: number;
	name: string;
	code: string;
	type: CouponType | 'promotion';
	amount: string;
	min_purchase: string;
	expires: string;
	enabled: boolean;
	applies_to: { entity: 'categories' | 'products'; ids: number[] };
	num_uses: number;
	max_uses: number;
	max_uses_per_customer: number;
	restricted_to: unknown;
	shipping_methods: string[] | null;
	date_created: string;
}

/** What names a coupon: its code as shoppers type it, or its id. */
export type CouponName = { by: 'code'; value: string } | { by: 'id'; value: number };

export type CouponType =
	| 'free_shipping'
	| 'per_item_discount'
	| 'per_total_discount'
	| 'percentage_discount'
	| 'shipping_discount';

export const coupons: Collection = {
	path: '/v2/coupons',
	paging: 'v2',
	pageSize: 250,
	task: 'list the coupons',
	scope: 'marketing:read',
};

/** Ids of 0 stand for all categories, and so for the whole store (example in marketing.v2.yml). */
export const WHOLE_STORE = { entity: 'categories' as const, ids: [0] };

export const couponPath = (id: number) => at`/v2/coupons/${id}`;

/**
 * The coupons that a filter finds. v3 coupon promotions are listed here too, as rows without a code (API
 * notes 3.11), and must never be taken for a coupon.
 */
const findCoupons = async (client: Client, filter: Query, task: string): Promise<Coupon[]> =>
	await client.getRows<Coupon>({
		path: coupons.path,
		query: { exclude_type: 'promotion', ...filter },
		task,
		scope: 'marketing:read',
	});

/** Codes are compared without regard to case, as the storefront does when one is typed in. */
export async function findByCode(client: Client, code: string): Promise<Coupon | undefined> {
	const wanted = givenCode(code);
	const found = await findCoupons(client, { code: wanted }, `look for the coupon code ${wanted}`);
	return found.find(({ code: own }) => comparable(own) === comparable(wanted));
}

/** The store has the code already, on this coupon. */
export class CodeTaken extends BigCommerceError {
	constructor({ id, code }: Coupon) {
		super({
			task: `create the coupon ${code}`,
			status: 409,
			title: `The store has this code already, as coupon ${id}`,
			advice: "Use another code, or choose what 'If Code Exists' shall do.",
		});
	}
}

/** There is no GET for one coupon: it is asked for by filter (API notes 3.11). */
export async function findCoupon(client: Client, { by, value }: CouponName): Promise<Coupon> {
	const found =
		by === 'code'
			? await findByCode(client, value)
			: (await findCoupons(client, { id: value }, `read coupon ${value}`))[0];
	if (found) return found;
	throw new BigCommerceError({
		task: `find the coupon ${value}`,
		status: 404,
		title: 'The store has no such coupon',
	});
}

export const simplifyCoupon = (coupon: Coupon & { action?: string }) => ({
	id: coupon.id,
	code: coupon.code,
	name: coupon.name,
	type: coupon.type,
	amount: toAmount(coupon.amount),
	enabled: coupon.enabled,
	expires: toIso(coupon.expires) ?? null,
	minPurchase: toAmount(coupon.min_purchase),
	uses: coupon.num_uses,
	maxUses: coupon.max_uses,
	...(coupon.action && { action: coupon.action }),
});
