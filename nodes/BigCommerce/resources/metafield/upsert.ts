import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { defineOperation } from '../../operation/define';
import { identityOf } from '../../store/metafields/lookUpMetafields';
import { simplifyMetafield } from '../../store/metafields/metafields';
import { upsertMetafields } from '../../store/metafields/upsertMetafields';
import type { NewMetafield } from '../../store/metafields/writeMetafields';
import { metafieldForm, toGiven } from './metafieldForm';
import { otherScopes } from './ownerFields';

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a metafield',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	optionalScopes: otherScopes('modify'),
	fields: metafieldForm,
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
					async (some) =>
						await upsertMetafields(client, (some[0] as NewMetafield).record.owner, some),
				),
		}),
});
