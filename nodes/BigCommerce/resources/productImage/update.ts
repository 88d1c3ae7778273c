import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { outputFields } from '../../operation/fields';
import { withoutNull } from '../../api/values';
import { idOf, someChange } from '../../operation/values';
import { productLocator, productOf } from '../../forms/locators/product';
import { imageLocator } from '../../forms/locators/productImage';
import { updateRecord } from '../../store/records';
import { imageSettings, imageUrlField, toImageUrl } from '../../forms/imageFields';
import { images, simplifyImage, type Image } from '../../store/catalog/productImages';
import { imageFileField, imageForm } from './imageFile';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update product image',
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
			options: [...imageSettings, ...imageUrlField, ...imageFileField],
		},
		...outputFields,
	],
	simplify: simplifyImage,
	writes: productOf,
	each: async ({ params, item, run: { client, file } }) => {
		const { imageUrl, inputField, ...given } = withoutNull(params.updateFields);
		if (imageUrl !== undefined && inputField !== undefined)
			throw new InputError(
				'The new picture is given by address and by file',
				"Remove 'Image URL' or 'Input Data Field Name': BigCommerce takes one of the two.",
			);
		const settings = apiBody(given, imageSettings);
		const changes = someChange({
			...settings,
			...(imageUrl !== undefined && { image_url: toImageUrl(imageUrl) }),
			...(inputField !== undefined && { image_file: inputField }),
		});
		return await updateRecord<Image>(
			client,
			images(productOf(params)),
			idOf(params.image, 'Image'),
			inputField === undefined ? changes : imageForm(settings, await file(item, inputField)),
		);
	},
});
