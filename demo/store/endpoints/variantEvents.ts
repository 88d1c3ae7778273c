import type { Context } from '../http/routes.ts';
import type { VariantRecord } from '../records.ts';
import { skuIdOf } from './productView.ts';

/** The id of the event is that of the SKU, an older name; the variant's own stands one level down (API notes 5.6). */
const dataOf = ({ id, product_id }: VariantRecord): object => ({
	type: 'sku',
	id: skuIdOf(id),
	sku: { product_id, variant_id: id },
});

export const variantCreated = ({ emit }: Context, variant: VariantRecord): void =>
	emit('store/sku/created', dataOf(variant));

export const variantDeleted = ({ emit }: Context, variant: VariantRecord): void =>
	emit('store/sku/deleted', dataOf(variant));

/**
 * What changes nothing sends nothing (API notes 5.9), and the product's own event stays away. Its date_modified stays too: changes
 * of variants do not move it (reported by others, documented nowhere).
 */
export function variantUpdated(
	{ emit }: Context,
	variant: VariantRecord,
	before: VariantRecord,
): void {
	if (JSON.stringify(variant) === JSON.stringify(before)) return;
	emit('store/sku/updated', dataOf(variant));
	const { id, product_id, inventory_level: value } = variant;
	if (value !== before.inventory_level) {
		const inventory = { product_id, variant_id: id, method: 'absolute', value };
		emit('store/sku/inventory/updated', { type: 'sku', id: skuIdOf(id), inventory });
	}
}
