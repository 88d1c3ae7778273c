import { list } from '../../api/pagination';
import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { productLocator, productOf } from '../locators/product';
import { createRecord } from '../../store/records';
import { videoField, videoSettings } from '../shared/videoFields';
import { simplifyVideo, toVideoId, videos, type Video } from '../../store/catalog/productVideos';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a product video',
	description: 'Add a YouTube video to a product',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...videoField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...videoSettings],
		},
		...simplifyField,
	],
	simplify: simplifyVideo,
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const records = videos(productOf(params));
		const body = {
			type: 'youtube',
			video_id: toVideoId(params.youtubeVideo),
			...apiBody(params.additionalFields, videoSettings),
		};
		return await createRecord<Video>(client, records, body, async () =>
			(await list<Video>(client, records)).find(({ video_id }) => video_id === body.video_id),
		);
	},
});
