import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { videoLocator } from '../locators/productVideo';
import { deleteRecord } from '../../store/records';
import { videos } from '../../store/catalog/productVideos';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a product video',
	description: 'Delete one video of a product; on YouTube it stays',
	scope: 'products:modify',
	fields: [...productLocator, ...videoLocator],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, videos(productOf(params)), idOf(params.video, 'Video')),
});
