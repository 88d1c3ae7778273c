import type { Query } from '../../api/client';
import { toApiValue } from '../../operation/apiBody';
import { InputError } from '../../operation/errors';
import type { Field, ParamsOf } from '../../operation/params';
import { compact, idOf, toId, toNumber } from '../../operation/values';
import { idsIn, queriesFor, textsIn } from '../listFilters';
import { productFilters } from './filterFields';

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
	// To a date alone BigCommerce adds the present time of day (fact sheet 4.1); these are always full instants.
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

const fields = new Map<string, Field>(productFilters.map((field) => [field.name, field]));

/** A filter that an expression left empty must not turn into "all products". */
function filled(given: unknown, displayName: string): unknown {
	if (String(given ?? '').trim() !== '') return given;
	throw new InputError(
		`'${displayName}' is empty`,
		`Fill in '${displayName}', or remove it from 'Filters'.`,
	);
}

function plain(name: string, given: unknown): string | number | boolean {
	const field = fields.get(name) as Field;
	const value = toApiValue(filled(given, field.displayName), field);
	return typeof value === 'string' ? value.trim() : (value as number | boolean);
}

const levelsIn = (given: unknown, label: string) =>
	textsIn(given, label)?.map((text) => toNumber(text, label, { numberPrecision: 0 }));

/** The filters of the form as one query, or as several whose ids and SKUs each fit a URL. */
export function productQueries(filters: ProductFilters): Query[] {
	const query: Query = {};
	for (const [name, value] of Object.entries(filters)) {
		if (name in NAMES) query[NAMES[name as keyof typeof NAMES]] = plain(name, value);
		if (name in FLAGS) query[FLAGS[name as keyof typeof FLAGS]] = Number(plain(name, value));
	}
	const { brand, category, channels, ids, inventoryLevels, notIds, notInventoryLevels } = filters;
	const { onlyCategory, outOfStock, skus } = filters;
	const composed: Query = {
		brand_id: brand && idOf(brand, 'Brand'),
		categories: onlyCategory === undefined ? undefined : toId(onlyCategory, 'Only Category ID'),
		'categories:in': category && idsIn(category.value, 'Category'),
		'channel_id:in': idsIn(channels, 'Channel Names or IDs'),
		'id:not_in': idsIn(notIds, 'IDs to Leave Out'),
		'inventory_level:in': levelsIn(inventoryLevels, 'Stock Levels'),
		'inventory_level:not_in': levelsIn(notInventoryLevels, 'Stock Levels to Leave Out'),
		out_of_stock: outOfStock ? 1 : undefined,
	};
	return queriesFor(
		{ ...query, ...compact(composed) },
		{ 'id:in': idsIn(ids, 'IDs'), 'sku:in': textsIn(skus, 'SKUs') },
	);
}
