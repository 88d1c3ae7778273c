import { indexOf } from './catalogueIndex.ts';
import type { ProductRecord, VariantRecord } from './records.ts';
import type { StoreState } from './state.ts';

export interface Named {
	product: ProductRecord;
	/** Undefined where the SKU is that of a product with options: its variants have SKUs of their own. */
	variant?: VariantRecord;
}

/** The variant of a SKU, whatever its letters' case (API notes 2.1); a simple product's own SKU names its base variant. */
export function bySku(state: StoreState, sku: string): Named | undefined {
	const wanted = sku.toLowerCase();
	const product = indexOf(state).withSku(sku)[0];
	const variant = product?.variants.find((candidate) => candidate.sku.toLowerCase() === wanted);
	return product && { product, ...(variant ? { variant } : {}) };
}
