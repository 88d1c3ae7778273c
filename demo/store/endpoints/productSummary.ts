import { data } from '../http/answers.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import { byId } from '../state.ts';
import { inventoryOf, variantPrice } from './productView.ts';

function summary({ state }: Context): object {
	const products = byId(state.products);
	const variants = products.flatMap((product) =>
		product.variants.map((variant) => ({ product, variant })),
	);
	const prices = variants.map(({ product, variant }) => variantPrice(product, variant));
	const created = products.map((product) => product.date_created);
	const category = byCount(products);
	const day = (time: number): string => new Date(time).toISOString();
	return {
		inventory_count: products.reduce((sum, product) => sum + inventoryOf(product), 0),
		variant_count: variants.length,
		inventory_value: products.reduce(
			(sum, product) => sum + inventoryOf(product) * product.price,
			0,
		),
		highest_variant_price: Math.max(0, ...prices),
		average_variant_price:
			prices.length === 0 ? 0 : prices.reduce((sum, price) => sum + price, 0) / prices.length,
		lowest_variant_price: String(
			prices.length === 0 ? 0 : prices.reduce((low, price) => Math.min(low, price), Infinity),
		),
		oldest_variant_date: day(created.reduce((low, time) => Math.min(low, time), Date.now())),
		newest_variant_date: day(created.reduce((high, time) => Math.max(high, time), 0)),
		primary_category_id: category,
		primary_category_name: state.categories.get(category)?.name ?? '',
	};
}

/** The category that holds most products. */
function byCount(products: ProductRecord[]): number {
	const counts = new Map<number, number>();
	for (const id of products.flatMap((product) => product.categories))
		counts.set(id, (counts.get(id) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

export const productSummaryRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/catalog/summary',
		scope: 'store_v2_products',
		run: (context) => data(summary(context)),
	},
];
