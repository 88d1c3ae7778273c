import type { Query } from '../api/client';
import { idChunks } from '../api/idChunks';

/** How SKUs and other codes are compared everywhere: BigCommerce too takes no notice of case (API notes 2.1). */
export function comparable(code: unknown): string | undefined {
	if (typeof code !== 'string' && typeof code !== 'number') return undefined;
	return String(code).trim().toLowerCase() || undefined;
}

/** SKUs are unique in this form, over products and variants. */
export const skuKey = (sku: unknown) => comparable(sku) ?? '';

export const sameSku = (one: unknown, other: unknown) => skuKey(one) === skuKey(other);

/** Whether a row has this SKU; where only other fields were read, the search that found it says so. */
export const hasSku = (wanted: string) => (row: { sku?: string }) =>
	row.sku === undefined || sameSku(row.sku, wanted);

/** Lists of SKUs are separated by commas, so that a SKU with one cannot be in such a list. */
export const isListable = (sku: string) => !sku.includes(',');

/** Filters that find all of these: lists that each fit an address, and alone what cannot be in one. */
export const skuFilters = (skus: readonly string[]): Query[] => [
	...idChunks(skus.filter(isListable)).map((chunk) => ({ 'sku:in': chunk })),
	...skus.filter((sku) => !isListable(sku)).map((sku) => ({ sku })),
];
