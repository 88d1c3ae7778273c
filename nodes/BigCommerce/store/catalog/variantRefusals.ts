import type { Batches } from '../../api/batches';
import { blameMissing, type Blame } from '../../api/blame';
import type { Client } from '../../api/client';
import { BigCommerceError, refused } from '../../api/errors';
import { attempt, outcomesBy, type Outcome } from '../../api/outcomes';
import { readOrWalk } from '../../api/readOrWalk';
import { writeMany } from '../../api/writeMany';
import { lookUpStock } from '../inventory/stockIndex';
import { allVariants } from './productVariants';
import type { FieldValues, ProductVariant } from './products';

export interface VariantUpdate {
	id: number;
	body: FieldValues;
}

const task = (id: number) => ({
	task: `update the product variant ${id}`,
	scope: allVariants.modify,
});

const gone = ({ id }: VariantUpdate) =>
	new BigCommerceError({
		...task(id),
		status: 404,
		title: 'The store has no such product variant',
	});

/** The error of one variant: it says which, and what the store said of it. */
const failed = ({ id }: VariantUpdate, { status = 0 }: BigCommerceError, body: unknown) => ({
	error: refused(status, body, task(id)),
});

/**
 * Which variants the store has. The list of variants can be asked for one id at a time alone, that of the stock for many,
 * but it has only what is tracked: the others are asked for, unless that found nothing missing before.
 */
function variantsPresent(client: Client) {
	let inVain = false;
	return async (changes: VariantUpdate[]): Promise<(change: VariantUpdate) => boolean> => {
		const identities = changes.map(({ id }) => ({ variant_id: id }));
		const { result: stock } = await attempt(async () => await lookUpStock(client, identities));
		const isInStock = ({ id }: VariantUpdate) => stock?.find({ variant_id: id }) !== undefined;
		const doubtful = changes.filter((change) => !isInStock(change));
		// Where most are not in the stock, it says nothing of this store.
		if (doubtful.length === 0 || (inVain && doubtful.length > changes.length / 2))
			return () => true;
		const missing = new Map(doubtful.map((change) => [change.id, change]));
		await readOrWalk<ProductVariant>(client, allVariants, {
			query: { include_fields: 'sku' },
			filters: [...missing.keys()].map((id) => ({ id })),
			take: ({ id }) => void missing.delete(id),
		});
		inVain ||= missing.size === 0;
		return ({ id }) => !missing.has(id);
	};
}

/** The entries of a refusal that name a variant by its id. */
function entriesOf({ body }: BigCommerceError, { id }: VariantUpdate): unknown[] {
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
function suspects(refusal: BigCommerceError, changes: VariantUpdate[]): VariantUpdate[] {
	const { batch_errors } = (refusal.body ?? {}) as { batch_errors?: unknown[] };
	const named = changes.filter((change) => entriesOf(refusal, change).length > 0);
	return named.length <= (batch_errors?.length ?? 0) && named.length < changes.length ? named : [];
}

/** Which variants of a refused batch are to blame; `batches` is how they are sent. */
export function blameVariants(
	client: Client,
	batches: Batches<VariantUpdate, ProductVariant>,
): Blame<VariantUpdate, ProductVariant> {
	const blameAbsent = blameMissing<VariantUpdate, ProductVariant>({
		lookUp: variantsPresent(client),
		errorOf: gone,
	});
	const blame: Blame<VariantUpdate, ProductVariant> = async (refusal, changes, open) => {
		if (changes.length === 1)
			return {
				settled: new Map(changes.map((change) => [change, failed(change, refusal, refusal.body)])),
			};
		if (refusal.status === 413) return { settled: new Map() };
		const found = await blameAbsent(refusal, changes, open);
		return found.settled.size > 0 ? found : await settleNamed(refusal, changes);
	};
	const settleNamed = async (refusal: BigCommerceError, changes: VariantUpdate[]) => {
		const named = suspects(refusal, changes);
		const settled = new Map<VariantUpdate, Outcome<ProductVariant>>();
		if (named.length === 0) return { settled };
		const send = async (some: VariantUpdate[], size = batches.size) => {
			const outcomes = await writeMany(client, some, { ...batches, blame, size });
			for (const [change, outcome] of outcomesBy(some, outcomes)) settled.set(change, outcome);
			return outcomes.every(({ result }) => result !== undefined);
		};
		const areGuilty = await send(changes.filter((change) => !named.includes(change)));
		// The number of a suspect may stand there by chance: where the others fail as well, each suspect has its own try.
		if (!areGuilty) await send(named, 1);
		else
			for (const change of named)
				settled.set(change, failed(change, refusal, { batch_errors: entriesOf(refusal, change) }));
		return { settled };
	};
	return blame;
}
