import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { productLocator, productOf } from '../../forms/locators/product';
import { imageLocator } from '../../forms/locators/productImage';
import { updateRecord } from '../../store/records';
import { images, simplifyImage, type Image } from '../../store/catalog/productImages';

export const setThumbnail = defineOperation({
	value: 'setThumbnail',
	name: 'Set Thumbnail',
	action: 'Set product thumbnail',
	description: 'Choose the image that stands for the product in lists',
	scope: 'products:modify',
	fields: [...productLocator, ...imageLocator, ...outputFields],
	simplify: simplifyImage,
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await updateRecord<Image>(client, images(productOf(params)), idOf(params.image, 'Image'), {
			is_thumbnail: true,
		}),
});
