import { sendFound } from '../../api/found';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { someChange } from '../../operation/values';
import { productBody } from './productBody';
import { lookUpProducts, productSkus } from '../../store/catalog/productsBySku';
import { changeFields } from './fields';
import { productOrSkuLocator, refOf } from './productOrSku';
import { simplifyProduct } from './simplifyProduct';
import { updateProducts } from '../../store/catalog/updateProducts';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a product',
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
			options: [...changeFields],
		},
		...simplifyField,
	],
	simplify: simplifyProduct,
	prepare: ({ params }) => ({
		ref: refOf(params.product),
		body: someChange(productBody(params.updateFields)),
	}),
	many: async ({ records: changes, run: { client, once } }) => {
		const skus = once('products by SKU', () => productSkus(client));
		const refs = changes.map(({ ref }) => ref);
		const ids = await lookUpProducts(client, refs, skus);
		if (changes.some(({ body }) => 'sku' in body)) skus.forget();
		return await sendFound(
			changes,
			ids,
			async (pairs) =>
				await updateProducts(
					client,
					pairs.map(({ record: { body }, found: id }) => ({ id, body })),
				),
		);
	},
});
