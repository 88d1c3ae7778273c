import type { Product as ListedProduct, Variant as ListedVariant } from '../listing/products';
import type { Records } from '../../store/records';

/** A variant as the v3 API gives it (product-variants_catalog.v3.yml). */
export interface ProductVariant extends ListedVariant {
	product_id: number;
	calculated_price?: number;
	option_values: Array<{
		id: number;
		label: string;
		option_id: number;
		option_display_name: string;
	}>;
}

/** A product as the v3 API gives it, as far as this node reads it; further parts come where they are included. */
export interface Product extends ListedProduct {
	type: 'physical' | 'digital';
	calculated_price?: number;
	variants?: ProductVariant[];
}

export const products: Records = {
	path: '/v3/catalog/products',
	paging: 'v3',
	pageSize: 250,
	doing: 'list the products',
	noun: 'product',
	scope: 'products:read',
	modify: 'products:modify',
};

/** Every variant of the store, the base variants of products without options among them (fact sheet 4.2). */
export const allVariants: Records = {
	path: '/v3/catalog/variants',
	paging: 'v3',
	pageSize: 250,
	doing: 'list the product variants',
	noun: 'product variant',
	scope: 'products:read',
	modify: 'products:modify',
};
