import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { brandLocator } from '../locators/brand';
import { readRecord } from '../../store/records';
import { brands, simplifyBrand, type Brand } from '../../store/catalog/brands';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a brand',
	description: 'Retrieve one brand',
	scope: 'products:read',
	fields: [...brandLocator, ...simplifyField],
	simplify: simplifyBrand,
	each: async ({ params, run: { client } }) =>
		await readRecord<Brand>(client, brands, idOf(params.brand, 'Brand')),
});
