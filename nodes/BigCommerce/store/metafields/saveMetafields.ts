import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { differing } from '../records';
import type { Metafield } from './metafields';
import type { MetafieldOwner } from './metafieldOwners';
import { changeMetafields, type MetafieldChange } from './writeMetafields';

/** A metafield that is known to be there, and what it shall be. */
export interface MetafieldWish {
	id: number | string;
	/** As it is, where that was read. */
	present?: Metafield;
	changes: Partial<Metafield>;
}

export interface SavedMetafield {
	metafield: Metafield;
	action: 'updated' | 'unchanged';
}

/** Some kinds of records want all of a metafield in a change, whatever is changed. */
const whole = ({ namespace, key, value, permission_set }: Metafield): Partial<Metafield> => ({
	namespace,
	key,
	value,
	permission_set,
});

function changeOf(owner: MetafieldOwner, { id, present, changes }: MetafieldWish): MetafieldChange {
	if (!present) return { id, changes };
	const different = differing(present, changes);
	return { id, changes: owner.wholeUpdates ? { ...whole(present), ...different } : different };
}

const isSame = ({ present, changes }: MetafieldWish) =>
	present !== undefined && Object.keys(differing(present, changes)).length === 0;

/** Changes metafields of one kind, each once; what is as wished already is not sent. */
export const saveWishes = async (
	client: Client,
	owner: MetafieldOwner,
	wishes: MetafieldWish[],
): Promise<Array<Outcome<SavedMetafield>>> =>
	await writeMany(client, wishes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...later, changes: { ...earlier.changes, ...later.changes } }),
		write: async (distinct) =>
			await writeMany(client, distinct, {
				groupBy: isSame,
				write: async (group) =>
					group.every(isSame)
						? group.map(({ present }) => ({ result: present as Metafield }))
						: await changeMetafields(
								client,
								owner,
								group.map((wish) => changeOf(owner, wish)),
							),
				answer: (metafield, wish): SavedMetafield => ({
					metafield,
					action: isSame(wish) ? 'unchanged' : 'updated',
				}),
			}),
	});
