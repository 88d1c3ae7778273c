import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { priceListLocator } from '../locators/priceList';
import { readRecord } from '../../store/records';
import { priceLists, simplifyPriceList, type PriceList } from '../../store/pricing/priceLists';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a price list',
	description: 'Retrieve one price list',
	scope: 'products:read',
	fields: [...priceListLocator, ...simplifyField],
	simplify: simplifyPriceList,
	each: async ({ params, run: { client } }) =>
		await readRecord<PriceList>(client, priceLists, idOf(params.priceList, 'Price List')),
});
