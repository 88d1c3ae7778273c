import { isoZulu } from '../formats.ts';
import { data, noContent, notFoundV3, Refusal, refuseV3, type Answer } from '../http/answers.ts';
import { idTests, passing, timeTests } from '../http/filters.ts';
import { cursorPage, v3Page } from '../http/paging.ts';
import type { Query } from '../http/query.ts';
import { flagOf, isObject, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { PriceListRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';

/** Price lists are under the Products scope (API notes 3.7). */
export const PRICES = 'store_v2_products';

const view = (list: PriceListRecord): object => ({
	...list,
	date_created: isoZulu(list.date_created),
	date_modified: isoZulu(list.date_modified),
});

/**
 * With `page` the page numbers alone are told, with a cursor the cursors alone, else both. Only the cursors come with links
 * (spec, collection meta).
 */
export function pricePage<T extends { id: number }>(
	query: Query,
	rows: T[],
	render: (row: T) => unknown,
): Answer {
	const answer = query.has('page')
		? v3Page(query, rows, { render })
		: cursorPage(query, rows, render);
	const { meta } = answer.body as { meta: { pagination?: { links?: object } } };
	delete meta.pagination?.links;
	return answer;
}

export const priceListOf = ({ state, params }: Context): PriceListRecord =>
	state.priceLists.get(Number(params.price_list_id)) ?? notFoundV3('price list');

function filtered({ state, query }: Context): PriceListRecord[] {
	const name = query.text('name');
	const like = query.text('name:like')?.toLowerCase();
	return passing(byId(state.priceLists), [
		...idTests<PriceListRecord>(query, 'id', ({ id }) => id),
		...timeTests<PriceListRecord>(query, 'date_created', (list) => list.date_created),
		...timeTests<PriceListRecord>(query, 'date_modified', (list) => list.date_modified),
	]).filter(
		(list) =>
			(name === undefined || list.name === name) &&
			(!like || list.name.toLowerCase().includes(like)),
	);
}

const invalid = (errors: Record<string, string>): never =>
	refuseV3(422, 'The price list is not valid', errors);

function checked({ state, body }: Context, own?: PriceListRecord): JsonObject {
	if (!isObject(body)) return invalid({ body: 'One price list is expected' });
	const name = textOf(body.name)?.trim();
	if (!name && (body.name !== undefined || !own)) invalid({ name: 'name is required' });
	if (body.active !== undefined && flagOf(body.active) === undefined)
		invalid({ active: 'active must be true or false' });
	if (byId(state.priceLists).some((other) => other !== own && other.name === name))
		refuseV3(409, 'The price list name is a duplicate', { name: 'The name is taken' });
	return body;
}

function create(context: Context): Answer {
	const { state, now } = context;
	const body = checked(context);
	const list: PriceListRecord = {
		id: nextId(state, 'priceList'),
		name: textOf(body.name) ?? '',
		active: flagOf(body.active) ?? true,
		date_created: now,
		date_modified: now,
	};
	state.priceLists.set(list.id, list);
	context.emit('store/priceList/created', { price_list_id: list.id });
	return data(view(list));
}

function update(context: Context): Answer {
	const list = priceListOf(context);
	const body = checked(context, list);
	const before = list.active;
	list.name = textOf(body.name) ?? list.name;
	list.active = flagOf(body.active) ?? list.active;
	list.date_modified = context.now;
	context.emit('store/priceList/updated', { price_list_id: list.id });
	if (list.active !== before)
		context.emit(`store/priceList/${list.active ? 'activated' : 'deactivated'}`, {
			price_list_id: list.id,
		});
	return data(view(list));
}

/** While prices are being deleted, a further deletion has to wait (API notes 3.7). */
export function beginDeletion({ state, now }: Context): void {
	const wait = state.pricesBusyUntil - now;
	if (wait > 0) {
		const error = {
			code: 'SERVICE_DEGRADED',
			message: 'Service temporarily unavailable',
			details: 'A deletion of prices is under way, please retry later',
			retry_after_seconds: Math.ceil(wait / 1000),
			timestamp: new Date(now).toISOString(),
		};
		throw new Refusal({ status: 503, body: { error } });
	}
	state.pricesBusyUntil = now + state.settings.priceDeletionMs;
}

/** Records and assignments go with their list (spec). */
function drop({ state }: Context, list: PriceListRecord): void {
	state.priceLists.delete(list.id);
	for (const [key, record] of state.priceRecords)
		if (record.price_list_id === list.id) state.priceRecords.delete(key);
	for (const assignment of state.priceAssignments.values())
		if (assignment.price_list_id === list.id) state.priceAssignments.delete(assignment.id);
}

/** Without a filter every price list goes (API notes 3.7). */
function removeMany(context: Context): Answer {
	const { query, state } = context;
	const ids = query.numbers('id:in');
	const name = query.text('name');
	const lists = byId(state.priceLists).filter(
		(list) => (!ids || ids.includes(list.id)) && (name === undefined || list.name === name),
	);
	beginDeletion(context);
	for (const list of lists) drop(context, list);
	if (lists.length > 0)
		context.emit('store/priceLists/deleted', { price_list_ids: lists.map(({ id }) => id) });
	return noContent;
}

const ALL = '/v3/pricelists';
const ONE = `${ALL}/{price_list_id}`;
const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: PRICES,
	run,
});

export const priceListRoutes: Route[] = [
	route('GET', ALL, (context) => pricePage(context.query, filtered(context), view)),
	route('POST', ALL, create),
	route('DELETE', ALL, removeMany),
	route('GET', ONE, (context) => data(view(priceListOf(context)))),
	route('PUT', ONE, update),
	{
		...route('DELETE', ONE, (context) => {
			const list = priceListOf(context);
			beginDeletion(context);
			drop(context, list);
			context.emit('store/priceList/deleted', { price_list_id: list.id });
			return noContent;
		}),
		parallel: 1,
	},
];
