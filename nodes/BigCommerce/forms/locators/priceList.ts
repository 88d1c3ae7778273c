import { locator } from '../../operation/locator';

export const priceListLocator = locator({
	displayName: 'Price List',
	name: 'priceList',
	description: 'The price list, picked from the list or by ID',
	noun: 'a price list',
	search: 'searchPriceLists',
});
