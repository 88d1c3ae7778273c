import { apiBody } from '../../operation/apiBody';
import { defineFields, defineOperation } from '../../operation/define';
import { shownWhen, outputFields } from '../../operation/fields';
import { productLocator, productOf } from '../../forms/locators/product';
import { createRecord } from '../../store/records';
import { imageSettings, imageUrlField, toImageUrl } from '../../forms/imageFields';
import {
	findNewestImage,
	images,
	simplifyImage,
	type Image,
} from '../../store/catalog/productImages';
import { imageFileField, imageForm } from './imageFile';

const sourceField = defineFields([
	{
		displayName: 'Image Source',
		name: 'imageSource',
		type: 'options',
		options: [
			{
				name: 'Input File',
				value: 'file',
				description: 'A file that the input item carries',
			},
			{ name: 'URL', value: 'url', description: 'An address that BigCommerce fetches' },
		],
		default: 'url',
		description: 'Where the image comes from',
	},
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create product image',
	description: 'Add an image to a product, from an address or from a file of the input item',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...sourceField,
		...shownWhen({ imageSource: ['url'] }, imageUrlField),
		...shownWhen({ imageSource: ['file'] }, imageFileField),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...imageSettings],
		},
		...outputFields,
	],
	simplify: simplifyImage,
	writes: productOf,
	each: async ({ params, item, run: { client, file } }) => {
		const records = images(productOf(params));
		const settings = apiBody(params.additionalFields, imageSettings);
		const body =
			params.imageSource === 'url'
				? { image_url: toImageUrl(params.imageUrl), ...settings }
				: imageForm(settings, await file(item, params.inputField));
		const since = Date.now();
		return await createRecord<Image>(
			client,
			records,
			body,
			async () =>
				await findNewestImage(client, records, params.additionalFields.description ?? '', since),
		);
	},
});
