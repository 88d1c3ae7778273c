import { customerOrEmail, customerRef } from '../../forms/locators/customer';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { addAddresses } from '../../store/customers/customerAddresses';
import { simplifyAddress } from '../../store/customers/simplifyCustomer';
import { furtherFields, newAddress, requiredFields } from './addressFields';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create customer address',
	description: 'Give a customer an address; one that the customer has already stays as it is',
	scope: 'customers:modify',
	fields: [
		...customerOrEmail,
		...requiredFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...furtherFields],
		},
		...outputFields,
	],
	simplify: simplifyAddress,
	prepare: ({ params }) => {
		const { customer, firstName, lastName, address1, city, countryCode, additionalFields } = params;
		const required = { firstName, lastName, address1, city, countryCode };
		return { ref: customerRef(customer), ...newAddress({ ...required, ...additionalFields }) };
	},
	many: async ({ records, run: { client } }) => await addAddresses(client, records),
});
