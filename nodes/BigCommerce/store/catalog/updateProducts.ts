import { rowsIn, type Answer } from '../../api/answers';
import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { products, type Product } from './products';
import { blameProducts, type ProductChange } from './productRefusals';

/** Most products of one PUT (API notes 2.4). */
const MOST = 10;

/** Parts that can fail although the product itself is saved; a partial answer does not say whose they were. */
const PARTS = ['bulk_pricing_rules', 'custom_fields', 'custom_url', 'images', 'videos'];

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
	return await writeMany(client, changes, {
		call: { path: products.path, task: 'update the products', scope: products.modify },
		size: MOST,
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...earlier, body: { ...earlier.body, ...later.body } }),
		alone: ({ body }) => PARTS.some((part) => part in body),
		send: async (batch, call) => {
			const body = batch.map(({ id, body: fields }) => ({ id, ...fields }));
			return withoutDoubtful(await client.call('PUT', { ...call, body }), batch);
		},
		resultOf: (body, { id }) => rowsIn<Product>(body).find((row) => row.id === id),
		blame: blameProducts(client),
	});
}

/** Puts products under brands, in the place of the brands that they have. */
export const assignToBrands = async (
	client: Client,
	assignments: ReadonlyArray<{ product: number; brand: number }>,
): Promise<Array<Outcome<object>>> =>
	await writeMany(client, assignments, {
		write: async (all) =>
			await updateProducts(
				client,
				all.map(({ product, brand }) => ({ id: product, body: { brand_id: brand } })),
			),
		answer: (_product, { product, brand }) => ({
			assigned: true,
			productId: product,
			brandId: brand,
		}),
	});
