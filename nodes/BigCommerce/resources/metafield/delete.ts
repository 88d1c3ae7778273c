import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { shownWhen } from '../../operation/fields';
import { asText, toIds } from '../../operation/values';
import {
	deleteNamedMetafields,
	type DoomedMetafields,
} from '../../store/metafields/namedMetafields';
import { toKey, toNamespace } from '../../store/metafields/metafieldTexts';
import { findByField, nameFieldsToFindBy } from './metafieldFields';
import { belongsToField, recordFields, otherScopes, ownerOf, recordOf } from './ownerFields';

function toMetafieldIds(given: unknown): number[] {
	const ids = toIds(given, 'Metafield IDs');
	if (ids.length > 0) return [...new Set(ids)];
	throw new InputError("'Metafield IDs' is empty", "Give 'Metafield IDs' one ID, or several.");
}

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete metafield',
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
	prepare: ({ params }): DoomedMetafields => {
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
	many: async ({ records, run: { client } }) => await deleteNamedMetafields(client, records),
});
