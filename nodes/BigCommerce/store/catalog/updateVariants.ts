import { rowsIn } from '../../api/answers';
import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { sendMerged } from '../../api/merge';
import { allVariants } from './productVariants';
import type { ProductVariant } from './products';
import { settleVariants, type VariantChange } from './variantRefusals';

/** Most variants of one PUT (API notes 2.4). */
const MOST = 50;

const DOING = { task: 'update the product variants', scope: allVariants.modify } as const;

const batchFor = (client: Client) => ({
	...DOING,
	size: MOST,
	client,
	send: async (changes: VariantChange[]) =>
		await client.call('PUT', {
			...DOING,
			path: allVariants.path,
			body: changes.map(({ id, body }) => ({ id, ...body })),
		}),
	resultOf: (body: unknown, { id }: VariantChange) =>
		rowsIn<ProductVariant>(body).find((row) => row.id === id),
});

/** Changes variants in the largest batches, each variant once; every change gets its own result or error. */
export async function updateVariants(
	client: Client,
	changes: readonly VariantChange[],
): Promise<Array<Outcome<ProductVariant>>> {
	const batch = batchFor(client);
	const blame = settleVariants(client, batch);
	return await sendMerged(changes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...earlier, body: { ...earlier.body, ...later.body } }),
		send: async (distinct) =>
			await sendInBatches<VariantChange, ProductVariant>(distinct, { ...batch, blame }),
	});
}
