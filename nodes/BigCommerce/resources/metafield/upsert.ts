import { defineOperation } from '../../operation/define';
import { simplifyMetafield } from '../../store/metafields/metafields';
import { upsertMetafields } from '../../store/metafields/upsertMetafields';
import { metafieldForm, toGiven } from './metafieldForm';
import { otherScopes } from './ownerFields';

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update metafield',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	optionalScopes: otherScopes('modify'),
	fields: metafieldForm,
	simplify: simplifyMetafield,
	prepare: ({ params }) => toGiven(params),
	many: async ({ records, run: { client } }) => await upsertMetafields(client, records),
});
