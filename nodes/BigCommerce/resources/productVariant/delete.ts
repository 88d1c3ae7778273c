import { defineOperation } from '../../operation/define';
import { deleteRecord } from '../../store/records';
import { variants } from '../../store/catalog/productVariants';
import { variantForm, locate, namedVariant } from './variantForm';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete product variant',
	description: 'Delete one variant of a product; the values of its options stay',
	scope: 'products:modify',
	fields: variantForm,
	writes: namedVariant,
	each: async ({ params, run: { client } }) => {
		const { productId, id } = await locate(client, params, { include_fields: 'product_id,sku' });
		return await deleteRecord(client, variants(productId), id);
	},
});
