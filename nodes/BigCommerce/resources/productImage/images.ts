import { compact, toIso } from '../../api/values';
import { partsOf } from '../../store/catalog/productParts';

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
