import type { Client } from '../../api/client';
import { continueWith, outcomesBy, type Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { identityOf, lookUp, type LookedUp } from './lookUpMetafields';
import type { MetafieldOwner } from './metafieldOwners';
import type { Metafield } from './metafields';
import { saveWishes } from './saveMetafields';
import { createMetafields, type NewMetafield } from './writeMetafields';

type Upserted = Metafield & { action: 'created' | 'updated' | 'unchanged' };

const wishFor = (present: Metafield, { record, ...changes }: NewMetafield) => ({
	id: present.id,
	present,
	changes,
});

/** Changes what is there, creates the rest; what is there after all when that fails, was made meanwhile. */
async function write(
	client: Client,
	owner: MetafieldOwner,
	found: Array<LookedUp<NewMetafield>>,
): Promise<Array<Outcome<Upserted>>> {
	const missing = found.flatMap(({ wanted, present }) => (present ? [] : [wanted]));
	const created = outcomesBy(missing, await createMetafields(client, missing));
	const failed = missing.filter((one) => created.get(one)?.error !== undefined);
	const later = await lookUp(client, owner, failed, { isTaken: true });
	const there = [...found, ...later.flatMap(({ result }) => result ?? [])].flatMap(
		({ wanted, present }) => (present ? [{ wanted, wish: wishFor(present, wanted) }] : []),
	);
	const saves = await saveWishes(
		client,
		owner,
		there.map(({ wish }) => wish),
	);
	const saved = outcomesBy(
		there.map(({ wanted }) => wanted),
		saves,
	);
	return found.map(({ wanted }): Outcome<Upserted> => {
		const save = saved.get(wanted);
		if (save?.result) {
			const { metafield, action } = save.result;
			return { result: { ...metafield, action } };
		}
		const creation = created.get(wanted);
		if (creation?.result && !save) return { result: { ...creation.result, action: 'created' } };
		return { error: creation?.error ?? save?.error };
	});
}

/** Gives records metafields, kind by kind of records, and each metafield its value once. */
export const upsertMetafields = async (
	client: Client,
	given: readonly NewMetafield[],
): Promise<Array<Outcome<Upserted>>> =>
	await writeMany(client, given, {
		groupBy: ({ record }) => record.owner.name,
		keyOf: identityOf,
		merge: (earlier, later) => ({ ...earlier, ...later }),
		write: async (some) => {
			const [{ record }] = some as [NewMetafield];
			const found = await lookUp(client, record.owner, some);
			return await continueWith(found, async (all) => await write(client, record.owner, all));
		},
	});
