import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { compact, toRfc2822 } from '../../api/values';
import { textsIfGiven, toDate, toIds } from '../../operation/values';
import { WHOLE_STORE, type Coupon, type CouponType } from '../../store/marketing/coupons';
import type { couponSettings } from './fields';

export type CouponSettings = Partial<ParamsOf<typeof couponSettings>>;

function appliesTo({ category, product }: CouponSettings): Coupon['applies_to'] | undefined {
	if (category === undefined && product === undefined) return undefined;
	const categories = toIds(category?.value, 'Applies To Category');
	const products = toIds(product?.value, 'Applies To Product');
	if (categories.length > 0 && products.length > 0) {
		throw new InputError(
			'A coupon applies to categories or to products, not to both',
			"Empty 'Applies To Category' or 'Applies To Product'.",
		);
	}
	if (products.length > 0) return { entity: 'products', ids: products };
	return categories.length > 0 ? { entity: 'categories', ids: categories } : WHOLE_STORE;
}

const decimal = (amount: number | undefined, label: string) => {
	if (amount === undefined) return undefined;
	const value = Number(amount);
	if (!Number.isFinite(value) || value < 0) {
		throw new InputError(
			`'${label}' is "${String(amount)}", which is not an amount`,
			`Give '${label}' as a number such as 10 or 7.5.`,
		);
	}
	return value.toFixed(4);
};

/** Only what the form gave: a change leaves everything else alone. */
export function settingsBody(settings: CouponSettings): Partial<Coupon> {
	const expires = toDate(settings.expires, 'Expires');
	return compact({
		applies_to: appliesTo(settings),
		enabled: settings.enabled,
		expires: expires ? toRfc2822(expires) : settings.expires === undefined ? undefined : '',
		max_uses: settings.maxUses,
		max_uses_per_customer: settings.maxUsesPerCustomer,
		min_purchase: decimal(settings.minPurchase, 'Minimum Purchase'),
		shipping_methods: textsIfGiven(settings.shippingMethods),
	});
}

export interface NewCoupon {
	code: string;
	name: string;
	type: CouponType;
	amount: number;
	settings: CouponSettings;
}

/** What the form gives of a new coupon; defaults are added only when it is really created. */
export function couponBody({
	code,
	name,
	type,
	amount,
	settings,
}: NewCoupon): Partial<Coupon> & { code: string } {
	const given = decimal(type === 'free_shipping' ? 0 : amount, 'Amount');
	if (type === 'percentage_discount' && Number(given) > 100) {
		throw new InputError(
			`'Amount' is ${amount} percent, which is more than the price`,
			"Give 'Amount' between 0 and 100.",
		);
	}
	return {
		code,
		...compact({ name: name.trim() || undefined }),
		type,
		amount: given,
		...settingsBody(settings),
	};
}

export const amountBody = (amount: number | undefined) =>
	compact({ amount: decimal(amount, 'Amount') });
