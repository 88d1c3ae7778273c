import { InputError } from '../../api/inputError';
import { partsOf } from './productParts';

/** A video as the API gives it (products_catalog.v3.yml); title and description are YouTube's where nobody gave others. */
export interface Video {
	id: number;
	product_id: number;
	video_id: string;
	type: 'youtube';
	title: string;
	description: string;
	sort_order: number;
	length: string;
}

export const videos = partsOf('videos', 'video');

export const simplifyVideo = (video: Video) => ({
	id: video.id,
	productId: video.product_id,
	title: video.title,
	description: video.description,
	url: `https://www.youtube.com/watch?v=${video.video_id}`,
	youtubeId: video.video_id,
	length: video.length,
	sortOrder: video.sort_order,
});

/** The part of YouTube's addresses that names the video: watch?v=…, youtu.be/…, /embed/…, /shorts/…, /live/…. */
const IN_ADDRESS =
	/^(?:https?:\/\/)?(?:[\w-]+\.)*(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|(?:embed|shorts|live|v)\/))([\w-]+)/i;

/** The ID of a YouTube video, which is all that the store keeps of an address; up to 25 characters (products_catalog.v3.yml). */
export function toVideoId(given: string): string {
	const text = given.trim();
	const id = IN_ADDRESS.exec(text)?.[1] ?? text;
	if (/^[\w-]{1,25}$/.test(id)) return id;
	throw new InputError(
		text ? `'Video' is "${text}", which is no YouTube video` : "'Video' is empty",
		"Give the video's address, such as https://www.youtube.com/watch?v=z3fRu9pkuXE, or its ID.",
	);
}
