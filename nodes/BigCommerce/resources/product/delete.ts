import { defineOperation } from '../../operation/define';
import { deleteRecord } from '../../store/records';
import { lookUpProducts } from '../../store/catalog/productsBySku';
import { namedProduct, productOrSkuLocator, refOf } from './productOrSku';
import { products } from '../../store/catalog/products';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product',
	description: 'Delete one product with all its variants. The SKU of a variant deletes nothing.',
	scope: 'products:modify',
	fields: productOrSkuLocator,
	writes: namedProduct,
	each: async ({ params, run: { client } }) => {
		const [found] = await lookUpProducts(client, [refOf(params.product)]);
		if (found?.result === undefined) throw found?.error;
		return await deleteRecord(client, products, found.result);
	},
});
