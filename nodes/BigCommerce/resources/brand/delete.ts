import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { brandLocator } from '../locators/brand';
import { deleteRecord } from '../../store/records';
import { brands } from '../../store/catalog/brands';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a brand',
	description: 'Delete one brand',
	scope: 'products:modify',
	fields: brandLocator,
	writes: ({ brand }) => brand.value,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, brands, idOf(params.brand, 'Brand')),
});
