import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { customFieldLocator } from '../locators/customField';
import { productLocator, productOf } from '../locators/product';
import { deleteRecord } from '../../store/records';
import { customFields } from '../../store/catalog/customFields';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product custom field',
	description: 'Delete one custom field of a product',
	scope: 'products:modify',
	fields: [...productLocator, ...customFieldLocator],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(
			client,
			customFields(productOf(params)),
			idOf(params.customField, 'Custom Field'),
		),
});
