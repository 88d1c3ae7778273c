import { locator } from '../../operation/locator';

export const imageLocator = locator({
	displayName: 'Image',
	name: 'image',
	description: 'The image of this product, picked from the list or by ID',
	noun: 'an image',
	search: 'searchProductImages',
});
