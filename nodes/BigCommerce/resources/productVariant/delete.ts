import { defineOperation } from '../../operation/define';
import { deleteRecord } from '../../store/records';
import { variantForm } from './fields';
import { locate, namedBy, variantOf, variants } from './variants';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product variant',
	description: 'Delete one variant of a product; the values of its options stay',
	scope: 'products:modify',
	fields: variantForm,
	target: variantOf,
	namedBy,
	run: async ({ client, params }) => {
		const { productId, id } = await locate(client, params, { include_fields: 'product_id,sku' });
		return await deleteRecord(client, variants(productId), id);
	},
});
