import type { Output } from '../../operation/define';
import type { Plan } from '../plan/plan';

/** What the output says of a listing; the key is what its item calls it. */
export function syncResult(
	{ listing: { product, variant }, action, changes, issues }: Plan,
	{ key, name, preview }: { key?: string; name: unknown; preview: boolean },
): Output {
	return {
		...(key !== undefined && { key }),
		sku: variant?.sku || product.sku || null,
		productId: product.id,
		variantId: variant?.id ?? product.base_variant_id ?? null,
		name,
		action,
		...(preview && { preview: true }),
		changes,
		issues,
	};
}
