import { notFoundV3 } from '../http/answers.ts';
import type { Context } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';

/** What holds a list of parts: a product, or an option of it. */
export interface Owner {
	product: ProductRecord;
}

export const ONE_PRODUCT = '/v3/catalog/products/{product_id}';

/** The product of the path. */
export const productOf = ({ state, params }: Context): ProductRecord =>
	state.products.get(Number(params.product_id)) ?? notFoundV3('product');

export const productOwner = (context: Context): Owner => ({ product: productOf(context) });
