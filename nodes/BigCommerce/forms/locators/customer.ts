import { locator } from '../../operation/locator';

export const customerLocator = locator({
	displayName: 'Customer',
	name: 'customer',
	description: 'The customer, picked from the list or by ID',
	noun: 'a customer',
	search: 'searchCustomers',
	example: '42',
	hint: 'Search by name or by the full email address',
});
