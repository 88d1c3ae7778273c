import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { compact, toIso } from '../../api/values';
import type { Records } from '../records';
import { partsOf } from './productParts';

/** An image as the API gives it (products_catalog.v3.yml). */
export interface Image {
	id: number;
	product_id: number;
	is_thumbnail: boolean;
	sort_order: number;
	description: string;
	/** Where the store keeps it; the name that it came with is part of this. */
	image_file?: string;
	url_zoom: string;
	url_standard: string;
	url_thumbnail: string;
	url_tiny: string;
	date_modified: string;
}

export const images = partsOf('images', 'image');

export const simplifyImage = (image: Image) =>
	compact({
		id: image.id,
		productId: image.product_id,
		description: image.description,
		isThumbnail: image.is_thumbnail,
		sortOrder: image.sort_order,
		fileName: image.image_file?.split('/').pop(),
		url: image.url_zoom,
		thumbnailUrl: image.url_thumbnail,
		dateModified: toIso(image.date_modified),
	});

/** The clocks of the store and of this n8n may differ. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * The store renames files and does not tell the address that one came from. So after a lost answer the image is known by
 * being the product's newest, made since, with the same description.
 */
export async function findNewestImage(
	client: Client,
	records: Records,
	description: string,
	since: number,
): Promise<Image | undefined> {
	const newest = (await list<Image>(client, records)).sort((a, b) => b.id - a.id)[0];
	const isOlder = newest && Date.parse(newest.date_modified) < since - CLOCKS_DIFFER_MS;
	return isOlder || newest?.description !== description ? undefined : newest;
}
