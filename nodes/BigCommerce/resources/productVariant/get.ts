import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { optionsField, shownQuery } from '../../forms/returnedFields';
import type { ProductVariant } from '../../store/catalog/products';
import { readRecord } from '../../store/records';
import { variants, simplifyVariant } from '../../store/catalog/productVariants';
import { variantForm, locate } from './variantForm';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get product variant',
	description: 'Retrieve one variant, by its product and ID or by its SKU alone',
	scope: 'products:read',
	fields: [...variantForm, ...optionsField, ...outputFields],
	simplify: simplifyVariant,
	each: async ({ params, run: { client } }) => {
		const query = shownQuery(params);
		const { productId, id, found } = await locate(client, params, query);
		return found ?? (await readRecord<ProductVariant>(client, variants(productId), id, query));
	},
});
