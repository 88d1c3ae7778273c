import { defineOperation } from '../../operation/define';
import { customerAddresses } from '../../store/customers/customerAddresses';
import { deletePresent } from '../../store/deleteByIds';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete customer addresses',
	description: 'Delete addresses by ID; IDs that the store does not have change nothing',
	scope: 'customers:modify',
	fields: [
		{
			displayName: 'Address IDs',
			name: 'ids',
			type: 'string',
			required: true,
			as: 'ids',
			default: '={{ $json.id }}',
			emptyAdvice: "Nothing is deleted: give 'Address IDs' at least one ID.",
			placeholder: 'e.g. 7, 8',
			description:
				'IDs of the addresses to delete, separated by commas, or a list from an expression. By default the ID of each input item.',
		},
	],
	prepare: ({ params: { ids } }) => ids,
	many: async ({ records, run: { client } }) =>
		await deletePresent(client, customerAddresses, records),
});
