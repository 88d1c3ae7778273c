import { idsToDelete } from '../../forms/idsToDelete';
import { defineOperation } from '../../operation/define';
import { customers } from '../../store/customers/customers';
import { deletePresent } from '../../store/deleteByIds';

export const deleteMany = defineOperation({
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many customers',
	description:
		'Delete customers by ID in the fewest requests; IDs that the store does not have change nothing',
	scope: 'customers:modify',
	fields: [...idsToDelete({ displayName: 'Customer IDs', nouns: 'customers', example: '42, 43' })],
	prepare: ({ params: { ids } }) => ids,
	many: async ({ records, run: { client } }) => await deletePresent(client, customers, records),
});
