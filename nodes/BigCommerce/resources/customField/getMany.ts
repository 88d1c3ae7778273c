import { list } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit } from '../../operation/fields';
import { productLocator, productOf } from '../../forms/locators/product';
import { customFields, ofProduct, type CustomField } from '../../store/catalog/customFields';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many product custom fields',
	description: 'Retrieve the custom fields of a product',
	scope: 'products:read',
	fields: [...productLocator, ...returnAllOrLimit],
	// A product has 200 of them at most: one page.
	each: async ({ params, run: { client } }) => {
		const product = productOf(params);
		const found = await list<CustomField>(client, customFields(product), {
			limit: limitOf(params),
		});
		return found.map(ofProduct(product));
	},
});
