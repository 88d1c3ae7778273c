import type { Query } from '../../api/client';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { idOf, toId, toNumber } from '../../operation/values';
import { excludedIn } from '../../forms/excludedIds';
import { idsIn, plainFilters, queriesFor, textsIn } from '../../forms/listFilters';
import type { productFilters } from './productFilters';

export type ProductFilters = Partial<ParamsOf<typeof productFilters>>;

/** Filters whose value travels as it is, by the API's name. */
const NAMES = {
	availability: 'availability',
	condition: 'condition',
	idFrom: 'id:min',
	idGreater: 'id:greater',
	idLess: 'id:less',
	idTo: 'id:max',
	importedAfter: 'date_last_imported:min',
	importedAt: 'date_last_imported',
	importedBefore: 'date_last_imported:max',
	importedNotAt: 'date_last_imported:not',
	inventoryFrom: 'inventory_level:min',
	inventoryGreater: 'inventory_level:greater',
	inventoryLess: 'inventory_level:less',
	inventoryLevel: 'inventory_level',
	inventoryTo: 'inventory_level:max',
	isVisible: 'is_visible',
	keyword: 'keyword',
	keywordContext: 'keyword_context',
	// To a date alone BigCommerce adds the present time of day (API notes 2.2); these are always full instants.
	modifiedAfter: 'date_modified:min',
	modifiedAt: 'date_modified',
	modifiedBefore: 'date_modified:max',
	mpn: 'mpn',
	name: 'name',
	price: 'price',
	sku: 'sku',
	totalSold: 'total_sold',
	type: 'type',
	upc: 'upc',
	weight: 'weight',
} satisfies { [name in keyof ProductFilters]: string };

/** Yes and no that travel as 1 and 0 (products_catalog.v3.yml). */
const FLAGS = {
	inventoryLow: 'inventory_low',
	isFeatured: 'is_featured',
	isFreeShipping: 'is_free_shipping',
} satisfies { [name in keyof ProductFilters]: string };

const levelsIn = (given: unknown, label: string) =>
	textsIn(given, label)?.map((text) => toNumber(text, label, { numberPrecision: 0 }));

/** The filters of the form as one query, or as several whose ids and SKUs each fit a URL. */
export function productQueries(filters: ProductFilters): Query[] {
	const flags = plainFilters(filters, FLAGS);
	const query: Query = {
		...plainFilters(filters, NAMES),
		...Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, Number(value)])),
	};
	const { brand, category, channels, ids, inventoryLevels, notIds, notInventoryLevels } = filters;
	const { onlyCategory, outOfStock, skus } = filters;
	const composed: Query = {
		brand_id: brand && idOf(brand, 'Brand'),
		categories: onlyCategory === undefined ? undefined : toId(onlyCategory, 'Only Category ID'),
		'categories:in': category && idsIn(category.value, 'Category'),
		'channel_id:in': idsIn(channels, 'Channel Names or IDs'),
		'id:not_in': excludedIn(notIds, 'IDs to Leave Out'),
		'inventory_level:in': levelsIn(inventoryLevels, 'Stock Levels'),
		'inventory_level:not_in': levelsIn(notInventoryLevels, 'Stock Levels to Leave Out'),
		out_of_stock: outOfStock ? 1 : undefined,
	};
	return queriesFor(
		{ ...query, ...compact(composed) },
		{ 'id:in': idsIn(ids, 'IDs'), 'sku:in': textsIn(skus, 'SKUs') },
	);
}
