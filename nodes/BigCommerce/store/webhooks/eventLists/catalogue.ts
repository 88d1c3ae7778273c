import { changes, changesAndAll, group } from './eventGroup';

const OVERRIDES = 'Only what is overridden for a language of a channel';

export const catalogueEvents = [
	...changesAndAll('Brand Metafield', 'store/brand/metafield'),
	...changesAndAll('Category', 'store/category'),
	...changes('Category Metafield', 'store/category/metafield'),
	...group('Product', 'store/product', [
		['All Events', '*', 'Those of stock included, but not those of metafields'],
		['Created', 'created'],
		['Deleted', 'deleted'],
		[
			'Inventory Changed by Order',
			'inventory/order/updated',
			'Stock of products without variants only',
		],
		['Inventory Updated', 'inventory/updated', 'Stock of products without variants only'],
		['Updated', 'updated', 'A bulk import sends one event per product'],
	]),
	...changesAndAll('Product Metafield', 'store/product/metafield'),
	...group('Product Modifier', 'store/modifier', [['Updated', 'updated', OVERRIDES]]),
	...group('Product Option', 'store/option', [['Updated', 'updated', OVERRIDES]]),
	...group('Variant', 'store/sku', [
		['All Events', '*'],
		['Created', 'created'],
		['Deleted', 'deleted'],
		['Inventory Changed by Order', 'inventory/order/updated', 'Stock of variants only'],
		['Inventory Updated', 'inventory/updated', 'Stock of variants only'],
		['Updated', 'updated'],
	]),
	...changesAndAll('Variant Metafield', 'store/product/variant/metafield'),
];

// The * of inventory stands for all channels, which share one stock; no single channel can be named there.
export const inventoryEvents = [
	...group('Inventory', 'store/channel/*/inventory/product', [
		['Low Stock Reached', 'low_stock_reached', 'At one location, because of an order'],
		['Out of Stock', 'out_of_stock_reached', 'At one location, because of an order'],
		['Settings Changed', 'settings_changed', 'Safety stock, warning level or availability'],
		['Stock Changed', 'stock_changed', 'Of a product or variant at one location'],
	]),
	...group('Location', 'store/inventory/location', [
		['Created', 'created'],
		['Updated', 'updated', 'Also when it is switched on or off'],
	]),
	...changesAndAll('Location Metafield', 'store/inventory/location/metafield'),
];

export const priceListEvents = [
	...group('Price List', 'store/priceList', [
		['Activated', 'activated'],
		['Created', 'created'],
		['Deactivated', 'deactivated'],
		['Deleted', 'deleted'],
		['Updated', 'updated'],
	]),
	...group('Price List', 'store/priceLists', [['Several Deleted', 'deleted']]),
	...group('Price List Assignment', 'store/priceList/assignment', [
		['Deleted', 'deleted'],
		['Updated', 'updated', 'Assigned, assigned anew or taken back'],
	]),
	...changes('Price List Record', 'store/priceList/record'),
	...group('Price List Records', 'store/priceList/records', [
		['All Events', '*', 'Changes to many prices at once: one item for each price'],
		['Created', 'created', 'Many prices at once: one item for each'],
		['Deleted', 'deleted', 'Many prices at once: one item for each'],
		['Updated', 'updated', 'Many prices at once: one item for each'],
	]),
];
