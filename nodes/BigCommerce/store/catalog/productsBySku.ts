import type { Client, Query } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { attempt } from '../../api/outcomes';
import { several } from '../../api/several';
import { IdIndex } from '../idIndex';
import { lookUpStock } from '../inventory/stockIndex';
import { hasSku, skuFilters, skuKey } from '../sku';
import { findVariantBySku } from './productVariants';
import { products, type Product } from './products';

/** Products by their own SKU; the SKUs of variants are not found so (API notes 2.3). */
export const productSkus = (client: Client) =>
	new IdIndex(client, { list: products, field: 'sku', filtersFor: skuFilters });

export async function findProductBySku(
	client: Client,
	sku: string,
	query?: Query,
): Promise<Product | undefined> {
	const found = await client.getRows<Product>({
		path: products.path,
		query: { ...query, sku },
		task: `look for the product with the SKU ${sku}`,
		scope: 'products:read',
	});
	return found.find(hasSku(sku));
}

/** So few variants are asked for one by one, which finds them whether or not their stock is tracked. */
const FEW = 3;

/** SKUs in lower case that belong to variants, and to which ones. */
type Holders = Map<string, { variantId?: number; productId: number }>;

async function holdersOf(client: Client, skus: readonly string[]): Promise<Holders> {
	if (skus.length <= FEW) {
		const found = await several(skus, async (sku) => await findVariantBySku(client, sku));
		return new Map(
			found.flatMap((variant) =>
				variant
					? [[skuKey(variant.sku), { variantId: variant.id, productId: variant.product_id }]]
					: [],
			),
		);
	}
	// The stock tells many a request. What it does not track, or may not be read, is told less of.
	const identities = skus.map((sku) => ({ sku }));
	const { result: stock } = await attempt(async () => await lookUpStock(client, identities));
	return new Map(
		skus.flatMap((sku) => {
			const item = stock?.find({ sku });
			return item ? [[skuKey(sku), { variantId: item.variantId, productId: item.productId }]] : [];
		}),
	);
}

/** Why no product has this SKU: nothing has it, or a variant, which is not what a change of its product means. */
function noProductWith(sku: string, holders: Holders): BigCommerceError {
	const holder = holders.get(skuKey(sku));
	const variant = holder?.variantId === undefined ? 'a variant' : `variant ${holder.variantId}`;
	return new BigCommerceError({
		task: `find the product with the SKU ${sku}`,
		status: 404,
		title: holder
			? `The SKU belongs to ${variant} of product ${holder.productId}`
			: 'The store has no such product',
		advice: holder
			? "Use the resource 'Product Variant' to write a variant, or name the product by its own SKU or ID."
			: "Check how it is written. A variant's SKU is written by the resource 'Product Variant'.",
	});
}

/** How an item names its product. */
export type ProductRef = { id: number; sku?: undefined } | { id?: undefined; sku: string };

/** Tells the ids of the products that many items name, looked up in the fewest requests; throws where there is none. */
export async function productFinder(
	client: Client,
	refs: readonly ProductRef[],
	index = productSkus(client),
): Promise<(ref: ProductRef) => number> {
	const skus = refs.flatMap(({ sku }) => sku ?? []);
	await index.learn(skus);
	const lacking = [...new Set(skus)].filter((sku) => index.find(sku) === undefined);
	const holders = await holdersOf(client, lacking);
	return ({ id, sku = '' }) => {
		const found = id ?? index.find(sku);
		if (found === undefined) throw noProductWith(sku, holders);
		return found;
	};
}
