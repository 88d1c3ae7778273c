import { indexOf } from '../catalogueIndex.ts';
import { noContent, notFoundV3, refuseV3, type Answer } from '../http/answers.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { dropStockOf } from '../stock.ts';
import { filteredProducts } from './productFilters.ts';

const MOST_DELETED = 250;

/** What is addressed below a product or one of its variants, or is a price or a stock of them, has nothing left to be of. */
function dropWhatIsOf(state: StoreState, product: ProductRecord): void {
	const variantIds = new Set(product.variants.map(({ id }) => id));
	for (const { id, resource_type, resource_id } of state.metafields.values()) {
		const isOfProduct = resource_type === 'product' && resource_id === product.id;
		const isOfVariant = resource_type === 'variant' && variantIds.has(Number(resource_id));
		if (isOfProduct || isOfVariant) state.metafields.delete(id);
	}
	for (const [key, { product_id }] of state.priceRecords)
		if (product_id === product.id) state.priceRecords.delete(key);
	dropStockOf(state, product);
}

function remove({ state, emit }: Context, product: ProductRecord): void {
	state.products.delete(product.id);
	indexOf(state).forget(product);
	dropWhatIsOf(state, product);
	emit('store/product/deleted', { type: 'product', id: product.id });
}

const DELETE_FILTERS = [
	'name',
	'sku',
	'price',
	'weight',
	'condition',
	'brand_id',
	'date_modified',
	'date_last_imported',
	'is_visible',
	'is_featured',
	'id:in',
	'inventory_level',
	'total_sold',
	'type',
	'categories',
	'keyword',
];

function removeMany(context: Context): Answer {
	const { query } = context;
	// At least one filter (products_catalog.v3.yml).
	if (!DELETE_FILTERS.some((name) => query.has(name)))
		refuseV3(422, 'A filter is required to delete products');
	for (const product of filteredProducts(context.state, query, context.now).slice(0, MOST_DELETED))
		remove(context, product);
	return noContent;
}

const SCOPE = 'store_v2_products';

export const productDeleteRoutes: Route[] = [
	{ method: 'DELETE', path: '/v3/catalog/products', scope: SCOPE, run: removeMany },
	{
		method: 'DELETE',
		path: '/v3/catalog/products/{product_id}',
		scope: SCOPE,
		run: (context) => {
			const id = Number(context.params.product_id);
			remove(context, context.state.products.get(id) ?? notFoundV3('product'));
			return noContent;
		},
	},
];
