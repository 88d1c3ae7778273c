import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { productLocator, productOf } from '../locators/product';
import { images, simplifyImage, type Image } from '../../store/catalog/productImages';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many product images',
	description: 'Retrieve the images of a product',
	scope: 'products:read',
	fields: [...productLocator, ...returnAllOrLimit, ...simplifyField],
	simplify: simplifyImage,
	each: ({ params, run: { client } }) =>
		pages<Image>(client, images(productOf(params)), { limit: limitOf(params) }),
});
