import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { readOrWalk } from '../../api/readOrWalk';
import { ifAllowed, ItemIndex, MOST_KEPT } from '../inventory/itemIndex';
import { allVariants, type ProductVariant } from '../product/products';
import { skuKey } from '../sku';

/** So few are asked for one by one, which takes no further scope. */
const FEW = 3;

/** The list of the stock knows many SKUs a request, but only of what is tracked, and takes a scope of its own. */
function stockFinder(client: Client) {
	const index = new ItemIndex(client, { withLevels: false });
	let isAllowed = true;
	return async (skus: readonly string[]): Promise<(sku: string) => number | undefined> => {
		index.forget();
		if (isAllowed && skus.length > FEW)
			isAllowed = await ifAllowed(async () => await index.learn(skus.map((sku) => ({ sku }))));
		return (sku) => index.find({ sku })?.variantId;
	};
}

/** The list of variants is asked for one SKU at a time, or walked through once where that takes fewer requests. */
function catalogueFinder(client: Client) {
	const all = new Map<string, number>();
	let isWhole = false;
	return async (skus: readonly string[]): Promise<(sku: string) => number | undefined> => {
		if (!isWhole && skus.length > 0) {
			all.clear();
			const wanted = new Set(skus.map(skuKey));
			let isAll = true;
			const walked = await readOrWalk<ProductVariant>(client, allVariants, {
				query: { include_fields: 'sku' },
				filters: skus.map((sku) => ({ sku })),
				take: ({ id, sku }) => {
					if (all.size < MOST_KEPT || wanted.has(skuKey(sku))) all.set(skuKey(sku), id);
					else isAll = false;
				},
			});
			isWhole = walked && isAll;
		}
		return (sku) => all.get(skuKey(sku));
	};
}

/** Ids of variants by SKU in the fewest requests, for as many SKUs as often as it is called. */
export function skuFinder(client: Client) {
	const findInStock = stockFinder(client);
	const findInCatalogue = catalogueFinder(client);
	return async (skus: readonly string[]): Promise<(sku: string) => Outcome<number>> => {
		const wanted = [...new Map(skus.map((sku) => [skuKey(sku), sku.trim()])).values()];
		const inStock = await findInStock(wanted);
		const inCatalogue = await findInCatalogue(wanted.filter((sku) => inStock(sku) === undefined));
		return (sku) => {
			const id = inStock(sku) ?? inCatalogue(sku);
			return id === undefined ? { error: unknownSku(sku) } : { result: id };
		};
	};
}

const unknownSku = (sku: string) =>
	new BigCommerceError({
		doing: `find the product variant with the SKU ${sku}`,
		status: 404,
		title: 'The store has no such product variant',
	});
