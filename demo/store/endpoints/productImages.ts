import { refuseV3 } from '../http/answers.ts';
import { flag, sortOrder, text } from '../http/fieldRules.ts';
import type { JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductImage } from '../records.ts';
import { ONE_PRODUCT, productOwner, type Owner } from './productOwner.ts';
import { partRoutes } from './partRoutes.ts';
import type { Part } from './productParts.ts';
import { imageView } from './productView.ts';
import { makeRoom } from './sortOrders.ts';
import { canBeDownloaded, imageOf, keptAt, urlProblem } from './uploads.ts';

const TITLE = 'The product image is not valid';

/** By address in JSON, by file in a form; an address in a form is refused (products_catalog.v3.yml). */
function write(image: ProductImage, body: JsonObject, context: Context, { product }: Owner): void {
	if (context.files) {
		if (body.image_url !== undefined)
			refuseV3(422, TITLE, { image_url: 'image_url must be sent as application/json' });
		// A form may change the other fields of an image that is there.
		if (image.image_url !== '' && !context.files.image_file) return;
		const file = imageOf(context.files.image_file, TITLE);
		image.upload = { name: file.name, type: file.type, size: file.size };
		image.image_url = keptAt(context.state, `products/${product.id}/images/${image.id}`, file);
	} else if (image.image_url === '') {
		refuseV3(422, TITLE, { image_url: 'image_url or image_file is required' });
	} else if (typeof body.image_url === 'string') {
		const problem = urlProblem(image.image_url);
		if (problem) refuseV3(422, TITLE, { image_url: `image_url ${problem}` });
		if (!canBeDownloaded(image.image_url))
			refuseV3(400, 'The image could not be downloaded', {
				image_url: 'The host of the image does not give it out',
			});
	}
	image.date_modified = context.now;
}

/** One image is the thumbnail: the one chosen last, else the first. */
export function settleThumbnail(images: ProductImage[], chosen?: ProductImage): void {
	const thumbnail = chosen?.is_thumbnail
		? chosen
		: (images.find(({ is_thumbnail }) => is_thumbnail) ?? images[0]);
	for (const image of images) image.is_thumbnail = image === thumbnail;
}

export const imagePart: Part<Owner, ProductImage> = {
	name: 'image',
	sequence: 'image',
	rules: {
		image_url: text(),
		is_thumbnail: flag,
		sort_order: sortOrder,
		description: text(),
	},
	required: [],
	most: 1_000,
	of: ({ product }) => product.images,
	blank: ({ now }, place) => ({
		image_url: '',
		is_thumbnail: false,
		sort_order: place,
		description: '',
		date_modified: now,
	}),
	write,
	follow: ({ product }, before, image) => {
		makeRoom(product.images, before, image);
		settleThumbnail(product.images, image);
	},
	view: (image, { product }) => imageView(product, image),
};

export const imageRoutes: Route[] = partRoutes(imagePart, {
	path: `${ONE_PRODUCT}/images`,
	idName: 'image_id',
	owner: productOwner,
	emptyIs204: true,
	form: true,
	// Images that come by the API send no event (API notes 5.9).
	silent: true,
});
