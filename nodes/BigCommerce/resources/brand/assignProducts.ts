import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { brandLocator } from '../../forms/locators/brand';
import { productLocator } from '../../forms/locators/product';
import { assignToBrands } from '../../store/catalog/updateProducts';

export const assignProducts = defineOperation({
	value: 'assignProducts',
	name: 'Assign Products',
	action: 'Assign products to brand',
	description:
		'Put products under a brand, ten items a request; it takes the place of the brand that they have',
	scope: 'products:modify',
	fields: [...brandLocator, ...productLocator],
	prepare: ({ params: { brand, product } }) => ({
		product: idOf(product, 'Product'),
		brand: idOf(brand, 'Brand'),
	}),
	many: async ({ records, run: { client } }) => await assignToBrands(client, records),
});
