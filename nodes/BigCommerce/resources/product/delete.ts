import { defineOperation } from '../../operation/define';
import { deleteRecord } from '../../store/records';
import { productFinder } from '../../store/catalog/productsBySku';
import { namedProduct, productOrSkuLocator, refOf } from './productOrSku';
import { products } from '../../store/catalog/products';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete product',
	description: 'Delete one product with all its variants. The SKU of a variant deletes nothing.',
	scope: 'products:modify',
	fields: productOrSkuLocator,
	writes: namedProduct,
	each: async ({ params, run: { client } }) => {
		const ref = refOf(params.product);
		const idOf = await productFinder(client, [ref]);
		return await deleteRecord(client, products, idOf(ref));
	},
});
