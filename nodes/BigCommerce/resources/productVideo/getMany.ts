import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { productLocator, productOf } from '../locators/product';
import { simplifyVideo, videos, type Video } from '../../store/catalog/productVideos';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many product videos',
	description: 'Retrieve the videos of a product',
	scope: 'products:read',
	fields: [...productLocator, ...returnAllOrLimit, ...simplifyField],
	simplify: simplifyVideo,
	each: ({ params, run: { client } }) =>
		pages<Video>(client, videos(productOf(params)), { limit: limitOf(params) }),
});
