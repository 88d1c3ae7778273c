import { defineOperation } from '../../operation/define';
import { simplifyMetafield } from '../../store/metafields/metafields';
import { createMetafields } from '../../store/metafields/writeMetafields';
import { metafieldForm, toGiven } from './metafieldForm';
import { otherScopes } from './ownerFields';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create metafield',
	description: 'Keep a value of your own with a record; a key that it has already is refused',
	scope: 'products:modify',
	optionalScopes: otherScopes('modify'),
	fields: metafieldForm,
	simplify: simplifyMetafield,
	prepare: ({ params }) => toGiven(params),
	many: async ({ records, run: { client } }) => await createMetafields(client, records),
});
