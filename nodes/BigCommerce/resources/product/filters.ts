import type { Query } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { toApiValue } from '../../operation/apiBody';
import { InputError } from '../../operation/errors';
import type { Field, ParamsOf } from '../../operation/params';
import { idOf, toId, toIds } from '../../operation/values';
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
function filled<Value>(given: Value, name: string): Value {
	const { displayName = name } = fields.get(name) ?? {};
	const isEmpty = Array.isArray(given) ? given.length === 0 : String(given ?? '').trim() === '';
	if (!isEmpty) return given;
	throw new InputError(
		`'${displayName}' is empty`,
		`Fill in '${displayName}', or remove it from 'Filters'.`,
	);
}

function plain(name: string, given: unknown): string | number | boolean {
	const field = fields.get(name) as Field;
	const value = toApiValue(filled(given, name), field);
	return typeof value === 'string' ? value.trim() : (value as number | boolean);
}

const skuList = (given: unknown) =>
	(Array.isArray(given) ? given : String(given).split(','))
		.map((sku) => String(sku).trim())
		.filter(Boolean);

const levels = (given: unknown) =>
	skuList(given).map((level) => toApiValue(level, fields.get('inventoryLevel') as Field) as number);

/** The filters of the form as one query, or as several whose ids and SKUs each fit a URL. */
export function productQueries(filters: ProductFilters): Query[] {
	const query: Query = {};
	for (const [name, value] of Object.entries(filters)) {
		if (name in NAMES) query[NAMES[name as keyof typeof NAMES]] = plain(name, value);
		if (name in FLAGS) query[FLAGS[name as keyof typeof FLAGS]] = Number(plain(name, value));
	}
	const { brand, category, channels, ids, inventoryLevels, notIds, notInventoryLevels } = filters;
	const { onlyCategory, outOfStock, skus } = filters;
	if (brand) query.brand_id = idOf(brand, 'Brand');
	if (category) query['categories:in'] = filled(toIds(category.value, 'Category'), 'category');
	if (channels)
		query['channel_id:in'] = filled(toIds(channels, 'Channel Names or IDs'), 'channels');
	if (inventoryLevels !== undefined)
		query['inventory_level:in'] = filled(levels(inventoryLevels), 'inventoryLevels');
	if (notIds !== undefined)
		query['id:not_in'] = filled(toIds(notIds, 'IDs to Leave Out'), 'notIds');
	if (notInventoryLevels !== undefined)
		query['inventory_level:not_in'] = filled(levels(notInventoryLevels), 'notInventoryLevels');
	if (onlyCategory !== undefined) query.categories = toId(onlyCategory, 'Only Category ID');
	if (outOfStock) query.out_of_stock = 1;
	if (ids !== undefined && skus !== undefined) {
		throw new InputError(
			"'IDs' and 'SKUs' both say which products to return",
			"Remove 'IDs' or 'SKUs' from 'Filters'.",
		);
	}
	if (ids !== undefined) {
		const wanted = filled(toIds(ids, 'IDs'), 'ids');
		return idChunks(wanted).map((chunk) => ({ ...query, 'id:in': chunk }));
	}
	if (skus !== undefined) {
		const wanted = filled(skuList(skus), 'skus');
		return idChunks(wanted).map((chunk) => ({ ...query, 'sku:in': chunk }));
	}
	return [query];
}
