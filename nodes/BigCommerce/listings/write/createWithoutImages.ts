import type { FieldValues } from '../../store/catalog/products';
import { BigCommerceError } from '../../api/errors';
import { compact } from '../../api/values';
import type { Publishing } from '../report/publishReport';

import { createProduct, type Creation } from './createProduct';
import { ProductParts } from './imagesAndCustomFields';
import type { Prepared } from '../plan/preparedDraft';

export const isAboutImages = ({ reason }: BigCommerceError) => /\bimages?\b/i.test(reason);

/** Refusals after which a product without its images may do (API notes 6.9). */
const OF_IMAGES = new Set([400, 422]);

const variantsIn = ({ variants }: FieldValues) => variants as FieldValues[] | undefined;

const hasImages = (body: FieldValues) =>
	body.images !== undefined ||
	(variantsIn(body) ?? []).some(({ image_url }) => image_url !== undefined);

const withoutImages = ({ images: _gallery, ...body }: FieldValues): FieldValues => ({
	...body,
	...compact({
		variants: variantsIn(body)?.map(({ image_url: _picture, ...variant }) => variant),
	}),
});

/**
 * Mostly a product is saved without an image that cannot be downloaded (207). Where it is refused for it instead, it is
 * created without images, which are then added one by one, so that only the bad one is missing.
 */
export async function createWithoutImages(
	publishing: Publishing,
	{ draft: { items }, pictures }: Prepared,
	body: FieldValues,
	refusal: unknown,
): Promise<Creation> {
	const mayMiss = items[0]?.settings.ifPartFails !== 'fail' && hasImages(body);
	const isOfImages =
		refusal instanceof BigCommerceError &&
		OF_IMAGES.has(refusal.status ?? 0) &&
		isAboutImages(refusal);
	if (!mayMiss || !isOfImages) throw refusal;
	const creation = await createProduct(publishing.client, withoutImages(body));
	const parts = new ProductParts(publishing);
	await parts.addImages({ product: creation.product, items }, pictures.gallery);
	if (pictures.own.size > 0)
		publishing.report.note(items, {
			code: 'imageFailed',
			message: 'The pictures of the variants were left out, because an image could not be saved',
		});
	return creation;
}
