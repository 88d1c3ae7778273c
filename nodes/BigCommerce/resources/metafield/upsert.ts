import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { goOn } from '../../api/outcomes';
import { defineOperation } from '../../operation/define';
import { givenForm, toGiven } from './givenForm';
import { identityOf, lookUp, type LookedUp } from './lookUp';
import { simplifyMetafield, type Metafield } from './metafields';
import { otherScopes, type Owner } from './owners';
import { saveWishes } from './save';
import { createMetafields, type Given } from './write';

type Upserted = Metafield & { action: 'created' | 'updated' | 'unchanged' };

const wishFor = (present: Metafield, { record, ...changes }: Given) => ({
	id: present.id,
	present,
	changes,
});

/** Changes what is there, creates the rest; what is there after all when that fails, was made meanwhile. */
async function write(
	client: Client,
	owner: Owner,
	found: Array<LookedUp<Given>>,
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
export const upsertMetafields = async (client: Client, owner: Owner, given: Given[]) =>
	await goOn(
		await lookUp(client, owner, given),
		async (found) => await write(client, owner, found),
	);

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a metafield',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	optionalScopes: otherScopes('modify'),
	fields: givenForm,
	simplify: simplifyMetafield,
	prepare: ({ params }) => toGiven(params),
	many: async ({ records: items, run: { client } }) =>
		await sendMerged(items, {
			keyOf: identityOf,
			merge: (earlier, later) => ({ ...earlier, ...later }),
			send: async (given) =>
				await sendGrouped(
					given,
					({ record }) => record.owner.name,
					async (some) => await upsertMetafields(client, (some[0] as Given).record.owner, some),
				),
		}),
});
