import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
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
export async function saveWishes(
	client: Client,
	owner: MetafieldOwner,
	wishes: MetafieldWish[],
): Promise<Array<Outcome<SavedMetafield>>> {
	const different = wishes.filter((wish) => !isSame(wish));
	const sent = await changeMetafields(
		client,
		owner,
		different.map((wish) => changeOf(owner, wish)),
	);
	const outcomes = new Map(different.map((wish, index) => [wish, sent[index]]));
	return wishes.map((wish): Outcome<SavedMetafield> => {
		const outcome = outcomes.get(wish);
		if (outcome?.error !== undefined) return { error: outcome.error };
		if (outcome?.result) return { result: { metafield: outcome.result, action: 'updated' } };
		return { result: { metafield: wish.present as Metafield, action: 'unchanged' } };
	});
}
