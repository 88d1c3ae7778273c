import { refuseV3 } from '../http/answers.ts';
import type { JsonObject } from '../http/reading.ts';
import type { StoreState } from '../state.ts';
import { itemsOf, type StockItem } from '../stock.ts';
import { VariantFinder, type Named } from '../variantFinder.ts';

const KINDS = ['sku', 'variant_id', 'product_id'] as const;
type Kind = (typeof KINDS)[number];

/** Like BigCommerce's own examples: one sentence, one item, and no word about its place in the request (spec, 422). */
const refuse = (title: string): never => refuseV3(422, title);

/** Finds the items that the rows of one request name. */
export class ItemFinder {
	private readonly state: StoreState;
	private readonly variants: VariantFinder;

	constructor(state: StoreState, rows: JsonObject[]) {
		this.state = state;
		this.variants = new VariantFinder(
			state,
			rows.map(({ sku }) => sku),
			rows.map(({ variant_id }) => variant_id),
		);
	}

	/** The item of a row that has one identity and no other; `place` is what a malformed one is told by. */
	find(row: JsonObject, place: string): StockItem {
		const given = KINDS.filter((kind) => row[kind] !== undefined);
		const kind = given[0];
		if (kind === undefined || given.length > 1)
			return this.malformed(
				place,
				'One of sku, variant_id or product_id is required, and one only',
			);
		const value = row[kind];
		const fits =
			kind === 'sku' ? typeof value === 'string' && value !== '' : Number.isInteger(value);
		if (!fits) return this.malformed(place, `${kind} is not valid`);
		const named =
			this.named(kind, value) ??
			refuse(`Items with identity: [${kind} ${String(value)}] do not exist`);
		return this.itemOf(named, kind, `${kind} ${String(value)}`);
	}

	private named(kind: Kind, value: unknown): Named | undefined {
		if (kind === 'sku') return this.variants.bySku(String(value));
		if (kind === 'variant_id') return this.variants.byId(Number(value));
		const product = this.state.products.get(Number(value));
		return product && { product };
	}

	/** Addressed by the identity that its tracking wants, or 422 (facts 4.7). */
	private itemOf({ product, variant }: Named, kind: Kind, name: string): StockItem {
		switch (product.inventory_tracking) {
			case 'none':
				return refuse(`[Item with ${name} is not tracked]`);
			case 'product': {
				const bySku = kind === 'sku' && this.state.settings.skuNamesTrackedProducts;
				if (kind !== 'product_id' && !bySku)
					return refuse(
						`[Item with ${name} is tracked by product, please update stock by product id]`,
					);
				return itemsOf(product)[0] ?? refuse(`[Item with ${name} is not tracked]`);
			}
			case 'variant':
				return variant
					? { product, variant, trackedBy: 'variant' }
					: refuse(`[Item with ${name} is tracked by variant, please update stock by variant id]`);
		}
	}

	private malformed(place: string, reason: string): never {
		return refuseV3(422, 'Payload contains invalid fields', { [place]: reason });
	}
}
