import { locator } from '../../operation/locator';

export const customerAttributeLocator = locator({
	displayName: 'Attribute',
	name: 'attribute',
	description: 'The customer attribute, picked from the list or by ID',
	noun: 'an attribute',
	search: 'searchCustomerAttributes',
	example: '3',
});
