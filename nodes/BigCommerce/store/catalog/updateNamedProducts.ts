import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import type { IdIndex } from '../idIndex';
import { sameSku, skuKey } from '../sku';
import { untilRenamed } from '../untilRenamed';
import type { FieldValues, Product } from './products';
import { productFinder, type ProductRef } from './productsBySku';
import { updateProducts } from './updateProducts';

/** A change of a product, as an item names the product. */
export interface NamedProductChange {
	ref: ProductRef;
	body: FieldValues;
}

/** Changes products that items name by ID or SKU; the look-ups take the fewest requests. */
export const updateNamedProducts = async (
	client: Client,
	changes: readonly NamedProductChange[],
	skus: IdIndex,
): Promise<Array<Outcome<Product>>> =>
	await untilRenamed(
		changes,
		{
			findsBy: ({ ref }) => (ref.sku === undefined ? [] : [skuKey(ref.sku)]),
			renames: ({ ref, body }) =>
				'sku' in body && !sameSku(body.sku, ref.sku)
					? [skuKey(body.sku), ref.sku === undefined ? undefined : skuKey(ref.sku)]
					: [],
		},
		async (part) => {
			const refs = part.map(({ ref }) => ref);
			const idOf = await productFinder(client, refs, skus);
			const updated = await writeMany(client, part, {
				prepare: ({ ref, body }) => ({ id: idOf(ref), body }),
				write: async (some) => await updateProducts(client, some),
			});
			if (part.some(({ body }) => 'sku' in body)) skus.forget();
			return updated;
		},
	);
