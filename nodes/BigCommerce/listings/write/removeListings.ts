import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { attempt, type Outcome } from '../../api/outcomes';
import { several } from '../../api/several';
import { writeMany } from '../../api/writeMany';

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
	await writeMany(client, removals, {
		keyOf: removalKey,
		write: async (distinct) =>
			await several(distinct, async (one) => await attempt(async () => await remove(client, one))),
	});
