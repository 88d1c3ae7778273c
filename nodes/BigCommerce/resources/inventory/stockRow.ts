import type { InventoryItem, StockLevel } from '../../store/inventory/stockItems';

/** The stock of one item at one location, flat. */
export const stockRow = ({ identity }: Pick<InventoryItem, 'identity'>, level: StockLevel) => ({
	sku: identity.sku || null,
	productId: identity.product_id,
	variantId: identity.variant_id ?? null,
	locationId: level.location_id,
	...(level.location_code !== undefined && { locationCode: level.location_code }),
	...(level.location_name !== undefined && { locationName: level.location_name }),
	availableToSell: level.available_to_sell,
	onHand: level.total_inventory_onhand,
	safetyStock: level.settings?.safety_stock ?? 0,
	warningLevel: level.settings?.warning_level ?? 0,
	isInStock: level.settings?.is_in_stock ?? level.available_to_sell > 0,
	binPickingNumber: level.settings?.bin_picking_number || null,
});
