import type { ProductRecord, VariantRecord } from './records.ts';
import type { StoreState } from './state.ts';

export interface Named {
	product: ProductRecord;
	/** Undefined where the SKU is that of a product with options: its variants have SKUs of their own. */
	variant?: VariantRecord;
}

/** Finds what the rows of one request name. It goes over the catalogue once, however many rows there are. */
export class VariantFinder {
	private readonly skus = new Map<string, Named>();
	private readonly ids = new Map<number, Named>();

	constructor(state: StoreState, skus: unknown[], ids: unknown[]) {
		const wantedSkus = new Set(
			skus.flatMap((sku) => (typeof sku === 'string' ? [sku.toLowerCase()] : [])),
		);
		const wantedIds = new Set(ids.filter((id) => id !== undefined));
		if (wantedSkus.size === 0 && wantedIds.size === 0) return;
		const note = (sku: string, named: Named): void => {
			const key = sku.toLowerCase();
			// A simple product and its base variant share a SKU: the variant comes later and says more.
			if (wantedSkus.has(key)) this.skus.set(key, named);
		};
		for (const product of state.products.values()) {
			if (wantedSkus.size > 0) note(product.sku, { product });
			for (const variant of product.variants) {
				if (wantedSkus.size > 0) note(variant.sku, { product, variant });
				if (wantedIds.has(variant.id)) this.ids.set(variant.id, { product, variant });
			}
		}
	}

	/** SKUs are the same in small and capital letters (facts 4.1). */
	bySku(sku: string): Named | undefined {
		return sku === '' ? undefined : this.skus.get(sku.toLowerCase());
	}

	byId(id: number): Named | undefined {
		return this.ids.get(id);
	}
}
