import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { idOf, someChange } from '../../operation/values';
import { productLocator, productOf } from '../locators/product';
import { videoLocator } from '../locators/productVideo';
import { updateRecord } from '../../store/records';
import { videoSettings } from '../shared/videoFields';
import { simplifyVideo, videos, type Video } from '../../store/catalog/productVideos';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a product video',
	description: 'Change a video of a product; whatever is not added below stays as it is',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...videoLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
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
		const id = idOf(params.video, 'Video');
		const changes = someChange(apiBody(params.updateFields, videoSettings));
		return await updateRecord<Video>(client, videos(productOf(params)), id, changes);
	},
});
