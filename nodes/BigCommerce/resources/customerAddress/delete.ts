import { idsToDelete } from '../../forms/idsToDelete';
import { defineOperation } from '../../operation/define';
import { customerAddresses } from '../../store/customers/customerAddresses';
import { deletePresent } from '../../store/deleteByIds';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete customer addresses',
	description: 'Delete addresses by ID; IDs that the store does not have change nothing',
	scope: 'customers:modify',
	fields: [...idsToDelete({ displayName: 'Address IDs', nouns: 'addresses', example: '7, 8' })],
	prepare: ({ params: { ids } }) => ids,
	many: async ({ records, run: { client } }) =>
		await deletePresent(client, customerAddresses, records),
});
