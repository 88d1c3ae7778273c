import type { StockIdentity } from '../../store/inventory/stockItems';
import { isSimple, type StoreListing } from '../match/currentListings';
import type { StockLocation, Plan, Planning } from './plan';

/** An item of the stock, and what the catalogue tells of it at the default location. */
interface Counted {
	identity: StockIdentity;
	level?: number;
}

/**
 * By whatever the store tracks the stock, that names it (inventory.v3.yml): a product with options as a whole is counted
 * by each of its variants.
 */
export function countedBy({ product, variant }: StoreListing, tracking: string): Counted[] {
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

/** Plans the stock of a listing; `ofEach` says that the quantity is that of each variant where those are counted. */
export function addStock(
	plan: Plan,
	quantity: number,
	location: StockLocation,
	{ startTracking, stockOf, planned, stored }: Planning,
	{ ofEach = false } = {},
): void {
	const { product, variant } = plan.listing;
	const tracked = (stored.of(product, 'inventory_tracking')?.value ??
		product.inventory_tracking) as typeof product.inventory_tracking;
	if (tracked === 'none' && !startTracking) {
		plan.issues.push({
			code: 'notTracked',
			message: "The store does not track this listing's stock, so its quantity was not set",
		});
		return;
	}
	const tracking = tracked === 'none' ? (variant ? 'variant' : 'product') : tracked;
	if (tracked === 'none') {
		plan.product.inventory_tracking = tracking;
		plan.changes.inventoryTracking = { from: tracked, to: tracking };
	}
	const counted = countedBy(plan.listing, tracking);
	if (counted.length > 1 && !ofEach) {
		plan.issues.push({
			code: 'stockOfVariants',
			message: `The store tracks the stock of each variant of the product ${product.id}, and the item does not say how many there are of each, so its quantity was not set`,
		});
		return;
	}
	for (const { identity, level } of counted) {
		const present = stockOf ? stockOf(identity, location) : level;
		const inStore = tracked === 'none' ? undefined : present;
		const change = planned.plan(location.id, identity, quantity, inStore);
		if (!change) continue;
		plan.stock.push({ identity, quantity, location: location.id });
		const { from } = change;
		const sum = plan.changes.quantity ? Number(plan.changes.quantity.from) + (from ?? 0) : from;
		plan.changes.quantity = { from: sum, to: quantity };
	}
	if (tracking === 'product' && variant && plan.stock.length > 0)
		plan.issues.push({
			code: 'stockOfProduct',
			message: `The store tracks the stock of the product ${product.id} as a whole, so the quantity is that of all its variants together`,
		});
}
