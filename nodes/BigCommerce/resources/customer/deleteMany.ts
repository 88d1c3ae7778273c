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
	fields: [
		{
			displayName: 'Customer IDs',
			name: 'ids',
			type: 'string',
			required: true,
			as: 'ids',
			default: '={{ $json.id }}',
			emptyAdvice: "Nothing is deleted: give 'Customer IDs' at least one ID.",
			placeholder: 'e.g. 42, 43',
			description:
				'IDs of the customers to delete, separated by commas, or a list from an expression. By default the ID of each input item.',
		},
	],
	prepare: ({ params: { ids } }) => ids,
	many: async ({ records, run: { client } }) => await deletePresent(client, customers, records),
});
