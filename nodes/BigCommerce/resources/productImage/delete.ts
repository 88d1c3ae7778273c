import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { imageLocator } from '../locators/productImage';
import { deleteRecord } from '../../store/records';
import { images } from '../../store/catalog/productImages';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product image',
	description: 'Delete one image of a product',
	scope: 'products:modify',
	fields: [...productLocator, ...imageLocator],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, images(productOf(params)), idOf(params.image, 'Image')),
});
