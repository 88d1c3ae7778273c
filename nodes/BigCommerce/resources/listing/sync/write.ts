import { sendInBatches, type Outcome } from '../../../api/batch';
import type { Client } from '../../../api/client';
import { sendMerged } from '../../../api/merge';
import type { Patch } from './values';

/** A change of one product or variant. */
export interface Change {
	id: number;
	patch: Patch;
}

interface Kind {
	path: string;
	doing: string;
	/** The endpoint's cap (fact sheet 4.0). */
	size: number;
}

const PRODUCTS: Kind = { path: '/v3/catalog/products', doing: 'update the products', size: 10 };
const VARIANTS: Kind = { path: '/v3/catalog/variants', doing: 'update the variants', size: 50 };

type Row = { id: number };

async function write(
	client: Client,
	{ path, doing, size }: Kind,
	changes: readonly Change[],
	signal: AbortSignal | undefined,
): Promise<Array<Outcome<Row>>> {
	const scope = 'products:modify';
	return await sendMerged<Change, Row>(changes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ id: later.id, patch: { ...earlier.patch, ...later.patch } }),
		send: async (merged) =>
			await sendInBatches<Change, Row>(merged, {
				size,
				doing,
				scope,
				signal,
				send: async (batch) =>
					await client.call('PUT', {
						path,
						body: batch.map(({ id, patch }) => ({ id, ...patch })),
						doing,
						scope,
					}),
				resultOf: (body, { id }) =>
					(body as { data?: Row[] } | undefined)?.data?.find((row) => row.id === id),
			}),
	});
}

export const writeProducts = async (client: Client, changes: Change[], signal?: AbortSignal) =>
	await write(client, PRODUCTS, changes, signal);

export const writeVariants = async (client: Client, changes: Change[], signal?: AbortSignal) =>
	await write(client, VARIANTS, changes, signal);
