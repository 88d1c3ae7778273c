import { defineOperation } from '../../operation/define';
import { productLocator, productOf } from '../../forms/locators/product';
import { fieldRows, toFields } from '../../forms/customFieldRows';
import { saveFields } from '../../store/catalog/customFields';

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update product custom fields',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields: [...productLocator, ...fieldRows],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await saveFields(client, productOf(params), toFields(params)),
});
