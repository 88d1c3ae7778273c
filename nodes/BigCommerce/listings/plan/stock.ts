import type { Product } from '../../store/catalog/products';
import type { StockIdentity } from '../../store/inventory/stockItems';
import { isSimple, type StoreListing } from '../match/currentListings';
import type { PlannedStock } from './plannedWrites';

/** An item of the stock, and what the catalogue tells of it at the default location. */
export interface StockItem {
	identity: StockIdentity;
	level?: number;
}

/**
 * By whatever the store tracks the stock, that names it (API notes 3.3): a product with options as a whole is counted
 * by each of its variants.
 */
export function countedBy({ product, variant }: StoreListing, tracking: string): StockItem[] {
	const { id, base_variant_id, inventory_level: ofProduct, variants = [] } = product;
	if (tracking === 'none') return [];
	if (tracking === 'product')
		return [{ identity: { product_id: id }, level: ofProduct ?? undefined }];
	if (!variant && isSimple(product)) {
		const base = base_variant_id ?? variants[0]?.id;
		const identity = base ? { variant_id: base } : { product_id: id };
		return [{ identity, level: ofProduct ?? undefined }];
	}
	return (variant ? [variant] : variants).map(({ id: variantId, inventory_level: level }) => ({
		identity: { variant_id: variantId },
		level: level ?? undefined,
	}));
}

/** A quantity that is wanted of a listing. */
interface WantedStock {
	listing: StoreListing;
	/** How its stock is tracked, or will be. */
	tracking: Product['inventory_tracking'];
	quantity: number;
	location: string | number | undefined;
	/** The quantity is that of each variant where those are counted. */
	ofEach?: boolean;
	/** What there is; undefined where that is not known. */
	inStore: (item: StockItem) => number | null | undefined;
}

/** What has to be written for it, and what that takes the place of; undefined where it cannot be said of which items. */
export function planStock(
	{ listing, tracking, quantity, location, ofEach = false, inStore }: WantedStock,
	planned: PlannedStock,
): Array<{ identity: StockIdentity; from: number | null }> | undefined {
	const items = countedBy(listing, tracking);
	if (items.length === 0 || (items.length > 1 && !ofEach)) return undefined;
	return items.flatMap((item) => {
		const { identity } = item;
		const change = planned.plan(location, identity, quantity, inStore(item));
		return change ? [{ identity, ...change }] : [];
	});
}
