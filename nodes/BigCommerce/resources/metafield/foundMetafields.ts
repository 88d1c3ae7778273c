import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import { nameFields } from './metafieldFields';
import { lookUp, type MetafieldIdentity } from '../../store/metafields/lookUpMetafields';
import type { Metafield } from '../../store/metafields/metafields';
import type { MetafieldOwner } from '../../store/metafields/metafieldOwners';

/** How a metafield that is there is named. */
export const findByField = defineFields([
	{
		displayName: 'Find Metafield By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'ID', value: 'id', description: 'The ID that BigCommerce gave the metafield' },
			{ name: 'Namespace and Key', value: 'key', description: 'The names that you gave it' },
		],
		default: 'key',
		description: 'How the metafield is found',
	},
]);

export const nameFieldsToFindBy = shownWhen({ findBy: ['key'] }, nameFields);

/** A metafield that is there: by its names, or by what else the operation knows of it. */
export interface Target {
	owner: MetafieldOwner;
	names?: MetafieldIdentity;
}

export interface Found<Of extends Target> {
	target: Of;
	/** As it is, where it was found by its names. */
	present?: Metafield;
}

const noSuch = ({ record, namespace, key }: MetafieldIdentity) =>
	new BigCommerceError({
		task: `find the metafield ${namespace}.${key} of the ${record.owner.noun} ${record.id}`,
		status: 404,
		title: 'The record has no such metafield, or it belongs to another API account',
	});

/** Looks up those of the targets that are named by their names; all are about one kind of records. */
export async function findTargets<Of extends Target>(
	client: Client,
	owner: MetafieldOwner,
	targets: Of[],
): Promise<Array<Outcome<Found<Of>>>> {
	const identities = targets.flatMap(({ names }) => names ?? []);
	const looked = await lookUp(client, owner, identities);
	const outcomes = new Map(identities.map((identity, index) => [identity, looked[index]]));
	return targets.map((target): Outcome<Found<Of>> => {
		const { names } = target;
		if (!names) return { result: { target } };
		const { result, error } = outcomes.get(names) ?? {};
		if (!result) return { error };
		return result.present
			? { result: { target, present: result.present } }
			: { error: noSuch(names) };
	});
}
