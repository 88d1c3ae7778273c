import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { optionLocator } from '../locators/productOption';
import { deleteRecord } from '../../store/records';
import { options } from '../../store/catalog/productOptions';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product option',
	description:
		'Delete one option of a product with its values; variants that were made of it may go with it',
	scope: 'products:modify',
	fields: [...productLocator, ...optionLocator],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, options(productOf(params)), idOf(params.option, 'Option')),
});
