import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { continueWith, outcomesBy, type Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { deleteByIds, type DeletedIds } from '../deleteByIds';
import { lookUp, type MetafieldIdentity } from './lookUpMetafields';
import type { Metafield } from './metafields';
import type { MetafieldOwner, MetafieldRecord } from './metafieldOwners';
import { saveWishes, type MetafieldWish } from './saveMetafields';
import { deleteMetafields } from './writeMetafields';

/** A metafield that is there: by its names, or by what else is known of it. */
interface NamedMetafield {
	owner: MetafieldOwner;
	names?: MetafieldIdentity;
}

interface FoundMetafield<Named extends NamedMetafield> {
	named: Named;
	/** As it is, where it was found by its names. */
	present?: Metafield;
}

const noSuch = ({ record, namespace, key }: MetafieldIdentity) =>
	new BigCommerceError({
		task: `find the metafield ${namespace}.${key} of the ${record.owner.noun} ${record.id}`,
		status: 404,
		title: 'The record has no such metafield, or it belongs to another API account',
	});

/** Looks up those that are named by their names; all are about one kind of records. */
async function find<Named extends NamedMetafield>(
	client: Client,
	owner: MetafieldOwner,
	all: Named[],
): Promise<Array<Outcome<FoundMetafield<Named>>>> {
	const identities = all.flatMap(({ names }) => names ?? []);
	const lookedUp = outcomesBy(identities, await lookUp(client, owner, identities));
	return all.map((named): Outcome<FoundMetafield<Named>> => {
		const { names } = named;
		if (!names) return { result: { named } };
		const { result, error } = lookedUp.get(names) ?? {};
		if (!result) return { error };
		const { present } = result;
		return present ? { result: { named, present } } : { error: noSuch(names) };
	});
}

/** Writes what was found, kind by kind of records. */
const writeFound = async <Named extends NamedMetafield, Result>(
	client: Client,
	all: readonly Named[],
	write: (
		owner: MetafieldOwner,
		found: Array<FoundMetafield<Named>>,
	) => Promise<Array<Outcome<Result>>>,
): Promise<Array<Outcome<Result>>> =>
	await writeMany(client, all, {
		groupBy: ({ owner }) => owner.name,
		write: async (some) => {
			const [{ owner }] = some as [Named];
			const found = await find(client, owner, some);
			return await continueWith(found, async (present) => await write(owner, present));
		},
	});

export interface MetafieldUpdate extends NamedMetafield {
	record: MetafieldRecord;
	id?: number;
	changes: Partial<Metafield>;
}

/** By ID nothing is read, unless an update has to bring along what it does not change. */
async function wishOf(
	client: Client,
	{ named, present }: FoundMetafield<MetafieldUpdate>,
): Promise<MetafieldWish> {
	const { owner, record, id = 0, changes } = named;
	if (present) return { id: present.id, present, changes };
	if (!owner.wholeUpdates) return { id, changes };
	const read = await client.get<Metafield>({
		path: `${record.path}${at`/metafields/${id}`}`,
		task: `read the metafield ${id} of the ${owner.noun} ${record.id}`,
		scope: owner.read,
	});
	return { id, present: read, changes };
}

/** Changes metafields that are named by their names or their IDs. */
export const updateNamedMetafields = async (
	client: Client,
	updates: readonly MetafieldUpdate[],
): Promise<Array<Outcome<Metafield>>> =>
	await writeFound(
		client,
		updates,
		async (owner, found) =>
			await writeMany(client, found, {
				prepare: async (one) => await wishOf(client, one),
				write: async (wishes) => await saveWishes(client, owner, wishes),
				answer: ({ metafield }) => metafield,
			}),
	);

export interface DoomedMetafields extends NamedMetafield {
	ids: number[];
}

/** Deletes metafields that are named by their names or their IDs. */
export const deleteNamedMetafields = async (
	client: Client,
	doomed: readonly DoomedMetafields[],
): Promise<Array<Outcome<DeletedIds>>> =>
	await writeFound(
		client,
		doomed,
		async (owner, found) =>
			await deleteByIds(
				found.map(({ named, present }) => (present ? [Number(present.id)] : named.ids)),
				async (ids) => await deleteMetafields(client, owner, ids),
			),
	);
