import { defineOperation } from '../../operation/define';
import { productLocator, productOf } from '../../forms/locators/product';
import { ofProduct, createField, type CustomField } from '../../store/catalog/customFields';
import { fieldRows, toFields } from '../../forms/customFieldRows';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create product custom fields',
	description: 'Add custom fields to a product; each of them is an item of the output',
	scope: 'products:modify',
	fields: [...productLocator, ...fieldRows],
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const product = productOf(params);
		const created: CustomField[] = [];
		for (const field of toFields(params)) {
			const before = created.map(({ name }) => name);
			created.push(await createField(client, product, field, before));
		}
		return created.map(ofProduct(product));
	},
});
