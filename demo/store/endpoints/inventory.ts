import { isoZulu } from '../formats.ts';
import { v3Page } from '../http/paging.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { byId } from '../state.ts';

/** Inventory pages go up to a thousand rows (facts 4.0). */
const MOST_ITEMS = 1_000;
const MOST_LOCATIONS = 100;

interface Item {
	product: ProductRecord;
	variant: VariantRecord;
}

/** Products that track nothing have no stock to tell (facts 4.7). */
const tracked = ({ state }: Context): Item[] =>
	byId(state.products)
		.filter((product) => product.inventory_tracking !== 'none')
		.flatMap((product) => product.variants.map((variant) => ({ product, variant })));

function items(context: Context): Item[] {
	const { query } = context;
	const skus = query.list('sku:in');
	const variants = query.numbers('variant_id:in');
	const products = query.numbers('product_id:in');
	return tracked(context).filter(
		({ product, variant }) =>
			(!skus || skus.includes(variant.sku)) &&
			(!variants || variants.includes(variant.id)) &&
			(!products || products.includes(product.id)),
	);
}

function itemView({ state, query }: Context, { product, variant }: Item): object {
	const level =
		product.inventory_tracking === 'product' ? product.inventory_level : variant.inventory_level;
	const ids = query.numbers('location_id:in');
	const codes = query.list('location_code:in');
	const locations = byId(state.locations).filter(
		(location) => (!ids || ids.includes(location.id)) && (!codes || codes.includes(location.code)),
	);
	return {
		identity: {
			sku: variant.sku,
			variant_id: variant.id,
			product_id: product.id,
			sku_id: variant.id + 500,
		},
		locations: locations.map((location) => {
			// All stock lies at the default location: that is the only one the catalogue writes (facts 4.1).
			const onHand = location.is_default ? level : 0;
			return {
				location_id: location.id,
				location_code: location.code,
				location_name: location.label,
				location_enabled: location.enabled,
				available_to_sell: onHand,
				total_inventory_onhand: onHand,
				settings: {
					safety_stock: 0,
					is_in_stock: onHand > 0,
					warning_level: variant.inventory_warning_level,
					bin_picking_number: variant.bin_picking_number,
				},
			};
		}),
	};
}

export const inventoryRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/inventory/items',
		scope: 'store_inventory',
		run: (context) =>
			v3Page(context.query, items(context), {
				maximum: MOST_ITEMS,
				render: (item) => itemView(context, item),
			}),
	},
	{
		method: 'GET',
		path: '/v3/inventory/locations',
		scope: 'store_locations',
		parallel: 50,
		run: ({ state, query }) => {
			const ids = query.numbers('location_id:in');
			const codes = query.list('location_code:in');
			const isDefault = query.flag('is_default');
			const active = query.flag('is_active');
			const rows = byId(state.locations).filter(
				(location) =>
					(!ids || ids.includes(location.id)) &&
					(!codes || codes.includes(location.code)) &&
					(isDefault === undefined || location.is_default === isDefault) &&
					(active === undefined || location.enabled === active),
			);
			return v3Page(query, rows, {
				defaultLimit: MOST_LOCATIONS,
				render: (location) => ({
					id: location.id,
					code: location.code,
					label: location.label,
					description: location.description,
					managed_by_external_source: false,
					type_id: 'PHYSICAL',
					enabled: location.enabled,
					operating_hours: {},
					time_zone: 'Etc/UTC',
					created_at: isoZulu(location.date_created),
					updated_at: isoZulu(location.date_created),
					storefront_visibility: true,
					special_hours: [],
					address: {
						address1: '12 Depot Road',
						address2: '',
						city: 'Boise',
						state: 'ID',
						zip: '83702',
						email: 'depot@ridgeandroast.example',
						phone: '555-0100',
						country_code: 'US',
						geo_coordinates: { latitude: 43.6, longitude: -116.2 },
					},
				}),
			});
		},
	},
];
