import { refuseV3 } from '../http/answers.ts';
import type { JsonObject } from '../http/reading.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { itemsOf, type StockItem } from '../stock.ts';

const KINDS = ['sku', 'variant_id', 'product_id'] as const;
type Kind = (typeof KINDS)[number];

interface Named {
	product: ProductRecord;
	variant?: VariantRecord;
}

/** Like BigCommerce's own examples: one sentence, one item, and no word about its place in the request (spec, 422). */
const refuse = (title: string): never => refuseV3(422, title);

/** Finds the items that the rows of one request name. It goes over the catalogue once, however many rows there are. */
export class ItemFinder {
	private readonly state: StoreState;
	private readonly bySku = new Map<string, Named>();
	private readonly byVariant = new Map<number, Named>();

	constructor(state: StoreState, rows: JsonObject[]) {
		this.state = state;
		const skus = new Set(
			rows.flatMap(({ sku }) => (typeof sku === 'string' ? [sku.toLowerCase()] : [])),
		);
		const variants = new Set(rows.map(({ variant_id }) => variant_id));
		if (skus.size === 0 && !rows.some(({ variant_id }) => variant_id !== undefined)) return;
		for (const product of state.products.values()) {
			if (skus.size > 0) this.noteSku(skus, product.sku, { product });
			for (const variant of product.variants) {
				if (skus.size > 0) this.noteSku(skus, variant.sku, { product, variant });
				if (variants.has(variant.id)) this.byVariant.set(variant.id, { product, variant });
			}
		}
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

	private noteSku(wanted: Set<string>, sku: string, named: Named): void {
		const key = sku.toLowerCase();
		// A simple product and its base variant share a SKU: the variant comes later and says more.
		if (wanted.has(key)) this.bySku.set(key, named);
	}

	private named(kind: Kind, value: unknown): Named | undefined {
		if (kind === 'sku') return this.bySku.get(String(value).toLowerCase());
		if (kind === 'variant_id') return this.byVariant.get(Number(value));
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
