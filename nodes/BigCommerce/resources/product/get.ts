import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { missing, readRecord } from '../../store/records';
import { findProductBySku } from '../../store/catalog/productsBySku';
import { includeField, optionsField, shownQuery } from '../../forms/returnedFields';
import { productOrSkuLocator } from './productOrSku';
import { products, type Product } from '../../store/catalog/products';
import { simplifyProduct } from '../../store/catalog/simplifyProduct';
import { findVariantBySku } from '../../store/catalog/productVariants';
import { toSku } from '../../forms/skuField';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get product',
	description:
		'Retrieve one product, by its ID or by the SKU of the product or of one of its variants',
	scope: 'products:read',
	fields: [...productOrSkuLocator, ...includeField, ...optionsField, ...outputFields],
	simplify: simplifyProduct,
	each: async ({ params, run: { client } }) => {
		const { product } = params;
		const query = shownQuery(params);
		const read = async (id: number) => await readRecord<Product>(client, products, id, query);
		if (product.by !== 'sku') return await read(idOf(product, 'Product'));
		const sku = toSku(product.value, 'Product');
		const found = await findProductBySku(client, sku, query);
		if (found) return found;
		const variant = await findVariantBySku(client, sku, { include_fields: 'product_id,sku' });
		return variant ? await read(variant.product_id) : missing(products, `with the SKU ${sku}`);
	},
});
