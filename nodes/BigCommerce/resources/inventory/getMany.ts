import type { Query } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { pages } from '../../api/pagination';
import { defineOperation, type Output } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { textsOf } from '../../operation/values';
import {
	inventoryItems,
	type InventoryItem,
	type StockLevel,
} from '../../store/inventory/stockItems';

interface Filters {
	locations?: number[];
	productIds?: number[];
	skus?: string;
	variantIds?: number[];
}

/** One query or, where more was asked for than fits a URL, several. */
function queriesOf({ locations, productIds = [], skus, variantIds = [] }: Filters): Query[] {
	const query: Query = { 'location_id:in': locations };
	const chunks = [
		...idChunks(textsOf(skus, /[\n,;]+/)).map((chunk) => ({ 'sku:in': chunk })),
		...idChunks(variantIds).map((chunk) => ({ 'variant_id:in': chunk })),
		...idChunks(productIds).map((chunk) => ({ 'product_id:in': chunk })),
	];
	return chunks.length > 0 ? chunks.map((chunk) => ({ ...query, ...chunk })) : [query];
}

/** The stock of one item at one location, flat. */
const stockRow = ({ identity }: Pick<InventoryItem, 'identity'>, level: StockLevel) => ({
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

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many stock levels',
	description: 'Retrieve a list of stock levels, one for each item and location',
	scope: 'inventory:read',
	optionalScopes: ['locations:read'],
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Location Names or IDs',
					name: 'locations',
					type: 'multiOptions',
					typeOptions: { loadOptionsMethod: 'getInventoryLocations' },
					default: [],
					as: 'ids',
					description:
						'Only the stock at these locations. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Product IDs',
					name: 'productIds',
					type: 'string',
					as: 'ids',
					default: '',
					placeholder: 'e.g. 111, 112',
					description: 'Items of these products, and of all that the other filters name',
				},
				{
					displayName: 'SKUs',
					name: 'skus',
					type: 'string',
					default: '',
					placeholder: 'e.g. RR-1001-M, RR-1002',
					description:
						'Items with these SKUs, separated by commas, and all that the other filters name',
				},
				{
					displayName: 'Variant IDs',
					name: 'variantIds',
					type: 'string',
					as: 'ids',
					default: '',
					placeholder: 'e.g. 78, 79',
					description: 'These variants, and all that the other filters name',
				},
			],
		},
		...outputFields,
	],
	async *each({ params, run: { client } }) {
		const { filters, output } = params;
		let left = limitOf(params) ?? Number.POSITIVE_INFINITY;
		const seen = new Set<string>();
		for (const query of queriesOf(filters)) {
			// An item has a row at each location, and each is one of the records that the limit counts.
			for await (const items of pages<InventoryItem>(client, inventoryItems, {
				query,
				pageSize: Math.min(inventoryItems.pageSize, Math.max(1, left)),
			})) {
				const rows = items
					.filter(({ identity }) => isNew(seen, identity))
					.flatMap((item): Output[] =>
						output !== 'raw' ? item.locations.map((level) => stockRow(item, level)) : [item],
					)
					.slice(0, left);
				left -= rows.length;
				yield rows;
				if (left <= 0) return;
			}
		}
	},
});

/** Several filters may name the same item. */
function isNew(seen: Set<string>, { variant_id, product_id }: InventoryItem['identity']): boolean {
	const key = `${product_id}/${variant_id}`;
	if (seen.has(key)) return false;
	seen.add(key);
	return true;
}
