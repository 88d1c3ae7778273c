import { sendInBatches, type Batch, type Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { refused, type BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { allVariants, type ProductVariant } from '../product/products';
import type { VariantBody } from './body';

export interface VariantChange {
	id: number;
	body: VariantBody;
}

/** Most variants of one PUT (fact sheet 4.0). */
const MOST = 50;

const doing = 'update the product variants';

/** The error of one variant: it says which, and what the store said of it. */
const failed = ({ id }: VariantChange, { status = 0, body }: BigCommerceError) => ({
	error: refused(status, body, {
		doing: `update the product variant ${id}`,
		scope: allVariants.modify,
	}),
});

/**
 * The variants whose id stands in the refusal. Its entries do not say which row they are about (fact sheet 3.5), so that
 * more names than entries tell nothing.
 */
function suspects({ problems, body }: BigCommerceError, changes: VariantChange[]): VariantChange[] {
	const entries = (body as { batch_errors?: unknown[] } | undefined)?.batch_errors?.length ?? 0;
	const numbers = new Set(problems.flatMap(({ message }) => message.match(/\d+/g) ?? []));
	const named = changes.filter(({ id }) => numbers.has(String(id)));
	return named.length <= entries && named.length < changes.length ? named : [];
}

function batchFor(client: Client): Batch<VariantChange, ProductVariant> {
	const batch: Batch<VariantChange, ProductVariant> = {
		size: MOST,
		doing,
		scope: allVariants.modify,
		client,
		send: async (changes) =>
			await client.call('PUT', {
				path: allVariants.path,
				body: changes.map(({ id, body }) => ({ id, ...body })),
				doing,
				scope: allVariants.modify,
			}),
		resultOf: (body, { id }) =>
			(body as { data?: ProductVariant[] }).data?.find((row) => row.id === id),
		settle: async (refusal, changes) => {
			if (changes.length === 1)
				return { settled: new Map(changes.map((change) => [change, failed(change, refusal)])) };
			// Each suspect has its own request to show whether it is the bad one; the others go on together.
			const named = suspects(refusal, changes);
			const outcomes = await sendInBatches(named, { ...batch, size: 1 });
			return {
				settled: new Map(
					named.map((change, at) => [change, outcomes[at] as Outcome<ProductVariant>]),
				),
			};
		},
	};
	return batch;
}

/** Changes variants in the largest batches, each variant once; every change gets its own result or error. */
export const updateVariants = async (
	client: Client,
	changes: readonly VariantChange[],
): Promise<Array<Outcome<ProductVariant>>> =>
	await sendMerged(changes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...earlier, body: { ...earlier.body, ...later.body } }),
		send: async (distinct) => await sendInBatches(distinct, batchFor(client)),
	});
