import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { someChange } from '../../operation/values';
import { productBody } from '../../forms/product/productBody';
import { productSkus } from '../../store/catalog/productsBySku';
import { changedMost, changeFields } from '../../forms/product';
import { productOrSkuLocator, refOf } from './productOrSku';
import { simplifyProduct } from '../../store/catalog/simplifyProduct';
import { updateNamedProducts } from '../../store/catalog/updateNamedProducts';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update product',
	description:
		'Change products, 10 a request; what is not added below stays, lists such as categories are replaced',
	scope: 'products:modify',
	fields: [
		...productOrSkuLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			listedFirst: changedMost,
			options: [...changeFields],
		},
		...outputFields,
	],
	simplify: simplifyProduct,
	prepare: ({ params }) => ({
		ref: refOf(params.product),
		body: someChange(productBody(params.updateFields)),
	}),
	many: async ({ records, run: { client, once } }) =>
		await updateNamedProducts(
			client,
			records,
			once('products by SKU', () => productSkus(client)),
		),
});
