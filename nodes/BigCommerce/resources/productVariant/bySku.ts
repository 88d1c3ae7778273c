import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { readOrWalk } from '../../api/readOrWalk';
import { lookUpItemsIfAllowed } from '../inventory/items';
import { allVariants, type ProductVariant } from '../product/products';
import { skuKey } from '../sku';

/** So few are asked for one by one, which takes no further scope. */
const FEW = 3;

/** SKUs by the list of the stock, which knows many a request, but only what is tracked, and takes a scope of its own. */
async function fromStock(client: Client, skus: string[]): Promise<Map<string, number>> {
	const stock = await lookUpItemsIfAllowed(
		client,
		skus.map((sku) => ({ sku })),
	);
	return new Map(
		skus.flatMap((sku) => {
			const id = stock?.find({ sku })?.identity.variant_id;
			return id === undefined ? [] : [[skuKey(sku), id] as const];
		}),
	);
}

/** The list of variants is asked for one SKU at a time, or walked through where that takes fewer requests. */
async function fromVariants(client: Client, skus: string[]): Promise<Map<string, number>> {
	const wanted = new Set(skus.map(skuKey));
	const found = new Map<string, number>();
	await readOrWalk<ProductVariant>(client, allVariants, {
		query: { include_fields: 'sku' },
		filters: skus.map((sku) => ({ sku })),
		take: ({ id, sku }) => {
			if (wanted.has(skuKey(sku))) found.set(skuKey(sku), id);
		},
	});
	return found;
}

/** Ids of variants by SKU, each looked for once a run and in the fewest requests. */
export function skuFinder(client: Client) {
	const known = new Map<string, Outcome<number>>();
	return async (skus: readonly string[]): Promise<(sku: string) => Outcome<number>> => {
		const open = [...new Map(skus.map((sku) => [skuKey(sku), sku.trim()]))].filter(
			([key]) => !known.has(key),
		);
		const wanted = open.map(([, sku]) => sku);
		const tracked =
			wanted.length > FEW ? await fromStock(client, wanted) : new Map<string, number>();
		const others = wanted.filter((sku) => !tracked.has(skuKey(sku)));
		const untracked =
			others.length > 0 ? await fromVariants(client, others) : new Map<string, number>();
		for (const [key, sku] of open) {
			const id = tracked.get(key) ?? untracked.get(key);
			known.set(key, id === undefined ? { error: unknownSku(sku) } : { result: id });
		}
		return (sku) => known.get(skuKey(sku)) as Outcome<number>;
	};
}

const unknownSku = (sku: string) =>
	new BigCommerceError({
		doing: `find the product variant with the SKU ${sku}`,
		status: 404,
		title: 'The store has no such product variant',
	});
