import { isoZulu } from '../formats.ts';
import { data, notFoundV3, refuseV3, type Answer } from '../http/answers.ts';
import { idTests, passing, timeTests } from '../http/filters.ts';
import { linkOf } from '../http/paging.ts';
import { arrayOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ListingRecord, ListingVariant } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { checkProduct, checkShape, notUpserted, REQUIRED } from './channelListingChecks.ts';

const FILTERS = [
	'limit',
	'after',
	'product_id:in',
	...['date_created', 'date_modified'].flatMap((name) => [name, `${name}:min`, `${name}:max`]),
];
const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 250;

const timed = <T extends { date_created: number; date_modified: number }>(record: T): object => ({
	...record,
	date_created: isoZulu(record.date_created),
	date_modified: isoZulu(record.date_modified),
});

const view = ({ id, variants, ...listing }: ListingRecord): object => ({
	listing_id: id,
	...timed(listing),
	variants: variants.map((variant) => ({ channel_id: listing.channel_id, ...timed(variant) })),
});

const channelId = ({ params }: Context): number => Number(params.channel_id);

/** By the id of the last listing seen, not by pages; an unknown channel has an empty list (spec). */
function list(context: Context): Answer {
	const { state, query } = context;
	const unknown = Object.keys(query.all()).filter((name) => !FILTERS.includes(name));
	if (unknown.length > 0)
		refuseV3(422, `The filter(s): ${unknown.join(', ')} are not valid filter parameter(s).`);
	const limit = query.number('limit') ?? DEFAULT_LIMIT;
	if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT)
		query.refuse('limit', `must be 1 to ${LARGEST_LIMIT}`);
	const after = query.number('after') ?? 0;
	const all = passing(
		byId(state.listings).filter(({ channel_id }) => channel_id === channelId(context)),
		[
			...idTests<ListingRecord>(query, 'product_id', ({ product_id }) => product_id),
			...timeTests<ListingRecord>(query, 'date_created', ({ date_created }) => date_created),
			...timeTests<ListingRecord>(query, 'date_modified', ({ date_modified }) => date_modified),
		],
	);
	const left = all.filter(({ id }) => id > after);
	const rows = left.slice(0, limit);
	const last = rows.at(-1);
	const next = last && left.length > rows.length ? { next: linkOf(query, { after: last.id }) } : {};
	const links = { current: linkOf(query, {}), ...next };
	return data(rows.map(view), {
		pagination: {
			count: rows.length,
			total: all.length,
			total_pages: Math.max(1, Math.ceil(all.length / limit)),
			links,
		},
	});
}

function writeTexts(
	target: { external_id: string; state: string; name: string; description: string },
	row: JsonObject,
): void {
	for (const name of ['external_id', 'state', 'name', 'description'] as const)
		target[name] = textOf(row[name]) ?? target[name];
}

const blank = (now: number): Omit<ListingVariant, 'product_id' | 'variant_id'> => ({
	external_id: '',
	state: 'active',
	name: '',
	description: '',
	date_created: now,
	date_modified: now,
});

function write(listing: ListingRecord, row: JsonObject, now: number): ListingRecord {
	writeTexts(listing, row);
	listing.date_modified = now;
	for (const given of arrayOf(row.variants).map(objectOf)) {
		const variant_id = Number(given.variant_id);
		let variant = listing.variants.find((known) => known.variant_id === variant_id);
		if (!variant) {
			variant = { product_id: listing.product_id, variant_id, ...blank(now) };
			listing.variants.push(variant);
		}
		writeTexts(variant, given);
		variant.date_modified = now;
	}
	return listing;
}

function rowsOf(context: Context, required: string[]): JsonObject[] {
	const { state, body } = context;
	if (!Array.isArray(body)) return refuseV3(422, 'JSON data is missing or invalid');
	const channel = channelId(context);
	if (!state.channels.has(channel))
		refuseV3(422, `Channel id (${channel}) is not valid for store (${state.store.storeId})!`);
	const rows = body.map(objectOf);
	checkShape(rows, required);
	return rows;
}

const written = (listings: ListingRecord[]): Answer =>
	data(listings.map(view), {
		pagination: { count: listings.length, total: listings.length, total_pages: 1, links: {} },
	});

/** A product that the channel lists already is changed: the refusals of this endpoint speak of "upserted". */
function create(context: Context): Answer {
	const { state, now } = context;
	const rows = rowsOf(context, REQUIRED);
	for (const row of rows) checkProduct(context, row, Number(row.product_id));
	const channel_id = channelId(context);
	return written(
		rows.map((row) => {
			const product_id = Number(row.product_id);
			let listing = byId(state.listings).find(
				(known) => known.channel_id === channel_id && known.product_id === product_id,
			);
			if (!listing) {
				const id = nextId(state, 'listing');
				listing = { id, channel_id, product_id, ...blank(now), variants: [] };
				state.listings.set(id, listing);
			}
			return write(listing, row, now);
		}),
	);
}

/** An unknown listing is left out of the answer, which is 200 all the same (spec, notes on PUT). */
function update(context: Context): Answer {
	const { state, now } = context;
	const rows = rowsOf(context, ['listing_id', ...REQUIRED]);
	for (const { listing_id } of rows)
		if (typeof listing_id !== 'number' || listing_id <= 0)
			notUpserted('group_id,', {
				group_id: `Group id (${String(listing_id)}) for store (${state.store.storeId}) cannot be less than or equal to zero!`,
			});
	const changes = rows.flatMap((row) => {
		const listing = state.listings.get(Number(row.listing_id));
		if (!listing || listing.channel_id !== channelId(context)) return [];
		checkProduct(context, row, listing.product_id);
		return [{ listing, row }];
	});
	return written(changes.map(({ listing, row }) => write(listing, row, now)));
}

const LISTINGS = '/v3/channels/{channel_id}/listings';
const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: 'store_channel_listings',
	run,
});

export const channelListingRoutes: Route[] = [
	route('GET', LISTINGS, list),
	route('POST', LISTINGS, create),
	route('PUT', LISTINGS, update),
	route('GET', `${LISTINGS}/{listing_id}`, (context) => {
		const listing = context.state.listings.get(Number(context.params.listing_id));
		const own = listing?.channel_id === channelId(context) ? listing : undefined;
		return data(view(own ?? notFoundV3('channel listing')));
	}),
];
