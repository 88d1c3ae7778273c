import type { Collection } from '../../api/pagination';
import { skuKey } from '../sku';

/** What names an item of the stock: exactly one of the three (inventory.v3.yml). */
export type StockIdentity = { sku: string } | { variant_id: number } | { product_id: number };

export interface StockLevel {
	location_id: number;
	location_code?: string;
	location_name?: string;
	available_to_sell: number;
	total_inventory_onhand: number;
	settings?: {
		safety_stock?: number;
		is_in_stock?: boolean;
		warning_level?: number;
		bin_picking_number?: string;
	};
}

export interface InventoryItem {
	/** `sku_id` is null for the base variant of a product without options; a product tracked as a whole may name no variant. */
	identity: { sku: string; variant_id?: number; product_id: number; sku_id?: number | null };
	locations: StockLevel[];
}

export const inventoryItems: Collection = {
	path: '/v3/inventory/items',
	paging: 'v3',
	pageSize: 1_000,
	task: 'read the stock',
	scope: 'inventory:read',
};

/** `sku:rr-100`, `variant_id:77`: the same for one item however its SKU is spelt. */
export function stockKeyOf(identity: StockIdentity): string {
	const [[kind, value] = ['', '']] = Object.entries(identity) as Array<[string, string | number]>;
	return `${kind}:${kind === 'sku' ? skuKey(value) : value}`;
}

export const stockInWords = (identity: StockIdentity) =>
	'sku' in identity
		? `SKU ${identity.sku}`
		: 'variant_id' in identity
			? `variant ${identity.variant_id}`
			: `product ${identity.product_id}`;

/** The same as a part of an output record. */
export const shownIdentity = (identity: StockIdentity) =>
	'sku' in identity
		? { sku: identity.sku }
		: 'variant_id' in identity
			? { variantId: identity.variant_id }
			: { productId: identity.product_id };
