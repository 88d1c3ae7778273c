import { isoZulu } from '../formats.ts';
import { data, noContent, notFoundV3, type Answer } from '../http/answers.ts';
import { idTests, passing, textTests, timeTests } from '../http/filters.ts';
import type { Query } from '../http/query.ts';
import type { Context, Route } from '../http/routes.ts';
import type { PriceRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { PRICE_FIELDS } from './priceChecks.ts';
import { beginDeletion, priceListOf, pricePage, PRICES } from './priceLists.ts';
import { priceKey, skuOfRecord, writeOne, writeRoutes } from './priceRecordWrites.ts';
import { numberTests } from './productFilters.ts';

/** The sale price where there is one, else the price (spec); nothing where the record has neither. */
const calculated = ({ price, sale_price }: PriceRecord): number | null => sale_price ?? price;

function view(state: StoreState, record: PriceRecord, include: string[]): object {
	const { price, sale_price, retail_price, map_price } = record;
	const prices = { price, sale_price, retail_price, map_price };
	const set = Object.entries({ ...prices, calculated_price: calculated(record) }).filter(
		([, value]) => value !== null,
	);
	return {
		price_list_id: record.price_list_id,
		variant_id: record.variant_id,
		product_id: record.product_id,
		currency: record.currency,
		...Object.fromEntries(set),
		date_created: isoZulu(record.date_created),
		date_modified: isoZulu(record.date_modified),
		...(include.includes('sku') ? { sku: skuOfRecord(state, record) } : {}),
		...(include.includes('bulk_pricing_tiers')
			? { bulk_pricing_tiers: record.bulk_pricing_tiers }
			: {}),
	};
}

/** Other expansions than these two are ignored (spec). */
const includesOf = (query: Query): string[] => query.list('include') ?? [];

const recordsOf = ({ state }: Context, listId: number): PriceRecord[] =>
	[...state.priceRecords.values()]
		.filter(({ price_list_id }) => price_list_id === listId)
		.sort((a, b) => a.id - b.id);

function filtered(context: Context): PriceRecord[] {
	const { state, query } = context;
	const lower = (name: string): string[] | undefined =>
		query.list(name)?.map((text) => text.toLowerCase());
	const currencies = [lower('currency'), lower('currency:in')];
	const records = recordsOf(context, priceListOf(context).id).filter(({ currency }) =>
		currencies.every((wanted) => !wanted || wanted.includes(currency)),
	);
	return passing(records, [
		...idTests<PriceRecord>(query, 'variant_id', ({ variant_id }) => variant_id),
		...idTests<PriceRecord>(query, 'product_id', ({ product_id }) => product_id),
		...textTests<PriceRecord>(query, 'sku', (record) => skuOfRecord(state, record)),
		...PRICE_FIELDS.flatMap((name) =>
			numberTests<PriceRecord>(query, name, (record) => record[name] ?? NaN),
		),
		...numberTests<PriceRecord>(query, 'calculated_price', (record) => calculated(record) ?? NaN),
		...timeTests<PriceRecord>(query, 'date_created', ({ date_created }) => date_created),
		...timeTests<PriceRecord>(query, 'date_modified', ({ date_modified }) => date_modified),
	]);
}

const page = (context: Context, records: PriceRecord[]): Answer =>
	pricePage(context.query, records, (record) =>
		view(context.state, record, includesOf(context.query)),
	);

function ofVariant(context: Context): Answer {
	const { id } = priceListOf(context);
	const variant = Number(context.params.variant_id);
	return page(
		context,
		recordsOf(context, id).filter(({ variant_id }) => variant_id === variant),
	);
}

function one(context: Context): PriceRecord {
	const { state, params } = context;
	const { id } = priceListOf(context);
	const key = priceKey(id, Number(params.variant_id), params.currency_code ?? '');
	return state.priceRecords.get(key) ?? notFoundV3('price record');
}

const named = ({ price_list_id, variant_id, currency }: PriceRecord): object => ({
	price_list_id,
	variant_id,
	currency,
});

function drop({ state }: Context, record: PriceRecord): void {
	state.priceRecords.delete(priceKey(record.price_list_id, record.variant_id, record.currency));
}

/** All records of the list, or those that the filters leave (spec: "Optional parameters"). */
function removeMany(context: Context): Answer {
	const { state, query } = context;
	const currency = query.text('currency')?.toLowerCase();
	const records = passing(recordsOf(context, priceListOf(context).id), [
		...idTests<PriceRecord>(query, 'variant_id', ({ variant_id }) => variant_id),
		...textTests<PriceRecord>(query, 'sku', (record) => skuOfRecord(state, record)),
	]).filter((record) => currency === undefined || record.currency === currency);
	beginDeletion(context);
	for (const record of records) drop(context, record);
	if (records.length > 0) context.emit('store/priceList/records/deleted', records.map(named));
	return noContent;
}

const ALL = '/v3/pricelists/{price_list_id}/records';
const VARIANT = `${ALL}/{variant_id}`;
const ONE = `${VARIANT}/{currency_code}`;

/** How many at a time: API notes 3.8. */
const route = (
	method: Route['method'],
	path: string,
	parallel: number | undefined,
	run: Route['run'],
): Route => ({ method, path, scope: PRICES, run, ...(parallel ? { parallel } : {}) });

export const priceRecordRoutes: Route[] = [
	...writeRoutes,
	route('GET', ALL, 10, (context) => page(context, filtered(context))),
	route('DELETE', ALL, undefined, removeMany),
	route('GET', VARIANT, 40, ofVariant),
	route('GET', ONE, 50, (context) =>
		data(view(context.state, one(context), includesOf(context.query))),
	),
	route('PUT', ONE, 40, (context) =>
		data(view(context.state, writeOne(context), ['bulk_pricing_tiers'])),
	),
	route('DELETE', ONE, 25, (context) => {
		const record = one(context);
		beginDeletion(context);
		drop(context, record);
		context.emit('store/priceList/record/deleted', named(record));
		return noContent;
	}),
];
