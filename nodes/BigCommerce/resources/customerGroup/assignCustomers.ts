import { customerColumns, customerOfRow, ofRowOrForm } from '../../forms/rowColumns';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { tableField } from '../../operation/table';
import { assignGroups } from '../../store/customers/saveCustomers';
import { simplifyCustomer } from '../../store/customers/simplifyCustomer';

export const assignCustomers = defineOperation({
	value: 'assignCustomers',
	name: 'Assign Customers',
	action: 'Assign customers to customer group',
	description: 'Put customers into a group, ten a request; they leave the one that they are in',
	scope: 'customers:modify',
	fields: [
		...tableField({
			description:
				'Each input item is a row: the email address or ID of a customer and, where rows differ in it, the group by name or ID',
			columns: [
				...customerColumns,
				{
					displayName: 'Customer Group',
					name: 'group',
					type: 'string',
					default: '',
					alsoNamed: ['Group', 'Group Name', 'Customer Group Name', 'Customer Group ID'],
				},
			],
		}),
		{
			displayName: 'Customer Group Name or ID',
			name: 'customerGroup',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getCustomerGroupsOrNone' },
			default: '',
			description:
				'Group of rows that name none; an expression may give its name as well. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		...outputFields,
	],
	simplify: simplifyCustomer,
	prepare: ({ params: { columns, customerGroup } }) => {
		const label = { column: 'Customer Group', field: 'Customer Group Name or ID' };
		return {
			ref: customerOfRow(columns),
			group: ofRowOrForm<string | number>(columns.values.group, customerGroup, label),
		};
	},
	many: async ({ records, run: { client } }) => await assignGroups(client, records),
});
