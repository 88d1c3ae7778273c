import type { Resource } from '../../operation/define';
import { images, simplifyImage, type Image } from '../../store/catalog/productImages';
import { imageLocator } from '../../forms/locators/productImage';
import { productLocator } from '../../forms/locators/product';
import { recordOperations } from '../../forms/recordOperations';
import { create } from './create';
import { setThumbnail } from './setThumbnail';
import { update } from './update';

const { del, getAll } = recordOperations<Image>({
	records: images,
	noun: 'product image',
	locator: imageLocator,
	below: productLocator,
	simplify: simplifyImage,
});

export const productImage: Resource = {
	value: 'productImage',
	name: 'Product Image',
	description: 'Pictures of a product, from an address or from files',
	operations: [
		create,
		del({ description: 'Delete one image of a product' }),
		getAll({ description: 'Retrieve the images of a product' }),
		setThumbnail,
		update,
	],
};
