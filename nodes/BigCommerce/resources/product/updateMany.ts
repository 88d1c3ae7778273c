import { sendInBatches, type Finding, type Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { refused, savedInPart, type BigCommerceError } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import { sendMerged } from '../../api/merge';
import { list } from '../../api/pagination';
import type { Answer } from '../../api/retry';
import type { ProductBody } from './body';
import { products, type Product } from './products';

export interface ProductChange {
	id: number;
	body: ProductBody;
}

/** Most products of one PUT (fact sheet 4.0). */
const MOST = 10;

/** Parts that can fail although the product itself is saved; a partial answer does not say whose they were. */
const PARTS = ['bulk_pricing_rules', 'custom_fields', 'custom_url', 'images', 'videos'];

const doing = 'update the products';

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
	const { data = [], errors } = answer.body as PartialBody;
	const failed = Object.keys(errors?.errors ?? {}).map((field) => field.split(/[.[]/)[0] ?? '');
	const named = sent.filter(({ body }) => failed.some((field) => field in body));
	const doubtful = new Set((named.length > 0 ? named : sent).map(({ id }) => id));
	const body = { ...(answer.body as object), data: data.filter(({ id }) => !doubtful.has(id)) };
	return { ...answer, body };
}

/** Reads once which of the products the store has. */
export async function presentIds(client: Client, ids: number[]): Promise<Set<number>> {
	const rows = await Promise.all(
		idChunks(ids).map(
			async (chunk) =>
				await list<Product>(client, products, {
					query: { 'id:in': chunk, include_fields: 'sku' },
				}),
		),
	);
	return new Set(rows.flat().map(({ id }) => id));
}

type Found = Finding<ProductChange, Product>;

/** The error of one product: it says which, and what the store said of it. */
const failed = (id: number, status: number, body: unknown): Outcome<Product> => ({
	error: refused(status, body, { doing: `update the product ${id}`, scope: products.modify }),
});

async function missingOnes(
	client: Client,
	refusal: BigCommerceError,
	changes: ProductChange[],
): Promise<Found> {
	const present = await presentIds(
		client,
		changes.map(({ id }) => id),
	);
	const gone = changes.filter(({ id }) => !present.has(id));
	return { settled: new Map(gone.map((change) => [change, failed(change.id, 404, refusal.body)])) };
}

async function settle(
	client: Client,
	refusal: BigCommerceError,
	changes: ProductChange[],
): Promise<Found> {
	const { status = 0, body } = refusal;
	if (status === 207) {
		// What was saved but for a part is not sent again: that would save the rest of it twice.
		const inPart = ({ id }: ProductChange) =>
			savedInPart(body, { doing: `update the product ${id}` }, id);
		return { settled: new Map(changes.map((change) => [change, { error: inPart(change) }])) };
	}
	if (changes.length === 1)
		return { settled: new Map(changes.map((change) => [change, failed(change.id, status, body)])) };
	return status === 404 ? await missingOnes(client, refusal, changes) : { settled: new Map() };
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
				doing,
				scope: products.modify,
				client,
				alone: ({ body }) => PARTS.some((part) => part in body),
				send: async (batch) => {
					const answer = await client.call('PUT', {
						path: products.path,
						body: batch.map(({ id, body }) => ({ id, ...body })),
						doing,
						scope: products.modify,
					});
					return withoutDoubtful(answer, batch);
				},
				resultOf: (body, { id }) => (body as PartialBody).data?.find((row) => row.id === id),
				settle: async (refusal, batch) => await settle(client, refusal, batch),
			}),
	});
}
