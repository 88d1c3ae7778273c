import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { idOf, someChange } from '../../operation/values';
import { productLocator } from '../locators/product';
import { imageLocator } from '../locators/productImage';
import { productOf } from '../productParts';
import { updateRecord } from '../records';
import { imageSettings, imageUrlField } from './fields';
import { images, simplifyImage, type Image } from './images';
import { toImageUrl } from './source';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a product image',
	description: 'Change an image of a product; whatever is not added below stays as it is',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...imageLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...imageSettings, ...imageUrlField],
		},
		...simplifyField,
	],
	simplify: simplifyImage,
	target: productOf,
	run: async ({ client, params }) => {
		const { imageUrl, ...settings } = params.updateFields;
		const changes = {
			...apiBody(settings, imageSettings),
			...(imageUrl !== undefined && { image_url: toImageUrl(imageUrl) }),
		};
		return await updateRecord<Image>(
			client,
			images(productOf(params)),
			idOf(params.image, 'Image'),
			someChange(changes),
		);
	},
});
