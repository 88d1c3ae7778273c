import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { couponPath, coupons, findByCode, type Coupon } from './coupons';

export type IfExists = 'fail' | 'skip' | 'update';
export type SavedCoupon = Coupon & { couponAction: 'created' | 'skipped' | 'updated' };

const same = (given: Partial<Coupon>, coupon: Coupon) =>
	coupon.name === given.name && coupon.type === given.type && Number(coupon.amount) === Number(given.amount);

/** Creates a coupon; `ifExists` says what becomes of a code that the store already has. */
export async function saveCoupon(client: Client, body: Partial<Coupon>, ifExists: IfExists): Promise<SavedCoupon> {
	const code = body.code ?? '';
	const there = await findByCode(client, code);
	if (there) return await treatExisting(client, there, body, ifExists);
	const created = await client.create<Coupon>({
		path: coupons.path,
		body,
		doing: `create the coupon ${code}`,
		scope: 'marketing:modify',
		find: async () => {
			const found = await findByCode(client, code);
			return found && same(body, found) ? found : undefined;
		},
	});
	return { ...created, couponAction: 'created' };
}

async function treatExisting(client: Client, there: Coupon, body: Partial<Coupon>, ifExists: IfExists): Promise<SavedCoupon> {
	if (ifExists === 'skip') return { ...there, couponAction: 'skipped' };
	if (ifExists === 'update') return { ...(await updateCoupon(client, there, body)), couponAction: 'updated' };
	throw new BigCommerceError({
		doing: `create the coupon ${there.code}`,
		status: 409,
		title: `The store has this code already, as coupon ${there.id}`,
		advice: "Use another code, or choose what 'If Code Exists' shall do.",
	});
}

/**
 * A PUT demands the five main fields and wipes `applies_to` when it is left out, so the present coupon is sent back
 * with the changes (fact sheet 11, trap 21).
 */
export async function updateCoupon(client: Client, there: Coupon, changes: Partial<Coupon>): Promise<Coupon> {
	const { id, num_uses: _uses, date_created: _created, restricted_to, ...present } = there;
	const updated = await client.put<Coupon>({
		path: couponPath(id),
		body: { ...present, ...(hasKeys(restricted_to) && { restricted_to }), ...changes },
		doing: `update the coupon ${there.code}`,
		scope: 'marketing:modify',
	});
	return updated ?? { ...there, ...changes };
}

/** An absent restriction comes back as `{}` or `[]`, neither of which a PUT needs. */
const hasKeys = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length > 0;
