import { compact } from '../../api/values';
import { customerOrEmail, customerRef } from '../../forms/locators/customer';
import { defineOperation } from '../../operation/define';
import { optional, outputFields } from '../../operation/fields';
import { someChange } from '../../operation/values';
import { updateCustomers } from '../../store/customers/saveCustomers';
import { simplifyCustomer } from '../../store/customers/simplifyCustomer';
import {
	accountFields,
	customerBody,
	customerGroupField,
	detailFields,
	emailField,
	nameFields,
} from './customerFields';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update customer',
	description: 'Change a customer, ten items a request; whatever is not added stays as it is',
	scope: 'customers:modify',
	fields: [
		...customerOrEmail,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...accountFields,
				...customerGroupField,
				...detailFields,
				...optional([...emailField, ...nameFields]),
			],
		},
		...outputFields,
	],
	simplify: simplifyCustomer,
	prepare: ({ params: { customer, updateFields } }) => {
		const { email: newEmail, ...others } = updateFields;
		const changes = someChange({ ...customerBody(others), ...compact({ email: newEmail }) });
		return { ...changes, ref: customerRef(customer) };
	},
	many: async ({ records, run: { client } }) => await updateCustomers(client, records),
});
