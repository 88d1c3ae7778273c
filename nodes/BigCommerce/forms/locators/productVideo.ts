import { locator } from '../../operation/locator';

export const videoLocator = locator({
	displayName: 'Video',
	name: 'video',
	description: 'The video of this product, picked from the list or by ID',
	noun: 'a video',
	search: 'searchProductVideos',
});
