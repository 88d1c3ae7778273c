import { InputError } from '../api/inputError';
import { defineFields } from '../operation/define';

const LONGEST_URL = 255;

/** What can be said of an image, a new one or one that is there; alphabetical, as n8n lists them. */
export const imageSettings = defineFields([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		clears: true,
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
		default: false,
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
		emptyAdvice: 'Give an address such as https://example.com/images/shirt-blue.jpg.',
		description:
			'Public address from which BigCommerce fetches the image: up to 255 characters, for a file of up to 8 MB',
	},
]);

/** An address that the store fetches the image from. */
export function toImageUrl(url: string): string {
	if (!/^https?:\/\/\S+$/i.test(url))
		throw new InputError(
			url ? `'Image URL' is "${url}", which is not an address` : "'Image URL' is empty",
			'Give an address such as https://example.com/images/shirt-blue.jpg.',
		);
	if (url.length <= LONGEST_URL) return url;
	throw new InputError(
		`'Image URL' has ${url.length} characters, and BigCommerce takes up to ${LONGEST_URL}`,
		"Download the image with an HTTP Request node before, and set 'Image Source' to 'Input File'.",
	);
}
