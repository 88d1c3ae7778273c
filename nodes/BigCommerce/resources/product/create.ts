import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { productBody } from '../../forms/product/productBody';
import { createProduct } from '../../store/catalog/createProduct';
import { changedMost, extraFields, newProductFields } from '../../forms/product';
import { newJsonChecks } from '../../forms/product/productJson';
import { simplifyProduct } from '../../store/catalog/simplifyProduct';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create product',
	description: 'Create a product with its price, stock, images and whatever else belongs to it',
	scope: 'products:modify',
	fields: [
		...newProductFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			listedFirst: changedMost,
			options: [...extraFields],
		},
		...outputFields,
	],
	simplify: simplifyProduct,
	// Two products that could clash are created in order; all others at the same time.
	writes: ({ sku, name }) => [sku, name],
	each: async ({ params, run: { client } }) => {
		const {
			output: _output,
			selectedFields: _selectedFields,
			additionalFields,
			sku,
			brandName,
			categories,
			...form
		} = params;
		return await createProduct(
			client,
			productBody(
				{
					...form,
					sku: String(sku ?? '').trim() ? sku : undefined,
					brandName: brandName || undefined,
					categories,
					...additionalFields,
				},
				newJsonChecks,
			),
		);
	},
});
