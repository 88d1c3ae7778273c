import { defineFields } from '../../operation/define';

/** What can be said of an image, a new one or one that is there; alphabetical, as n8n lists them. */
export const imageSettings = defineFields([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. The blue shirt from the front',
		description: 'What the image shows: its alternative text on the storefront',
	},
	{
		displayName: 'Sort Order',
		name: 'sortOrder',
		type: 'number',
		typeOptions: { numberPrecision: 0 },
		default: 0,
		description: 'Place among the images of the product; lower numbers come first',
	},
	{
		displayName: 'Use as Thumbnail',
		name: 'isThumbnail',
		type: 'boolean',
		default: true,
		description: 'Whether the image stands for the product in lists',
	},
]);

export const imageUrlField = defineFields([
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/images/shirt-blue.jpg',
		description:
			'Public address from which BigCommerce fetches the image: up to 255 characters, for a file of up to 8 MB',
	},
]);

export const imageFileField = defineFields([
	{
		displayName: 'Input Data Field Name',
		name: 'inputField',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		description: 'Name of the field that holds the file: BMP, GIF, JPEG, PNG, WBMP, WEBP or XBM',
		hint: 'The name as it stands on the Binary tab of the input, up to 8 MB a file',
	},
]);
