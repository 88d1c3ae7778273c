import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { continueWith } from '../../api/outcomes';
import { lookUp, type LookedUp } from './lookUpMetafields';
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
	const creations = await createMetafields(client, owner, missing);
	const created = new Map(missing.map((one, index) => [one, creations[index]]));
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
	const saved = new Map(there.map(({ wanted }, index) => [wanted, saves[index]]));
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

/** Gives records of one kind metafields, each identity once. */
export const upsertMetafields = async (
	client: Client,
	owner: MetafieldOwner,
	given: NewMetafield[],
) =>
	await continueWith(
		await lookUp(client, owner, given),
		async (found) => await write(client, owner, found),
	);
