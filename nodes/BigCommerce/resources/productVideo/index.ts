import { list } from '../../api/pagination';
import { apiBody } from '../../operation/apiBody';
import type { Resource } from '../../operation/define';
import { simplifyVideo, toVideoId, videos, type Video } from '../../store/catalog/productVideos';
import { productLocator } from '../../forms/locators/product';
import { videoLocator } from '../../forms/locators/productVideo';
import { recordOperations } from '../../forms/recordOperations';
import { videoField, videoSettings } from '../../forms/videoFields';

const { create, del, getAll, update } = recordOperations<Video>({
	records: videos,
	noun: 'product video',
	locator: videoLocator,
	below: productLocator,
	simplify: simplifyVideo,
});

export const productVideo: Resource = {
	value: 'productVideo',
	name: 'Product Video',
	description: 'YouTube videos of a product',
	operations: [
		create({
			description: 'Add a YouTube video to a product',
			fields: videoField,
			additionalFields: videoSettings,
			body: ({ youtubeVideo, additionalFields }) => ({
				type: 'youtube',
				video_id: toVideoId(youtubeVideo),
				...apiBody(additionalFields, videoSettings),
			}),
			find: async ({ client, records, body }) =>
				(await list<Video>(client, records)).find(({ video_id }) => video_id === body.video_id),
		}),
		del({ description: 'Delete one video of a product; on YouTube it stays' }),
		getAll({ description: 'Retrieve the videos of a product' }),
		update({
			description: 'Change a video of a product; whatever is not added below stays as it is',
			updateFields: videoSettings,
			body: (added) => apiBody(added, videoSettings),
		}),
	],
};
