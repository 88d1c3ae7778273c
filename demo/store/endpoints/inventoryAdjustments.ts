import { randomUUID } from 'node:crypto';
import { refuseV3, type Answer } from '../http/answers.ts';
import { objectOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { LocationRecord, StockRecord } from '../records.ts';
import { setLevel, stockAt, stockKey, type StockItem } from '../stock.ts';
import { stockItemOf } from './inventoryIdentity.ts';
import { skuIdOf } from './productView.ts';

const MOST_ITEMS = 2_000;
/** Of one item at one location; the inventory refuses more, where the catalogue lowers it (vendor's page on adjustments). */
const LARGEST = 2_147_483_647;

/** Writes of the inventory answer the number of their transaction and nothing else (spec). */
export const transaction = (): Answer => ({ status: 200, body: { transaction_id: randomUUID() } });

const invalid = (errors: Record<string, string>): never =>
	refuseV3(422, 'Payload contains invalid fields', errors);

type Method = 'absolute' | 'relative';

interface Change {
	location: LocationRecord;
	item: StockItem;
	quantity: number;
	/** What the row calls the item. */
	name: string;
}

function rowsOf(body: unknown): JsonObject[] {
	const { items } = objectOf(body);
	if (!Array.isArray(items) || items.length === 0)
		return invalid({ items: 'A list of items is expected' });
	// Too many rows are 422 here, not 413 as elsewhere (API notes 3.1).
	if (items.length > MOST_ITEMS)
		return invalid({ items: `There can be no more than ${MOST_ITEMS} items` });
	return items.map(objectOf);
}

function changeOf({ state }: Context, row: JsonObject, place: number): Change {
	for (const name of ['location_id', 'quantity'] as const)
		if (!Number.isInteger(row[name]))
			invalid({ [`items.${place}.${name}`]: `${name} must be an integer` });
	const item = stockItemOf(state, row, `items.${place}`);
	const location =
		state.locations.get(Number(row.location_id)) ??
		refuseV3(422, `Location with id ${String(row.location_id)} does not exist`);
	const kind = (['sku', 'variant_id', 'product_id'] as const).find(
		(known) => row[known] !== undefined,
	);
	const name = `${kind} ${String(row[kind ?? 'sku'])}`;
	return { location, item, quantity: Number(row.quantity), name };
}

/** The level that a row leads to, from the level that the rows before it led to. */
function newLevel(
	method: Method,
	{ quantity, name }: Change,
	stock: StockRecord,
	level: number,
): number {
	// The refusal names the item, but not the location that lacks its count (spec; reported in bigcommerce/dev-docs#2126).
	if (method === 'relative' && !stock.is_counted)
		refuseV3(422, `Items with identity: [${name}] requires absolute adjustment before relative`);
	const wanted = method === 'absolute' ? quantity : level + quantity;
	// A decrease may not eat into the safety stock (vendor's page on adjustments, "with buffer").
	const least = method === 'relative' && quantity < 0 ? stock.safety_stock : 0;
	if (wanted < least) refuseV3(422, `Item with ${name} has insufficient stock`);
	if (wanted > LARGEST) refuseV3(422, `Item with ${name} exceeds the inventory limit`);
	return wanted;
}

/** Product events for what is tracked by product, SKU events for variants (API notes 3.6). */
function tell({ emit }: Context, method: Method, { item, quantity }: Change): void {
	const { product, variant, trackedBy } = item;
	if (trackedBy === 'product') {
		const inventory = { product_id: product.id, method, value: quantity };
		emit('store/product/inventory/updated', { type: 'product', id: product.id, inventory });
	} else if (variant) {
		const inventory = { product_id: product.id, variant_id: variant.id, method, value: quantity };
		emit('store/sku/inventory/updated', { type: 'sku', id: skuIdOf(variant.id), inventory });
	}
}

/** All rows or none: one that is refused takes the others with it (API notes 3.1). */
function adjust(context: Context, method: Method): Answer {
	const { state, now } = context;
	const rows = rowsOf(context.body);
	const changes = rows.map((row, place) => changeOf(context, row, place));
	const planned = new Map<string, number>();
	for (const change of changes) {
		const key = stockKey(change.location, change.item);
		const stock = stockAt(state, change.location, change.item);
		planned.set(key, newLevel(method, change, stock, planned.get(key) ?? stock.on_hand));
	}
	for (const { location, item } of changes)
		setLevel(state, location, item, planned.get(stockKey(location, item)) ?? 0, now);
	for (const change of changes) tell(context, method, change);
	return transaction();
}

/** To be sent one after the other (API notes 3.1): a second one at the same time is refused. */
const route = (verb: Route['method'], method: Method): Route => ({
	method: verb,
	path: `/v3/inventory/adjustments/${method}`,
	scope: 'store_inventory',
	parallel: 1,
	run: (context) => adjust(context, method),
});

export const inventoryAdjustmentRoutes: Route[] = [
	route('PUT', 'absolute'),
	route('POST', 'relative'),
];
