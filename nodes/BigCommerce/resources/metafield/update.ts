import { defineFields, defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { asText, someChange, toId } from '../../operation/values';
import {
	detailFields,
	detailsOf,
	findByField,
	nameFieldsToFindBy,
	valueField,
} from './metafieldFields';
import { simplifyMetafield, type Metafield } from '../../store/metafields/metafields';
import {
	updateNamedMetafields,
	type MetafieldUpdate,
} from '../../store/metafields/namedMetafields';
import { belongsToField, recordFields, otherScopes, recordOf } from './ownerFields';
import { toKey, toNamespace, toValue } from '../../store/metafields/metafieldTexts';

const updateFields = defineFields([
	...detailFields,
	{
		displayName: 'New Key',
		name: 'newKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. shelf',
		description: 'Name that the metafield gets, up to 64 characters',
	},
	{
		displayName: 'New Namespace',
		name: 'newNamespace',
		type: 'string',
		default: '',
		placeholder: 'e.g. warehouse',
		description: 'Group that the key gets into, up to 64 characters',
	},
	...valueField,
]);

function changesOf(added: Partial<ParamsOf<typeof updateFields>>): Partial<Metafield> {
	const { value, newKey, newNamespace, ...details } = someChange(added);
	return compact({
		...detailsOf(details),
		value: value === undefined ? undefined : toValue(value),
		key: newKey === undefined ? undefined : toKey(asText(newKey, 'Key')),
		namespace:
			newNamespace === undefined ? undefined : toNamespace(asText(newNamespace, 'Namespace')),
	});
}

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update metafield',
	description: 'Change a metafield; whatever is not added below stays as it is',
	scope: 'products:modify',
	optionalScopes: otherScopes('modify'),
	fields: [
		...belongsToField,
		...recordFields,
		...findByField,
		...nameFieldsToFindBy,
		{
			displayName: 'Metafield ID',
			name: 'metafield',
			type: 'string',
			required: true,
			displayOptions: { show: { findBy: ['id'] } },
			default: '',
			placeholder: 'e.g. 14',
			description: 'ID of the metafield, as Get Many tells it',
		},
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...updateFields],
		},
		...outputFields,
	],
	simplify: simplifyMetafield,
	prepare: ({ params }): MetafieldUpdate => {
		const record = recordOf(params);
		const changes = changesOf(params.updateFields);
		const { owner } = record;
		if (params.findBy === 'id')
			return { owner, record, changes, id: toId(params.metafield, 'Metafield ID') };
		const names = {
			record,
			namespace: toNamespace(asText(params.namespace, 'Namespace')),
			key: toKey(asText(params.key, 'Key')),
		};
		return { owner, record, changes, names };
	},
	many: async ({ records, run: { client } }) => await updateNamedMetafields(client, records),
});
