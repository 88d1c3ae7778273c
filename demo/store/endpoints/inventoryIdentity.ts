import { bySku, type Named } from '../bySku.ts';
import { indexOf } from '../catalogueIndex.ts';
import { refuseV3 } from '../http/answers.ts';
import type { JsonObject } from '../http/reading.ts';
import type { StoreState } from '../state.ts';
import { itemsOf, type StockItem } from '../stock.ts';

const KINDS = ['sku', 'variant_id', 'product_id'] as const;
type Kind = (typeof KINDS)[number];

function named(state: StoreState, kind: Kind, value: unknown): Named | undefined {
	if (kind === 'sku') return bySku(state, String(value));
	if (kind === 'variant_id') return indexOf(state).variant(Number(value));
	const product = state.products.get(Number(value));
	return product && { product };
}

/** Like BigCommerce's own examples: one sentence, one item, and no word about its place in the request (spec, 422). */
const refuse = (title: string): never => refuseV3(422, title);

/** The item of a row that has one identity and no other; `place` is what a malformed one is told by. */
export function stockItemOf(state: StoreState, row: JsonObject, place: string): StockItem {
	const malformed = (reason: string): never =>
		refuseV3(422, 'Payload contains invalid fields', { [place]: reason });
	const given = KINDS.filter((kind) => row[kind] !== undefined);
	const kind = given[0];
	if (kind === undefined || given.length > 1)
		return malformed('One of sku, variant_id or product_id is required, and one only');
	const value = row[kind];
	const fits = kind === 'sku' ? typeof value === 'string' && value !== '' : Number.isInteger(value);
	if (!fits) return malformed(`${kind} is not valid`);
	const name = `${kind} ${String(value)}`;
	const found = named(state, kind, value) ?? refuse(`Items with identity: [${name}] do not exist`);
	return itemOf(state, found, kind, name);
}

/** Addressed by the identity that its tracking wants, or 422 (API notes 3.3). */
function itemOf(
	state: StoreState,
	{ product, variant }: Named,
	kind: Kind,
	name: string,
): StockItem {
	const untracked = (): never => refuse(`[Item with ${name} is not tracked]`);
	switch (product.inventory_tracking) {
		case 'none':
			return untracked();
		case 'product': {
			const mayName =
				kind === 'product_id' || (kind === 'sku' && state.settings.skuNamesTrackedProducts);
			if (!mayName)
				return refuse(
					`[Item with ${name} is tracked by product, please update stock by product id]`,
				);
			return itemsOf(product)[0] ?? untracked();
		}
		case 'variant':
			return variant
				? { product, variant, trackedBy: 'variant' }
				: refuse(`[Item with ${name} is tracked by variant, please update stock by variant id]`);
	}
}
