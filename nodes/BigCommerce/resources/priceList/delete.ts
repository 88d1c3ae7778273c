import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { priceListLocator } from '../locators/priceList';
import { deleteRecord } from '../../store/records';
import { priceLists } from '../../store/pricing/priceLists';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a price list',
	description: 'Delete one price list with all its prices; a long list takes the store a while',
	scope: 'products:modify',
	fields: priceListLocator,
	writes: ({ priceList }) => priceList.value,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, priceLists, idOf(params.priceList, 'Price List')),
});
