import { bySku } from '../bySku.ts';
import { indexOf, type Pair } from '../catalogueIndex.ts';
import { data, notFoundV3, refuseV3, type Answer } from '../http/answers.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { PriceRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { PRICE_FIELDS, priceErrors, tierFrom, type Errors } from './priceChecks.ts';
import { priceListOf, PRICES } from './priceLists.ts';
import { currencyCodes } from './storeInformation.ts';

/** Rows a request (API notes 3.8); more are 422 here. */
const MOST_CREATED = 100;
const MOST_UPSERTED = 1_000;

export const priceKey = (list: number, variant: number, currency: string): string =>
	`${list}:${variant}:${currency.toLowerCase()}`;

export const skuOfRecord = (state: StoreState, record: PriceRecord): string =>
	state.products.get(record.product_id)?.variants.find(({ id }) => id === record.variant_id)?.sku ??
	'';

/** What a row does not say stays as it was; null takes a price away. (What is left out on an update is not documented.) */
function write(
	{ state, now }: Context,
	place: { list: number; named: Pair; currency: string },
	row: JsonObject,
): PriceRecord {
	const { list, named, currency } = place;
	const key = priceKey(list, named.variant.id, currency);
	let record = state.priceRecords.get(key);
	if (!record) {
		record = {
			id: nextId(state, 'priceRecord'),
			price_list_id: list,
			variant_id: named.variant.id,
			product_id: named.product.id,
			currency: currency.toLowerCase(),
			price: null,
			sale_price: null,
			retail_price: null,
			map_price: null,
			bulk_pricing_tiers: [],
			date_created: now,
			date_modified: now,
		};
		state.priceRecords.set(key, record);
	}
	for (const name of PRICE_FIELDS) {
		const value = row[name];
		if (typeof value === 'number' || value === null) record[name] = value;
	}
	if (Array.isArray(row.bulk_pricing_tiers))
		record.bulk_pricing_tiers = row.bulk_pricing_tiers.flatMap((tier) => tierFrom(tier) ?? []);
	record.date_modified = now;
	return record;
}

interface Batch {
	/** The list of the path; without one each row names its own. */
	list?: number;
	create: boolean;
}

/** Why a row cannot be written, or where it is to be written. */
function judge(
	{ state }: Context,
	{ list, create }: Batch,
	row: JsonObject,
): { errors: Errors } | { list: number; named: Pair; currency: string } {
	const errors = priceErrors(row);
	const target = list ?? Number(row.price_list_id);
	if (!state.priceLists.has(target)) errors.price_list_id = 'The price list does not exist';
	const currency = textOf(row.currency);
	if (currency === undefined) errors.currency = 'currency is required';
	else if (!currencyCodes.includes(currency.toUpperCase()))
		errors.currency = 'The currency does not exist';
	const sku = textOf(row.sku);
	const found =
		row.variant_id === undefined
			? bySku(state, sku ?? '')
			: indexOf(state).variant(Number(row.variant_id));
	const field = row.variant_id === undefined ? 'sku' : 'variant_id';
	if (row.variant_id === undefined && sku === undefined)
		errors.variant_id = 'One of variant_id or sku is required';
	// The SKU of a product with variants names none of them (spec: no records for the parent product's SKU).
	else if (!found?.variant) errors[field] = `The variant of this ${field} does not exist`;
	if (Object.keys(errors).length > 0 || !found?.variant || currency === undefined)
		return { errors };
	if (create && state.priceRecords.has(priceKey(target, found.variant.id, currency)))
		return { errors: { [field]: 'A price record of this variant and currency already exists' } };
	return { list: target, named: { product: found.product, variant: found.variant }, currency };
}

function batch(context: Context, kind: Batch): Answer {
	const { state, body } = context;
	const most = kind.create ? MOST_CREATED : MOST_UPSERTED;
	if (!Array.isArray(body) || body.length === 0)
		return refuseV3(422, 'A list of price records is expected');
	if (body.length > most)
		return refuseV3(422, `There can be no more than ${most} price records in a request`);
	const rows = body.map(objectOf);
	const batch_errors: object[] = [];
	const places = rows.map((row) => {
		const verdict = judge(context, kind, row);
		if (!('errors' in verdict)) return verdict;
		const { price_list_id = kind.list, variant_id, sku, currency } = row;
		const data = { price_list_id, variant_id, sku, currency };
		batch_errors.push({ data, field_errors: verdict.errors });
		return undefined;
	});
	if (batch_errors.length === 0 || !state.settings.strictPriceRecords)
		tell(context, kind, writeAll(context, places, rows));
	return batch_errors.length === 0 ? data({}) : { status: 422, body: { batch_errors } };
}

function writeAll(
	context: Context,
	places: Array<{ list: number; named: Pair; currency: string } | undefined>,
	rows: JsonObject[],
): PriceRecord[] {
	return places.flatMap((place, index) =>
		place ? [write(context, place, rows[index] ?? {})] : [],
	);
}

/** One event for the whole batch, whose data is a list (API notes 3.8). */
function tell({ emit }: Context, { create }: Batch, records: PriceRecord[]): void {
	if (records.length === 0) return;
	const rows = records.map(({ price_list_id, variant_id, currency }) => ({
		price_list_id,
		variant_id,
		currency,
	}));
	emit(`store/priceList/records/${create ? 'created' : 'updated'}`, rows);
}

/** PUT of the record that the path names: made where there is none. */
export function writeOne(context: Context): PriceRecord {
	const { state, params } = context;
	const list = priceListOf(context).id;
	const pair = indexOf(state).variant(Number(params.variant_id)) ?? notFoundV3('variant');
	const row = isObject(context.body) ? context.body : refuseV3(422, 'One price record is expected');
	const currency = params.currency_code ?? '';
	const errors = priceErrors(row);
	if (!currencyCodes.includes(currency.toUpperCase()))
		errors.currency = 'The currency does not exist';
	if (Object.keys(errors).length > 0) refuseV3(422, 'The price record is not valid', errors);
	const isNew = !state.priceRecords.has(priceKey(list, pair.variant.id, currency));
	const record = write(context, { list, named: pair, currency }, row);
	context.emit(`store/priceList/record/${isNew ? 'created' : 'updated'}`, {
		price_list_id: list,
		variant_id: pair.variant.id,
		currency: record.currency,
	});
	return record;
}

const SOME = '/v3/pricelists/records';
const OF_LIST = '/v3/pricelists/{price_list_id}/records';

/** How many at a time: API notes 3.8. */
const route = (
	method: Route['method'],
	path: string,
	parallel: number,
	kindOf: (context: Context) => Batch,
): Route => ({
	method,
	path,
	scope: PRICES,
	parallel,
	run: (context) => batch(context, kindOf(context)),
});

export const writeRoutes: Route[] = [
	route('POST', SOME, 10, () => ({ create: true })),
	route('PUT', SOME, 1, () => ({ create: false })),
	route('POST', OF_LIST, 10, (context) => ({ list: priceListOf(context).id, create: true })),
	route('PUT', OF_LIST, 2, (context) => ({ list: priceListOf(context).id, create: false })),
];
