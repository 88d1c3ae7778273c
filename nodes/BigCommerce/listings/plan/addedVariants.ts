import type { FieldValues } from '../../store/catalog/products';
import { compact } from '../../api/values';
import { ownBody, everything } from '../model/draftValues';
import type { Pictures } from '../model/draftPictures';
import type { StoreProduct } from '../match/storeProducts';
import type { DraftVariant } from '../model/draftVariants';

/** A variant that a product lacks, and what it is added with beside its option values. */
export interface AddedVariant extends DraftVariant {
	body: FieldValues & { sku: string };
	/** Its stock, where there is one of its own. */
	quantity?: number;
}

export function toAdded(
	variant: DraftVariant,
	{ own }: Pictures,
	tracking: StoreProduct['inventory_tracking'],
): AddedVariant {
	const { item, sku, shares } = variant;
	return {
		...variant,
		body: {
			sku,
			...(shares ? {} : ownBody(item, everything)),
			...compact({
				image_url: own.get(variant),
				purchasing_disabled: item.availability === 'disabled' || undefined,
			}),
		},
		quantity: tracking === 'variant' && !shares ? item.quantity : undefined,
	};
}

/** How an added variant is told: by itself, or as the item that stands for several. */
export const placeOfAdded = (
	{ id, name }: StoreProduct,
	{ item, sku, shares }: DraftVariant,
	variantId: number | null = null,
) => ({
	productId: id,
	variantId: shares ? null : variantId,
	sku: shares ? (item.sku ?? null) : sku,
	name,
});
