import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { sendMerged } from '../../api/merge';
import { rowsIn, type Answer } from '../../api/answers';
import { products, type Product } from './products';
import { settleProducts, type ProductChange } from './productRefusals';

/** Most products of one PUT (API notes 2.4). */
const MOST = 10;

/** Parts that can fail although the product itself is saved; a partial answer does not say whose they were. */
const PARTS = ['bulk_pricing_rules', 'custom_fields', 'custom_url', 'images', 'videos'];

const task = 'update the products';

interface PartialBody {
	data?: Product[];
	errors?: { errors?: object };
}

/**
 * The products that a 207 may mean: those that were sent with a part that failed, or all where it names none. Their rows
 * are taken out of the answer, so that nobody takes them for saved.
 */
function withoutDoubtful(answer: Answer, sent: readonly ProductChange[]): Answer {
	if (answer.status !== 207) return answer;
	const { errors } = answer.body as PartialBody;
	const data = rowsIn<Product>(answer.body);
	const failed = Object.keys(errors?.errors ?? {}).map((field) => field.split(/[.[]/)[0] ?? '');
	const named = sent.filter(({ body }) => failed.some((field) => field in body));
	const doubtful = new Set((named.length > 0 ? named : sent).map(({ id }) => id));
	const body = { ...(answer.body as object), data: data.filter(({ id }) => !doubtful.has(id)) };
	return { ...answer, body };
}

/** Changes products in the largest batches, each product once; every change gets its own result or error. */
export async function updateProducts(
	client: Client,
	changes: readonly ProductChange[],
): Promise<Array<Outcome<Product>>> {
	return await sendMerged<ProductChange, Product>(changes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...earlier, body: { ...earlier.body, ...later.body } }),
		send: async (records) =>
			await sendInBatches<ProductChange, Product>(records, {
				size: MOST,
				task,
				scope: products.modify,
				client,
				alone: ({ body }) => PARTS.some((part) => part in body),
				send: async (batch) => {
					const answer = await client.call('PUT', {
						path: products.path,
						body: batch.map(({ id, body }) => ({ id, ...body })),
						task,
						scope: products.modify,
					});
					return withoutDoubtful(answer, batch);
				},
				resultOf: (body, { id }) => rowsIn<Product>(body).find((row) => row.id === id),
				blame: settleProducts(client),
			}),
	});
}
