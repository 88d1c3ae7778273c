import { refuseV3 } from '../http/answers.ts';
import { choice, sortOrder, text } from '../http/fieldRules.ts';
import { textOf } from '../http/reading.ts';
import type { Route } from '../http/routes.ts';
import type { ProductVideo } from '../records.ts';
import { ONE_PRODUCT, productOwner, type Owner } from './productOwner.ts';
import { partRoutes } from './partRoutes.ts';
import type { Part } from './productParts.ts';
import { makeRoom } from './sortOrders.ts';

/** The longest id that a POST takes; an address of a video is taken too, and may be longer. */
const LONGEST_ID = 25;

/** The id in an address of YouTube, or the text itself. */
function idOf(given: string): string {
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (!url) return given;
	const host = url.hostname.replace(/^(www|m)\./, '');
	if (host === 'youtu.be') return url.pathname.slice(1);
	if (host === 'youtube.com')
		return url.searchParams.get('v') ?? url.pathname.split('/').pop() ?? '';
	return '';
}

export const videoPart: Part<Owner, ProductVideo> = {
	name: 'video',
	sequence: 'video',
	rules: {
		title: text(255),
		description: text(),
		sort_order: sortOrder,
		type: choice('youtube'),
		video_id: text(),
	},
	required: ['video_id'],
	most: 1_000,
	of: ({ product }) => product.videos,
	blank: (_context, place) => ({
		title: '',
		description: '',
		sort_order: place,
		type: 'youtube',
		video_id: '',
		length: '01:42',
	}),
	write: (video, body) => {
		if (textOf(body.video_id) !== undefined) video.video_id = idOf(video.video_id);
		if (video.video_id === '' || video.video_id.length > LONGEST_ID)
			refuseV3(422, 'The video is not valid', { video_id: 'video_id must be one of YouTube' });
		// What is left out is filled in from the host, which this store cannot ask.
		if (video.title === '') video.title = `YouTube video ${video.video_id}`;
	},
	follow: ({ product }, before, video) => makeRoom(product.videos, before, video),
	view: (video, { product }) => ({ ...video, product_id: product.id }),
};

export const videoRoutes: Route[] = partRoutes(videoPart, {
	path: `${ONE_PRODUCT}/videos`,
	idName: 'id',
	owner: productOwner,
});
