import type { Context } from '../http/routes.ts';
import type { VariantRecord } from '../records.ts';

const dataOf = ({ id, product_id }: VariantRecord): object => ({
	type: 'sku',
	id,
	sku: { product_id, variant_id: id },
});

export const variantCreated = ({ emit }: Context, variant: VariantRecord): void =>
	emit('store/sku/created', dataOf(variant));

/** The product's date_modified stays: changes of variants do not move it (facts 4.1, reported). */
export function variantUpdated(
	{ emit }: Context,
	variant: VariantRecord,
	levelBefore: number,
): void {
	emit('store/sku/updated', dataOf(variant));
	const { id, product_id, inventory_level: value } = variant;
	if (value !== levelBefore) {
		const inventory = { product_id, variant_id: id, method: 'absolute', value };
		emit('store/sku/inventory/updated', { type: 'sku', id, inventory });
	}
}
