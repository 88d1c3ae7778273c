import type { Client, Query } from '../../api/client';
import { pages, type Collection } from '../../api/pagination';

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

export interface Variant extends Sellable {
	image_url?: string;
	purchasing_disabled: boolean;
	option_values: Array<{ option_display_name: string; label: string }>;
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

/** The fields of a v3 product that listings are made of. */
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
	variants?: Variant[];
	images?: ProductImage[];
	custom_fields?: Array<{ name: string; value: string }>;
}

export const PRODUCTS_PER_PAGE = 250;

export const products: Collection = {
	path: '/v3/catalog/products',
	paging: 'v3',
	pageSize: PRODUCTS_PER_PAGE,
	doing: 'list the products',
	scope: 'products:read',
};

/**
 * All that a listing needs comes with the product's own page. Option names and values stand in the variants, so that
 * `options`, which would cut a page to 10 products, is not needed (fact sheet 4.1).
 */
const WHOLE = {
	include: ['variants', 'images', 'custom_fields'],
	// What changes while the pages are read keeps its place in this order.
	sort: 'id',
	direction: 'asc',
};

export interface Reading<Made> {
	/** Several filters when the API cannot say it in one; what more than one of them finds is used once. */
	queries: Query[];
	pageSize: number;
	/** What becomes of a product; the product itself is let go, so that memory holds the pages under way alone. */
	make: (product: Product) => Made[];
}

/** Walks the pages of all queries and answers what was made of their products, in the order of the product ids. */
export async function readProducts<Made extends { productId: number }>(
	client: Client,
	{ queries, pageSize, make }: Reading<Made>,
): Promise<Made[]> {
	const seen = new Set<number>();
	const read = async (query: Query) => {
		const made: Made[] = [];
		for await (const page of pages<Product>(client, products, {
			query: { ...WHOLE, ...query },
			pageSize,
		})) {
			for (const product of page) {
				if (seen.has(product.id)) continue;
				seen.add(product.id);
				made.push(...make(product));
			}
		}
		return made;
	};
	const made = await Promise.all(queries.map(read));
	return made.flat().sort((a, b) => a.productId - b.productId);
}
