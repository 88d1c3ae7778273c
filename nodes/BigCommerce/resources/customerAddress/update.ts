import { customerAddressLocator } from '../../forms/locators/customerAddress';
import { defineOperation } from '../../operation/define';
import { optional, outputFields } from '../../operation/fields';
import { idOf, someChange } from '../../operation/values';
import { updateAddresses } from '../../store/customers/customerAddresses';
import { simplifyAddress } from '../../store/customers/simplifyCustomer';
import { addressBody, furtherFields, requiredFields } from './addressFields';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update customer address',
	description: 'Change an address; whatever is not added stays as it is',
	scope: 'customers:modify',
	fields: [
		...customerAddressLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...optional(requiredFields), ...furtherFields],
		},
		...outputFields,
	],
	simplify: simplifyAddress,
	prepare: ({ params: { address, updateFields } }) => ({
		...someChange(addressBody(updateFields)),
		id: idOf(address, 'Address'),
	}),
	many: async ({ records, run: { client } }) => await updateAddresses(client, records),
});
