import type { Outcome } from '../../api/batch';
import { at, type Client } from '../../api/client';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { continueWith, outcomesOf } from '../../api/outcomes';
import { defineFields, defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { asText, someChange, toId } from '../../operation/values';
import { detailFields, detailsOf, valueField } from './metafieldFields';
import { simplifyMetafield, type Metafield } from '../../store/metafields/metafields';
import type { MetafieldOwner, MetafieldRecord } from '../../store/metafields/metafieldOwners';
import { belongsToField, recordFields, otherScopes, recordOf } from './ownerFields';
import {
	saveWishes,
	type SavedMetafield,
	type MetafieldWish,
} from '../../store/metafields/saveMetafields';
import {
	findByField,
	findTargets,
	nameFieldsToFindBy,
	type Found,
	type Target,
} from './foundMetafields';
import { toKey, toNamespace, toValue } from '../../store/metafields/metafieldTexts';

interface Change extends Target {
	record: MetafieldRecord;
	id?: number;
	changes: Partial<Metafield>;
}

/** By ID nothing is read, unless an update has to bring again what it does not change. */
async function wishOf(client: Client, { target, present }: Found<Change>): Promise<MetafieldWish> {
	const { owner, record, id = 0, changes } = target;
	if (present) return { id: present.id, present, changes };
	if (!owner.wholeUpdates) return { id, changes };
	const read = await client.get<Metafield>({
		path: `${record.path}${at`/metafields/${id}`}`,
		task: `read the metafield ${id} of the ${owner.noun} ${record.id}`,
		scope: owner.read,
	});
	return { id, present: read, changes };
}

const saveMerged = async (client: Client, owner: MetafieldOwner, wishes: MetafieldWish[]) =>
	await sendMerged<MetafieldWish, SavedMetafield>(wishes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...later, changes: { ...earlier.changes, ...later.changes } }),
		send: async (merged) => await saveWishes(client, owner, merged),
	});

async function updateOfKind(
	client: Client,
	owner: MetafieldOwner,
	changes: Change[],
): Promise<Array<Outcome<SavedMetafield>>> {
	const wishes = await continueWith(
		await findTargets(client, owner, changes),
		async (found) => await outcomesOf(found, async (one) => await wishOf(client, one)),
	);
	return await continueWith(wishes, async (some) => await saveMerged(client, owner, some));
}

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
	action: 'Update a metafield',
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
		...simplifyField,
	],
	simplify: simplifyMetafield,
	prepare: ({ params }): Change => {
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
	many: async ({ records: items, run: { client } }) => {
		const saved = await sendGrouped(
			items,
			({ owner }) => owner.name,
			async (some) => await updateOfKind(client, (some[0] as Change).owner, some),
		);
		return saved.map(({ result, error }) => (result ? { result: result.metafield } : { error }));
	},
});
