import { locator } from '../../operation/locator';

export const brandLocator = locator({
	displayName: 'Brand',
	name: 'brand',
	description: 'The brand, picked from the list or by ID',
	noun: 'a brand',
	search: 'searchBrands',
});
