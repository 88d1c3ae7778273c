import { locator } from '../../operation/locator';

export const optionLocator = locator({
	displayName: 'Option',
	name: 'option',
	description: 'The option of this product, picked from the list or by ID',
	noun: 'an option',
	search: 'searchProductOptions',
});
