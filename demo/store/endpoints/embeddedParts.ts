import type { Refusal } from '../http/answers.ts';
import { arrayOf, objectOf, type JsonObject } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import { bulkPricingRulePart } from './bulkPricingRules.ts';
import { customFieldPart } from './customFields.ts';
import { imagePart, settleThumbnail } from './productImages.ts';
import { plannedList, replaceAll, type Part } from './productParts.ts';
import type { Owner } from './productOwner.ts';
import { videoPart } from './productVideos.ts';
import type { PartFailures } from './variantWrites.ts';

/** The lists that a product's own request brings, checked but not yet written. */
export interface PlannedParts {
	/** What could not be had although the request is right. */
	failures: PartFailures;
	write(): void;
}

/** Refuses what breaks a rule of a part, before anything of the product is written. */
export function plannedParts(
	context: Context,
	product: ProductRecord,
	body: JsonObject,
): PlannedParts {
	const failures: PartFailures = {};
	const writes: Array<() => void> = [];
	const plan = <T extends { id: number }>(
		name: string,
		part: Part<Owner, T>,
		spare?: (refusal: Refusal) => void,
	): T[] => {
		if (!Array.isArray(body[name])) return [];
		const rows = arrayOf(body[name]).map(objectOf);
		const list = plannedList(part, context, { product }, rows, spare);
		writes.push(() => replaceAll(part.of({ product }), list));
		return list;
	};
	plan('custom_fields', customFieldPart);
	plan('bulk_pricing_rules', bulkPricingRulePart);
	plan('videos', videoPart);
	// A host that does not answer: the rest is saved (API notes 2.5).
	const images = plan('images', imagePart, (refusal) => {
		if (refusal.answer.status !== 400) throw refusal;
		failures.images = 'The image could not be downloaded';
	});
	const chosen = images.findLast((image) => image.is_thumbnail && !product.images.includes(image));
	writes.push(() => settleThumbnail(product.images, chosen));
	return { failures, write: () => writes.forEach((write) => write()) };
}
