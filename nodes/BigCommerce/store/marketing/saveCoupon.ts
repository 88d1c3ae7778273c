import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { holdsSent } from '../../api/holdsSent';
import {
	CodeTaken,
	couponPath,
	coupons,
	findByCode,
	findCoupon,
	WHOLE_STORE,
	type Coupon,
} from './coupons';

export type IfExists = 'fail' | 'skip' | 'update';
export type SavedCoupon = Coupon & { action: 'created' | 'skipped' | 'updated' };

type GivenCoupon = Partial<Coupon> & { code: string };

/** Refusals that may mean that the code is taken: v2 says 400 or 409. */
const MAY_BE_TAKEN = new Set([400, 409, 422]);

/**
 * Creates a coupon; `ifExists` says what becomes of a code that the store already has. The store itself finds that
 * out, so that a new code costs one request.
 */
export async function saveCoupon(
	client: Client,
	given: GivenCoupon,
	ifExists: IfExists,
): Promise<SavedCoupon> {
	const body = { name: given.code, applies_to: WHOLE_STORE, ...given };
	const [creation] = await Promise.allSettled([
		client.create<Coupon>({
			path: coupons.path,
			body,
			task: `create the coupon ${body.code}`,
			scope: 'marketing:modify',
			find: async () => await findByCode(client, body.code),
		}),
	]);
	if (creation.status === 'fulfilled') return { ...creation.value, action: 'created' };
	const refusal: unknown = creation.reason;
	const mayBeTaken = refusal instanceof BigCommerceError && MAY_BE_TAKEN.has(refusal.status ?? 0);
	const there = mayBeTaken ? await findByCode(client, body.code) : undefined;
	if (!there) throw refusal;
	return await treatExisting(client, there, given, ifExists);
}

async function treatExisting(
	client: Client,
	there: Coupon,
	given: GivenCoupon,
	ifExists: IfExists,
): Promise<SavedCoupon> {
	if (ifExists === 'skip') return { ...there, action: 'skipped' };
	if (ifExists === 'update')
		return { ...(await updateCoupon(client, there, given)), action: 'updated' };
	throw new CodeTaken(there);
}

/**
 * A PUT demands the five main fields and wipes `applies_to` when it is left out, so the present coupon is sent back
 * with the changes (API notes 3.12).
 */
export async function updateCoupon(
	client: Client,
	there: Coupon,
	changes: Partial<Coupon>,
): Promise<Coupon> {
	const { id, num_uses: _uses, date_created: _created, restricted_to, ...present } = there;
	const updated = await client.put<Coupon>({
		path: couponPath(id),
		body: { ...present, ...(hasKeys(restricted_to) && { restricted_to }), ...changes },
		task: `update the coupon ${there.code}`,
		scope: 'marketing:modify',
	});
	if (updated) return updated;
	// Without the coupon in the answer it is not sure that anything was changed.
	const found = await findCoupon(client, { by: 'id', value: id });
	if (holdsSent(found, changes)) return found;
	throw new BigCommerceError({
		task: `update the coupon ${there.code}`,
		title: 'The answer was empty, and the coupon is not as it was to be',
		advice: 'Look at the coupon in the store, and run this item again.',
	});
}

/** An absent restriction comes back as `{}` or `[]`, neither of which a PUT needs. */
const hasKeys = (value: unknown) =>
	typeof value === 'object' && value !== null && Object.keys(value).length > 0;
