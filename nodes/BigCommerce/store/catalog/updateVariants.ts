import { rowsIn } from '../../api/answers';
import type { Outcome } from '../../api/outcomes';
import type { Call, Client } from '../../api/client';
import { writeMany } from '../../api/writeMany';
import { allVariants } from './productVariants';
import type { ProductVariant } from './products';
import { blameVariants, type VariantUpdate } from './variantRefusals';

/** Most variants of one PUT (API notes 2.4). */
const MOST = 50;

const updating = {
	call: { path: allVariants.path, task: 'update the product variants', scope: allVariants.modify },
	size: MOST,
	resultOf: (body: unknown, { id }: VariantUpdate) =>
		rowsIn<ProductVariant>(body).find((row) => row.id === id),
};

/** Changes variants in the largest batches, each variant once; every change gets its own result or error. */
export async function updateVariants(
	client: Client,
	changes: readonly VariantUpdate[],
): Promise<Array<Outcome<ProductVariant>>> {
	const batches = {
		...updating,
		send: async (some: VariantUpdate[], call: Call) =>
			await client.call('PUT', { ...call, body: some.map(({ id, body }) => ({ id, ...body })) }),
	};
	return await writeMany(client, changes, {
		...batches,
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...earlier, body: { ...earlier.body, ...later.body } }),
		blame: blameVariants(client, batches),
	});
}
