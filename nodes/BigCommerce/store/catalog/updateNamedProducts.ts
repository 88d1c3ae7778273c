import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import type { IdIndex } from '../idIndex';
import { sameSku, skuKey } from '../sku';
import type { FieldValues, Product } from './products';
import { productFinder, type ProductRef } from './productsBySku';
import { updateProducts } from './updateProducts';

/** A change of a product, as an item names the product. */
export interface NamedProductChange {
	ref: ProductRef;
	body: FieldValues;
}

/**
 * Divides changes before each one that names its product by a SKU which an earlier one gives or takes away: it means the
 * product that has the SKU by then.
 */
function* untilRenamed(changes: readonly NamedProductChange[]): Generator<NamedProductChange[]> {
	let part: NamedProductChange[] = [];
	let renamed = new Set<string>();
	/** A product named by its ID loses a SKU that is not known here. */
	let anyRenamed = false;
	for (const change of changes) {
		const { ref, body } = change;
		if (ref.sku !== undefined && (anyRenamed || renamed.has(skuKey(ref.sku)))) {
			yield part;
			[part, renamed, anyRenamed] = [[], new Set(), false];
		}
		part.push(change);
		if (!('sku' in body) || sameSku(body.sku, ref.sku)) continue;
		renamed.add(skuKey(body.sku));
		if (ref.sku === undefined) anyRenamed = true;
		else renamed.add(skuKey(ref.sku));
	}
	yield part;
}

/** Changes products that items name by ID or SKU; the look-ups take the fewest requests. */
export async function updateNamedProducts(
	client: Client,
	changes: readonly NamedProductChange[],
	skus: IdIndex,
): Promise<Array<Outcome<Product>>> {
	const outcomes: Array<Outcome<Product>> = [];
	for (const part of untilRenamed(changes)) {
		const refs = part.map(({ ref }) => ref);
		const idOf = await productFinder(client, refs, skus);
		const updated = await writeMany(client, part, {
			prepare: ({ ref, body }) => ({ id: idOf(ref), body }),
			write: async (some) => await updateProducts(client, some),
		});
		for (const outcome of updated) outcomes.push(outcome);
		if (part.some(({ body }) => 'sku' in body)) skus.forget();
	}
	return outcomes;
}
