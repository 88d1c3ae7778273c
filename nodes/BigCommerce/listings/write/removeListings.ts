import type { Outcome } from '../../api/batch';
import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { outcomesOf } from '../../api/outcomes';

/** A variant to be deleted, or a product as a whole. */
export interface Removal {
	productId: number;
	variantId?: number;
}

export const removalKey = ({ productId, variantId }: Removal) => `${productId}/${variantId ?? ''}`;

/** What is gone already, along with its product or by someone else, need not be deleted. */
async function remove(client: Client, { productId, variantId }: Removal): Promise<true> {
	const [deletion] = await Promise.allSettled([
		client.delete({
			path: variantId
				? at`/v3/catalog/products/${productId}/variants/${variantId}`
				: at`/v3/catalog/products/${productId}`,
			task: `delist ${variantId ? `the variant ${variantId}` : `the product ${productId}`}`,
			scope: 'products:modify',
		}),
	]);
	if (deletion.status === 'fulfilled') return true;
	const refusal: unknown = deletion.reason;
	if (refusal instanceof BigCommerceError && refusal.status === 404) return true;
	throw refusal;
}

/** Each listing once, however many items say that it is gone. */
export const removeListings = async (
	client: Client,
	removals: readonly Removal[],
): Promise<Array<Outcome<true>>> =>
	await sendMerged(removals, {
		keyOf: removalKey,
		merge: (one) => one,
		send: async (distinct) => await outcomesOf(distinct, async (one) => await remove(client, one)),
	});
