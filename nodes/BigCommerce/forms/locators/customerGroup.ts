import { locator } from '../../operation/locator';

export const customerGroupLocator = locator({
	displayName: 'Customer Group',
	name: 'customerGroup',
	description: 'The customer group, picked from the list or by ID',
	noun: 'a customer group',
	search: 'searchCustomerGroups',
	example: '2',
});
