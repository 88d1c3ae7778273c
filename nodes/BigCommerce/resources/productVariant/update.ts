import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { someChange } from '../../operation/values';
import type { ProductVariant } from '../../store/catalog/products';
import { updateRecord } from '../../store/records';
import { oneBody } from './variantBody';
import { inheritField, oneFields } from './variantFields';
import { variants, simplifyVariant } from '../../store/catalog/productVariants';
import { skuField } from '../../forms/skuField';
import { variantForm, locate, namedVariant } from './variantForm';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update product variant',
	description:
		'Change a variant; what is not added below stays as it is. For many items Update Many is faster.',
	scope: 'products:modify',
	fields: [
		...variantForm,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...oneFields, ...inheritField, { ...skuField[0], required: true }],
		},
		...outputFields,
	],
	simplify: simplifyVariant,
	writes: (params) => [namedVariant(params), params.updateFields.sku],
	each: async ({ params, run: { client } }) => {
		const { inherit = [], ...given } = params.updateFields;
		const changes = someChange({
			...oneBody(given),
			...Object.fromEntries(inherit.map((name) => [name, null])),
		});
		const { productId, id } = await locate(client, params, { include_fields: 'product_id,sku' });
		return await updateRecord<ProductVariant>(client, variants(productId), id, changes);
	},
});
