import type { Client } from '../../api/client';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { continueWith, inParts } from '../../api/outcomes';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { shownWhen } from '../../operation/fields';
import { asText, toIds } from '../../operation/values';
import type { MetafieldOwner } from '../../store/metafields/metafieldOwners';
import { belongsToField, recordFields, otherScopes, ownerOf, recordOf } from './ownerFields';
import {
	findByField,
	findTargets,
	nameFieldsToFindBy,
	type Found,
	type Target,
} from './foundMetafields';
import { toKey, toNamespace } from '../../store/metafields/metafieldTexts';
import { deleteMetafields } from '../../store/metafields/writeMetafields';

interface Doomed extends Target {
	ids: number[];
}

function toMetafieldIds(given: unknown): number[] {
	const ids = toIds(given, 'Metafield IDs');
	if (ids.length > 0) return [...new Set(ids)];
	throw new InputError("'Metafield IDs' is empty", "Give 'Metafield IDs' one ID, or several.");
}

const idsOf = ({ target, present }: Found<Doomed>) => (present ? [Number(present.id)] : target.ids);

const deleteOfKind = async (client: Client, owner: MetafieldOwner, doomed: Doomed[]) =>
	await continueWith(
		await findTargets(client, owner, doomed),
		async (found) =>
			await inParts(
				found,
				idsOf,
				async (ids) =>
					await sendMerged(ids, {
						keyOf: (id) => id,
						merge: (id) => id,
						send: async (some) => await deleteMetafields(client, owner, some),
					}),
				(one) => ({ deleted: true, ids: idsOf(one) }),
			),
	);

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a metafield',
	description: 'Delete a metafield of a record by its names, or one or several by ID',
	scope: 'products:modify',
	optionalScopes: otherScopes('modify'),
	fields: [
		...belongsToField,
		...findByField,
		...shownWhen({ findBy: ['key'] }, recordFields),
		...nameFieldsToFindBy,
		{
			displayName: 'Metafield IDs',
			name: 'metafields',
			type: 'string',
			required: true,
			displayOptions: { show: { findBy: ['id'] } },
			default: '',
			placeholder: 'e.g. 14, 15',
			description: 'ID of the metafield as Get Many tells it, or several separated by commas',
		},
	],
	prepare: ({ params }): Doomed => {
		const { findBy, metafields, namespace, key } = params;
		const owner = ownerOf(params);
		if (findBy === 'id') return { owner, ids: toMetafieldIds(metafields) };
		const names = {
			record: recordOf(params),
			namespace: toNamespace(asText(namespace, 'Namespace')),
			key: toKey(asText(key, 'Key')),
		};
		return { owner, ids: [], names };
	},
	many: async ({ records: items, run: { client } }) =>
		await sendGrouped(
			items,
			({ owner }) => owner.name,
			async (some) => await deleteOfKind(client, (some[0] as Doomed).owner, some),
		),
});
