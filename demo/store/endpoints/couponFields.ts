import { invalidField, refuseV2 } from '../http/answers.ts';
import {
	flagOf,
	isObject,
	numberOf,
	numbersOf,
	objectOf,
	textOf,
	type JsonObject,
} from '../http/reading.ts';
import type { CouponRecord } from '../records.ts';
import type { StoreState } from '../state.ts';

const TYPES = [
	'per_item_discount',
	'per_total_discount',
	'shipping_discount',
	'free_shipping',
	'percentage_discount',
];

/** marketing.v2.yml and promotions.v3.yml, `code`. */
export const isCode = (code: string): boolean => /^[A-Za-z0-9\s_-]+$/.test(code);

/** A code is one coupon's or one promotion's; letters' case does not matter at the checkout. */
export function codeIsTaken(state: StoreState, code: string, own?: number): boolean {
	const wanted = code.toLowerCase();
	if (
		[...state.coupons.values()].some(
			(coupon) => coupon.id !== own && coupon.code.toLowerCase() === wanted,
		)
	)
		return true;
	return [...state.promotions.values()].some((promotion) =>
		promotion.codes.some((entry) => entry.code.toLowerCase() === wanted),
	);
}

function requiredText(body: JsonObject, name: string, longest: number): string {
	const value = textOf(body[name]);
	if (value === undefined || value === '')
		return refuseV2(400, `The required field '${name}' was not supplied.`);
	return value.length > longest
		? invalidField(name, `The field must be at most ${longest} characters.`)
		: value;
}

function expiry(value: unknown): number | null {
	if (value === undefined || value === null || value === '') return null;
	const text = textOf(value) ?? '';
	// RFC-2822 alone (API notes 3.12).
	const time = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} /.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time)
		? invalidField('expires', 'The date must be in RFC-2822 format.')
		: time;
}

function appliesTo(state: StoreState, value: unknown): CouponRecord['applies_to'] {
	const from = objectOf(value);
	const ids = numbersOf(from.ids);
	if (!['categories', 'products'].includes(String(from.entity)) || !ids)
		return invalidField('applies_to', 'An entity (categories or products) and ids are needed.');
	const known = from.entity === 'categories' ? state.categories : state.products;
	// Category 0 stands for the whole shop.
	const missing = ids.find((id) => id !== 0 && !known.has(id));
	if (missing !== undefined)
		return invalidField('applies_to', `There is no ${String(from.entity)} entry ${missing}.`);
	return { entity: String(from.entity), ids };
}

/** Checks and collects what a POST or PUT says; what it leaves out keeps `before`. */
export function readCoupon(
	state: StoreState,
	body: JsonObject,
	before?: CouponRecord,
): Omit<CouponRecord, 'id' | 'num_uses' | 'date_created'> {
	const name = requiredText(body, 'name', 100);
	const code = requiredText(body, 'code', 50);
	if (!isCode(code))
		invalidField(
			'code',
			'Only letters, numbers, white space, underscores and hyphens are allowed.',
		);
	const type = requiredText(body, 'type', 50);
	if (!TYPES.includes(type)) invalidField('type', `The type must be one of ${TYPES.join(', ')}.`);
	const amount = numberOf(body.amount);
	if (amount === undefined) return refuseV2(400, "The required field 'amount' was not supplied.");
	if (amount < 0 || (type === 'percentage_discount' && amount > 100))
		invalidField('amount', 'The amount is out of range.');
	if (body.applies_to === undefined && !before)
		refuseV2(400, "The required field 'applies_to' was not supplied.");
	if (codeIsTaken(state, code, before?.id)) {
		refuseV2(state.settings.takenCouponCodeStatus, "The field 'code' is invalid.", {
			invalid_reason: 'A coupon with this code already exists.',
		});
	}
	if ([...state.coupons.values()].some((other) => other.id !== before?.id && other.name === name)) {
		invalidField('name', 'A coupon with this name already exists.');
	}
	return {
		name,
		code,
		type,
		amount,
		min_purchase: numberOf(body.min_purchase) ?? before?.min_purchase ?? 0,
		expires: body.expires === undefined && before ? before.expires : expiry(body.expires),
		enabled: flagOf(body.enabled) ?? before?.enabled ?? true,
		// An update that leaves it out wipes it (API notes 3.12).
		applies_to:
			body.applies_to === undefined
				? { entity: 'categories', ids: [] }
				: appliesTo(state, body.applies_to),
		max_uses: numberOf(body.max_uses) ?? before?.max_uses ?? 0,
		max_uses_per_customer:
			numberOf(body.max_uses_per_customer) ?? before?.max_uses_per_customer ?? 0,
		restricted_to: isObject(body.restricted_to)
			? body.restricted_to
			: (before?.restricted_to ?? {}),
		shipping_methods: Array.isArray(body.shipping_methods)
			? body.shipping_methods.map(String)
			: (before?.shipping_methods ?? []),
	};
}
