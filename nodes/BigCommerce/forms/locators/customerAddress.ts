import { locator } from '../../operation/locator';

export const customerAddressLocator = locator({
	displayName: 'Address',
	name: 'address',
	description: 'The address, picked from the list or by ID',
	noun: 'an address',
	search: 'searchCustomerAddresses',
	example: '7',
	hint: 'Search by name, street or city',
});
