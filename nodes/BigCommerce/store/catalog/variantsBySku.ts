import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { IdIndex } from '../idIndex';
import { ifAllowed, StockIndex } from '../inventory/stockIndex';
import { allVariants } from './productVariants';
import { skuKey } from '../sku';

/** So few are asked for one by one, which takes no further scope. */
const FEW = 3;

/** The list of the stock knows many SKUs a request, but only of what is tracked, and takes a scope of its own. */
function stockFinder(client: Client) {
	const index = new StockIndex(client, { withLevels: false });
	let isAllowed = true;
	return async (skus: readonly string[]): Promise<(sku: string) => number | undefined> => {
		index.forget();
		if (isAllowed && skus.length > FEW)
			isAllowed = await ifAllowed(async () => await index.learn(skus.map((sku) => ({ sku }))));
		return (sku) => index.find({ sku })?.variantId;
	};
}

/** Ids of variants by SKU in the fewest requests, for as many SKUs as often as it is called. */
export function skuFinder(client: Client) {
	const findInStock = stockFinder(client);
	// The list of variants is asked for one SKU at a time, or walked through once where that takes fewer requests.
	const catalogue = new IdIndex(client, {
		list: allVariants,
		field: 'sku',
		filtersFor: (skus) => skus.map((sku) => ({ sku })),
	});
	return async (skus: readonly string[]): Promise<(sku: string) => number | undefined> => {
		const wanted = [...new Map(skus.map((sku) => [skuKey(sku), sku.trim()])).values()];
		const inStock = await findInStock(wanted);
		await catalogue.learn(wanted.filter((sku) => inStock(sku) === undefined));
		return (sku) => inStock(sku) ?? catalogue.find(sku);
	};
}

export const unknownSku = (sku: string) =>
	new BigCommerceError({
		task: `find the product variant with the SKU ${sku}`,
		status: 404,
		title: 'The store has no such product variant',
		advice:
			"Check how it is written. A product with options has a SKU of its own, which the resource 'Product' knows.",
	});
