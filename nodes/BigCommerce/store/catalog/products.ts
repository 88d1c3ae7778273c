import type { Records } from '../records';

/** Values of a record's fields, by the names of the API. */
export type FieldValues = Record<string, unknown>;

/** What a product and its variants share by name; a variant's `null` means "as the product" (products_catalog.v3.yml). */
interface Sellable {
	id: number;
	sku: string;
	upc?: string;
	mpn?: string;
	gtin?: string;
	price: number | null;
	sale_price: number | null;
	cost_price: number | null;
	retail_price: number | null;
	weight: number | null;
	width: number | null;
	height: number | null;
	depth: number | null;
	inventory_level: number | null;
	inventory_warning_level: number | null;
}

/** A variant as the v3 API gives it (product-variants_catalog.v3.yml). */
export interface ProductVariant extends Sellable {
	product_id: number;
	calculated_price?: number;
	image_url?: string;
	purchasing_disabled: boolean;
	option_values: Array<{
		id: number;
		label: string;
		option_id: number;
		option_display_name: string;
	}>;
}

export interface ProductImage {
	url_zoom?: string;
	url_standard?: string;
	url_thumbnail?: string;
	image_url?: string;
	description?: string;
	is_thumbnail: boolean;
	sort_order: number;
}

/** A product as the v3 API gives it, as far as this package reads it; further parts come where they are included. */
export interface Product extends Sellable {
	name: string;
	type: 'physical' | 'digital';
	description?: string;
	brand_id: number;
	categories: number[];
	inventory_tracking: 'none' | 'product' | 'variant';
	is_visible: boolean;
	availability: 'available' | 'disabled' | 'preorder';
	condition: string;
	custom_url?: { url?: string };
	base_variant_id: number | null;
	date_created: string;
	date_modified: string;
	calculated_price?: number;
	variants?: ProductVariant[];
	images?: ProductImage[];
	custom_fields?: Array<{ name: string; value: string }>;
}

/** For answers that only have to tell that a product is there. */
export const SHORT = { include_fields: 'sku' };

export const products: Records = {
	path: '/v3/catalog/products',
	paging: 'v3',
	pageSize: 250,
	task: 'list the products',
	noun: 'product',
	scope: 'products:read',
	modify: 'products:modify',
};
