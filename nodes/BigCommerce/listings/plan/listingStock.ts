import type { Plan, Planning, StockLocation } from './plan';
import { planStock, type StockItem } from './stock';

/** Plans the stock of a listing; `ofEach` says that the quantity is that of each variant where those are counted. */
export function planListingStock(
	plan: Plan,
	quantity: number,
	location: StockLocation,
	{ startTracking, stockOf, planned }: Planning,
	{ ofEach = false } = {},
): void {
	const { product, variant } = plan.listing;
	const tracked = product.inventory_tracking;
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
	const inStore = ({ identity, level }: StockItem) =>
		tracked === 'none' ? undefined : stockOf ? stockOf(identity, location) : level;
	const changes = planStock(
		{ listing: plan.listing, tracking, quantity, location: location.id, ofEach, inStore },
		planned.stock,
	);
	if (!changes) {
		plan.issues.push({
			code: 'stockOfVariants',
			message: `The store tracks the stock of each variant of the product ${product.id}, and the item does not say how many there are of each, so its quantity was not set`,
		});
		return;
	}
	for (const { identity, from } of changes) {
		plan.stock.push({ identity, quantity, location: location.id });
		const sum = plan.changes.quantity ? Number(plan.changes.quantity.from) + (from ?? 0) : from;
		plan.changes.quantity = { from: sum, to: quantity };
	}
	if (tracking === 'product' && variant && plan.stock.length > 0)
		plan.issues.push({
			code: 'stockOfProduct',
			message: `The store tracks the stock of the product ${product.id} as a whole, so the quantity is that of all its variants together`,
		});
}
