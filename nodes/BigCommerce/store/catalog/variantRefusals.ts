import { blameMissing } from '../../api/missingRecords';
import type { Batch, Finding, Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { BigCommerceError, refused } from '../../api/errors';
import { readOrWalk } from '../../api/readOrWalk';
import { lookUpStock } from '../inventory/stockIndex';
import { allVariants } from './productVariants';
import type { FieldValues, ProductVariant } from './products';

export interface VariantChange {
	id: number;
	body: FieldValues;
}

type VariantBatch = Batch<VariantChange, ProductVariant>;

const task = (id: number) => ({
	task: `update the product variant ${id}`,
	scope: allVariants.modify,
});

const gone = ({ id }: VariantChange) =>
	new BigCommerceError({
		...task(id),
		status: 404,
		title: 'The store has no such product variant',
	});

/** The error of one variant: it says which, and what the store said of it. */
const failed = ({ id }: VariantChange, { status = 0 }: BigCommerceError, body: unknown) => ({
	error: refused(status, body, task(id)),
});

/**
 * Which variants the store has. The list of variants can be asked for one id at a time alone, that of the stock for many,
 * but it has only what is tracked: the others are asked for, unless that found nothing missing before.
 */
function variantsPresent(client: Client) {
	let inVain = false;
	return async (changes: VariantChange[]): Promise<Set<VariantChange>> => {
		const [looking] = await Promise.allSettled([
			lookUpStock(
				client,
				changes.map(({ id }) => ({ variant_id: id })),
			),
		]);
		const isInStock = ({ id }: VariantChange) =>
			looking.status === 'fulfilled' && looking.value.find({ variant_id: id }) !== undefined;
		const doubtful = changes.filter((change) => !isInStock(change));
		// Where most are not in the stock, it says nothing of this store.
		if (doubtful.length === 0 || (inVain && doubtful.length > changes.length / 2))
			return new Set(changes);
		const missing = new Map(doubtful.map((change) => [change.id, change]));
		await readOrWalk<ProductVariant>(client, allVariants, {
			query: { include_fields: 'sku' },
			filters: [...missing.keys()].map((id) => ({ id })),
			take: ({ id }) => void missing.delete(id),
		});
		inVain ||= missing.size === 0;
		return new Set(changes.filter(({ id }) => !missing.has(id)));
	};
}

/** The entries of a refusal that name a variant by its id. */
function entriesOf({ body }: BigCommerceError, { id }: VariantChange): unknown[] {
	const { batch_errors } = (body ?? {}) as { batch_errors?: unknown };
	const name = new RegExp(`\\b${id}\\b`);
	return Array.isArray(batch_errors)
		? batch_errors.filter((entry) => name.test(JSON.stringify(entry)))
		: [];
}

/**
 * The variants whose id stands in the refusal. Its entries do not say which row they are about (API notes 2.10), so that
 * more names than entries tell nothing.
 */
function suspects(refusal: BigCommerceError, changes: VariantChange[]): VariantChange[] {
	const { batch_errors } = (refusal.body ?? {}) as { batch_errors?: unknown[] };
	const named = changes.filter((change) => entriesOf(refusal, change).length > 0);
	return named.length <= (batch_errors?.length ?? 0) && named.length < changes.length ? named : [];
}

/** How refused batches of variants are taken apart. */
export function settleVariants(
	client: Client,
	batch: Omit<VariantBatch, 'blame'>,
): NonNullable<VariantBatch['blame']> {
	const absent = blameMissing<VariantChange, ProductVariant>({
		present: variantsPresent(client),
		errorOf: gone,
	});
	const blame: VariantBatch['blame'] = async (refusal, changes, open) => {
		if (changes.length === 1)
			return {
				settled: new Map(changes.map((change) => [change, failed(change, refusal, refusal.body)])),
			};
		if (refusal.status === 413) return { settled: new Map() };
		const found: Finding<VariantChange, ProductVariant> = await absent(refusal, changes, open);
		return found.settled.size > 0 ? found : await settleNamed(refusal, changes);
	};
	const settleNamed = async (refusal: BigCommerceError, changes: VariantChange[]) => {
		const named = suspects(refusal, changes);
		const settled = new Map<VariantChange, Outcome<ProductVariant>>();
		if (named.length === 0) return { settled };
		const others = changes.filter((change) => !named.includes(change));
		const outcomes = await sendInBatches(others, { ...batch, blame });
		for (const [at, change] of others.entries())
			settled.set(change, outcomes[at] as Outcome<ProductVariant>);
		// The number of a suspect may stand there by chance: where the others fail as well, each suspect has its own try.
		const areGuilty = outcomes.every(({ result }) => result !== undefined);
		const own = areGuilty ? [] : await sendInBatches(named, { ...batch, blame, size: 1 });
		for (const [at, change] of named.entries())
			settled.set(
				change,
				own[at] ?? failed(change, refusal, { batch_errors: entriesOf(refusal, change) }),
			);
		return { settled };
	};
	return blame;
}
