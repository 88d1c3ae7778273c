import { locator } from '../../operation/locator';

export const customFieldLocator = locator({
	displayName: 'Custom Field',
	name: 'customField',
	description: 'The custom field of this product, picked from the list or by ID',
	noun: 'a custom field',
	search: 'searchCustomFields',
});
