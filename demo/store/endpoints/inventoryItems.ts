import { indexOf } from '../catalogueIndex.ts';
import { notFoundV3, refuseV3, type Answer } from '../http/answers.ts';
import { idTests, passing } from '../http/filters.ts';
import { v3Page } from '../http/paging.ts';
import { arrayOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { LocationRecord, ProductRecord, StockRecord } from '../records.ts';
import { byId } from '../state.ts';
import {
	itemsOf,
	setStockSettings,
	skuOf,
	stockAt,
	type StockItem,
	type StockSettings,
} from '../stock.ts';
import { stockItemOf } from './inventoryIdentity.ts';
import { transaction } from './inventoryAdjustments.ts';
import { namedLocations } from './locations.ts';

const INVENTORY = 'store_inventory';

/** Inventory pages go up to a thousand rows, settings to two thousand (API notes 3.4). */
const MOST_ITEMS = 1_000;
const MOST_SETTINGS = 2_000;

/** The products that a filter can mean, without a walk through all of them where ids or SKUs are given. */
function candidates({ state, query }: Context): ProductRecord[] {
	const index = indexOf(state);
	const found =
		query.numbers('product_id:in')?.map((id) => state.products.get(id)) ??
		query.numbers('variant_id:in')?.map((id) => index.variant(id)?.product) ??
		query.list('sku:in')?.flatMap((sku) => index.withSku(sku));
	if (!found) return byId(state.products);
	const unique = new Set(found.filter((product) => product !== undefined));
	return [...unique].sort((a, b) => a.id - b.id);
}

function filtered(context: Context): StockItem[] {
	const { query } = context;
	const skus = query.list('sku:in')?.map((sku) => sku.toLowerCase());
	return passing(candidates(context).flatMap(itemsOf), [
		...idTests<StockItem>(query, 'product_id', ({ product }) => product.id),
		...idTests<StockItem>(query, 'variant_id', ({ variant }) => variant?.id),
	]).filter((item) => !skus || skus.includes(skuOf(item).toLowerCase()));
}

const identity = (item: StockItem): object => ({
	sku: skuOf(item),
	...(item.variant ? { variant_id: item.variant.id } : {}),
	product_id: item.product.id,
});

function levels(context: Context, stock: StockRecord): object {
	const { before } = stock;
	const on_hand = before && context.now < before.until ? before.on_hand : stock.on_hand;
	return {
		available_to_sell: Math.max(0, on_hand - stock.safety_stock),
		total_inventory_onhand: on_hand,
		settings: {
			safety_stock: stock.safety_stock,
			is_in_stock: stock.is_in_stock,
			warning_level: stock.warning_level,
			bin_picking_number: stock.bin_picking_number,
		},
	};
}

function listEverywhere(context: Context): Answer {
	const locations = namedLocations(context);
	return v3Page(context.query, filtered(context), {
		maximum: MOST_ITEMS,
		render: (item) => ({
			// The id of v2; a base variant has none (spec).
			identity: {
				...identity(item),
				sku_id: item.variant && item.product.options.length > 0 ? item.variant.id + 500 : null,
			},
			locations: locations.map((location) => ({
				location_id: location.id,
				location_code: location.code,
				location_name: location.label,
				location_enabled: location.enabled,
				...levels(context, stockAt(context.state, location, item)),
			})),
		}),
	});
}

const locationOf = ({ state, params }: Context): LocationRecord =>
	state.locations.get(Number(params.location_id)) ?? notFoundV3('location');

function listAtLocation(context: Context): Answer {
	const location = locationOf(context);
	return v3Page(context.query, filtered(context), {
		maximum: MOST_ITEMS,
		render: (item) => ({
			identity: identity(item),
			...levels(context, stockAt(context.state, location, item)),
		}),
	});
}

const invalid = (errors: Record<string, string>): never =>
	refuseV3(422, 'Payload contains invalid fields', errors);

/** The settings of one row, named as the specification's example names them: `setting.0.settings`. */
function settingsFrom(row: JsonObject, place: number): StockSettings {
	const settings: StockSettings = {};
	const wrong = (name: string, kind: string): never =>
		invalid({ [`setting.${place}.${name}`]: `${name} must be ${kind}` });
	for (const name of ['safety_stock', 'warning_level'] as const) {
		const value = row[name];
		if (value === undefined) continue;
		if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
			return wrong(name, 'an integer of 0 or more');
		settings[name] = value;
	}
	if (row.is_in_stock !== undefined)
		settings.is_in_stock =
			typeof row.is_in_stock === 'boolean'
				? row.is_in_stock
				: wrong('is_in_stock', 'true or false');
	if (row.bin_picking_number !== undefined)
		settings.bin_picking_number =
			textOf(row.bin_picking_number) ?? wrong('bin_picking_number', 'a string');
	if (Object.keys(settings).length === 0)
		return invalid({
			[`setting.${place}.settings`]:
				'At least one setting must be specified: warning_level, is_in_stock or safety_stock',
		});
	return settings;
}

function putSettings(context: Context): Answer {
	const location = locationOf(context);
	const { settings } = objectOf(context.body);
	if (!Array.isArray(settings) || settings.length === 0)
		return invalid({ settings: 'A list of settings is expected' });
	if (settings.length > MOST_SETTINGS)
		return invalid({ settings: `There can be no more than ${MOST_SETTINGS} settings` });
	const rows = arrayOf(settings).map(objectOf);
	const changes = rows.map((row, place) => ({
		given: settingsFrom(row, place),
		item: stockItemOf(context.state, objectOf(row.identity), `setting.${place}.identity`),
	}));
	for (const { item, given } of changes) setStockSettings(context.state, location, item, given);
	return transaction();
}

const AT_LOCATION = '/v3/inventory/locations/{location_id}/items';

export const inventoryItemRoutes: Route[] = [
	{ method: 'GET', path: '/v3/inventory/items', scope: INVENTORY, run: listEverywhere },
	{ method: 'GET', path: AT_LOCATION, scope: INVENTORY, run: listAtLocation },
	{ method: 'PUT', path: AT_LOCATION, scope: INVENTORY, parallel: 1, run: putSettings },
];
