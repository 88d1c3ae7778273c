import type { LocationRecord, ProductRecord, StockRecord, VariantRecord } from './records.ts';
import { byId, type StoreState } from './state.ts';

/**
 * What has a stock: a variant where the product is tracked by variant, else the product itself (spec, "Items").
 * `variant` is then its base variant, and undefined where it has options.
 */
export interface StockItem {
	product: ProductRecord;
	variant?: VariantRecord;
	trackedBy: 'product' | 'variant';
}

export function itemsOf(product: ProductRecord): StockItem[] {
	if (product.inventory_tracking === 'none') return [];
	if (product.inventory_tracking === 'variant')
		return product.variants.map((variant) => ({ product, variant, trackedBy: 'variant' }));
	const base = product.options.length === 0 ? product.variants[0] : undefined;
	return [{ product, trackedBy: 'product', ...(base ? { variant: base } : {}) }];
}

/** Products that track nothing have no stock to tell (API notes 3.3). */
export const allItems = (state: StoreState): StockItem[] => byId(state.products).flatMap(itemsOf);

export const skuOf = ({ product, variant, trackedBy }: StockItem): string =>
	trackedBy === 'variant' ? (variant?.sku ?? '') : product.sku;

export const stockKey = (
	location: LocationRecord,
	{ product, variant, trackedBy }: StockItem,
): string =>
	trackedBy === 'variant'
		? `${location.id}:variant:${variant?.id}`
		: `${location.id}:${product.id}`;

const UNWRITTEN: StockRecord = {
	on_hand: 0,
	is_counted: false,
	safety_stock: 0,
	is_in_stock: true,
	warning_level: 0,
	bin_picking_number: '',
	before: null,
};

const catalogueLevel = ({ product, variant, trackedBy }: StockItem): number =>
	trackedBy === 'variant' ? (variant?.inventory_level ?? 0) : product.inventory_level;

/** The item at the location as it is now; a copy, for reading. */
export function stockAt(state: StoreState, location: LocationRecord, item: StockItem): StockRecord {
	const stock = state.stock.get(stockKey(location, item)) ?? UNWRITTEN;
	if (!location.is_default) return stock;
	const holder = item.trackedBy === 'variant' ? item.variant : item.product;
	const level = catalogueLevel(item);
	return {
		...stock,
		on_hand: level,
		// A level other than 0 was written through the catalogue, which is the inventory's own doing underneath.
		is_counted: stock.is_counted || level !== 0,
		warning_level: holder?.inventory_warning_level ?? 0,
		bin_picking_number: holder?.bin_picking_number ?? '',
	};
}

function writable(state: StoreState, location: LocationRecord, item: StockItem): StockRecord {
	const key = stockKey(location, item);
	let stock = state.stock.get(key);
	if (!stock) {
		stock = { ...UNWRITTEN };
		state.stock.set(key, stock);
	}
	return stock;
}

/** Sets the level and calls it counted; reads of the inventory may go on telling the old one until the delay of the settings is over. */
export function setLevel(
	state: StoreState,
	location: LocationRecord,
	item: StockItem,
	on_hand: number,
	now: number,
): void {
	const stock = writable(state, location, item);
	const delay = state.settings.stockDelayMs;
	const seen = stockAt(state, location, item).on_hand;
	stock.before = delay > 0 ? { on_hand: seen, until: now + delay } : null;
	stock.on_hand = on_hand;
	stock.is_counted = true;
	if (!location.is_default) return;
	if (item.trackedBy === 'variant' && item.variant) item.variant.inventory_level = on_hand;
	if (item.trackedBy === 'product') {
		item.product.inventory_level = on_hand;
		if (item.variant) item.variant.inventory_level = on_hand;
	}
}

export type StockSettings = Partial<
	Pick<StockRecord, 'safety_stock' | 'is_in_stock' | 'warning_level' | 'bin_picking_number'>
>;

export function setStockSettings(
	state: StoreState,
	location: LocationRecord,
	item: StockItem,
	settings: StockSettings,
): void {
	Object.assign(writable(state, location, item), settings);
	const holder = item.trackedBy === 'variant' ? item.variant : item.product;
	if (!location.is_default || !holder) return;
	holder.inventory_warning_level = settings.warning_level ?? holder.inventory_warning_level;
	holder.bin_picking_number = settings.bin_picking_number ?? holder.bin_picking_number;
}

export function dropStockAt(state: StoreState, location: LocationRecord): void {
	for (const key of state.stock.keys())
		if (key.startsWith(`${location.id}:`)) state.stock.delete(key);
}

/** By whatever the product was tracked, now or earlier. */
export function dropStockOf(state: StoreState, product: ProductRecord): void {
	for (const location of state.locations.values()) {
		state.stock.delete(stockKey(location, { product, trackedBy: 'product' }));
		for (const variant of product.variants)
			state.stock.delete(stockKey(location, { product, variant, trackedBy: 'variant' }));
	}
}
