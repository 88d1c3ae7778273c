import { customerOrEmail, customerRef } from '../../forms/locators/customer';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { readCustomers } from '../../store/customers/findCustomers';
import { simplifyCustomer } from '../../store/customers/simplifyCustomer';
import { includeField } from './includeField';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get customer',
	description: 'Retrieve one customer by ID or email address; many items take few requests',
	scope: 'customers:read',
	fields: [
		...customerOrEmail,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [...includeField],
		},
		...outputFields,
	],
	simplify: simplifyCustomer,
	prepare: ({ params: { customer, options } }) => ({
		ref: customerRef(customer),
		include: options.include,
	}),
	many: async ({ records, run: { client } }) => await readCustomers(client, records),
});
