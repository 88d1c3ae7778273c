import { at } from '../../api/client';
import type { Collection } from '../../api/pagination';
import { toIso } from '../../api/values';
import { skuKey } from '../sku';

/** How a price falls with the quantity (price_lists.v3.yml); a `quantity_max` of null or none: without end. */
export interface BulkTier {
	quantity_min: number;
	quantity_max?: number | null;
	type: 'fixed' | 'percent' | 'price';
	amount: number;
}

/** The prices of one variant in one currency. */
export interface PriceRecord {
	price_list_id: number;
	variant_id: number;
	product_id?: number;
	sku?: string;
	currency: string;
	/** The answer leaves out what is not set. */
	price?: number | null;
	sale_price?: number | null;
	retail_price?: number | null;
	map_price?: number | null;
	calculated_price?: number | null;
	date_created: string;
	date_modified: string;
	bulk_pricing_tiers?: BulkTier[];
}

/** What names the variant of a price: its ID, or its SKU (price_lists.v3.yml). */
export type VariantIdentity = { sku: string } | { variant_id: number };

export type Prices = Partial<
	Pick<PriceRecord, 'price' | 'sale_price' | 'retail_price' | 'map_price' | 'bulk_pricing_tiers'>
>;

/** Prices of one variant in one currency, as one item gives them. */
export interface WantedPrices {
	priceList: number;
	identity: VariantIdentity;
	currency: string;
	prices: Prices;
}

export const priceRecordsOf = (priceList: number): Collection => ({
	path: at`/v3/pricelists/${priceList}/records`,
	paging: 'cursor',
	pageSize: 250,
	task: `list the prices of price list ${priceList}`,
	scope: 'products:read',
});

export const simplifyTier = ({ quantity_min, quantity_max, type, amount }: BulkTier) => ({
	quantityMin: quantity_min,
	quantityMax: quantity_max || null,
	type,
	amount,
});

export const simplifyPriceRecord = (record: PriceRecord) => ({
	priceListId: record.price_list_id,
	variantId: record.variant_id,
	productId: record.product_id,
	sku: record.sku,
	currency: record.currency,
	price: record.price ?? null,
	salePrice: record.sale_price ?? null,
	retailPrice: record.retail_price ?? null,
	mapPrice: record.map_price ?? null,
	calculatedPrice: record.calculated_price ?? null,
	bulkPricingTiers: record.bulk_pricing_tiers?.map(simplifyTier),
	dateCreated: toIso(record.date_created),
	dateModified: toIso(record.date_modified),
});

export const identityKey = (identity: VariantIdentity) =>
	'sku' in identity ? `sku:${skuKey(identity.sku)}` : `variant:${identity.variant_id}`;

/** The identity as an error tells it. */
export const inWords = (identity: VariantIdentity) =>
	'sku' in identity ? `SKU ${identity.sku}` : `variant ${identity.variant_id}`;

/** The identity as an item shows it. */
export const shownIdentity = (identity: VariantIdentity) =>
	'sku' in identity ? { sku: identity.sku } : { variantId: identity.variant_id };
