import { readRows, type Answer } from './answers';
import type { Client, Query } from './client';
import type { Task } from './errors';

/**
 * How a collection is paged (API notes 1.7).
 * `v2`: a bare array a page, its end a short page or 204. `v3`: `meta.pagination` with the number of pages.
 * `cursor`: `meta.cursor_pagination`, one page after the other. `offset`: offset and limit, `meta.pagination.total_items`.
 * `lastId`: the next page is what comes after the last row's id; its end a short page or an empty one.
 * `whole`: all rows at once; such a collection is short, and has no parameters for pages.
 */
export type Paging = 'v2' | 'v3' | 'cursor' | 'offset' | 'lastId' | 'whole';

export interface Collection extends Task {
	path: string;
	paging: Paging;
	/** The most rows that one page may hold. */
	pageSize: number;
	/** Answers `{count}` for the same filters, so that the pages of a long v2 list can be read several at a time. */
	countPath?: string;
	/** For `lastId`: the rows' id. */
	idKey?: string;
}

export interface ListQuery {
	query?: Query;
	/** Stop after so many rows; without it all are read. */
	limit?: number;
	/** Fewer rows a page than the endpoint allows. */
	pageSize?: number;
}

interface Page<T> {
	rows: T[];
	meta?: {
		pagination?: { per_page?: number; total_pages?: number; total_items?: number };
		cursor_pagination?: { end_cursor?: string; links?: { next?: string } };
	};
}

/** Pages read ahead of the one that is being used: the pacer has the last word on how many are under way. */
const READ_AHEAD = 10;
/** A page that is short but full by a usual cap was cut by the server, and is not the last one. */
const USUAL_CAP = 50;

/** `options` and `modifiers` make products so large that only 10 fit a page (API notes 1.12). */
function pageSizeFor(
	{ pageSize: most }: Collection,
	{ query, pageSize = most, limit = pageSize }: ListQuery,
) {
	const include = query?.include;
	const heavy = [include ?? []].flat().some((part) => /\b(options|modifiers)\b/.test(String(part)));
	return Math.max(1, Math.min(pageSize, most, limit, heavy ? 10 : most));
}

async function readPage<T>(
	client: Client,
	collection: Collection,
	query: Query,
	position: string,
): Promise<Page<T>> {
	const task = `${collection.task}${position}`;
	const { path, scope } = collection;
	return await client.request('GET', { path, query, task, scope }, readPageOf<T>);
}

function readPageOf<T>(answer: Answer, path: string): Page<T> | undefined {
	const rows = readRows<T>(answer, path);
	const { meta } = (answer.body || {}) as Pick<Page<T>, 'meta'>;
	return rows && { rows, meta };
}

/** Reads the page of a number, which is 1 for the first. */
const numberedPages =
	<T>(client: Client, collection: Collection, query: Query | undefined, size: number) =>
	async (page: number): Promise<Page<T>> =>
		await readPage<T>(
			client,
			collection,
			collection.paging === 'offset'
				? { ...query, offset: (page - 1) * size, limit: size }
				: { ...query, page, limit: size },
			page > 1 ? ` (page ${page})` : '',
		);

/** Yields what the numbered reads answer, in order, several of them under way at a time. */
async function* inOrder<T>(
	first: number,
	last: number,
	read: (page: number) => Promise<T>,
): AsyncGenerator<T> {
	const ahead: Array<Promise<T>> = [];
	let next = first;
	while (ahead.length > 0 || next <= last) {
		while (ahead.length < READ_AHEAD && next <= last) {
			const reading = read(next++);
			reading.catch(() => undefined); // awaited in its turn; a caller that stops early must not leave it unhandled
			ahead.push(reading);
		}
		yield await (ahead.shift() as Promise<T>);
	}
}

/** The pages of a collection in order, as they arrive; memory holds only those read ahead. */
export async function* pages<T>(
	client: Client,
	collection: Collection,
	listing: ListQuery = {},
): AsyncGenerator<T[]> {
	let left = listing.limit ?? Number.POSITIVE_INFINITY;
	if (left <= 0) return;
	for await (const rows of allPages<T>(client, collection, listing)) {
		yield rows.slice(0, left);
		left -= rows.length;
		if (left <= 0) return;
	}
}

async function* allPages<T>(
	client: Client,
	collection: Collection,
	listing: ListQuery,
): AsyncGenerator<T[]> {
	if (collection.paging === 'whole') {
		yield (await readPage<T>(client, collection, listing.query ?? {}, '')).rows;
		return;
	}
	const size = pageSizeFor(collection, listing);
	const wanted = Math.ceil((listing.limit ?? Number.POSITIVE_INFINITY) / size);
	const numbered = numberedPages<T>(client, collection, listing.query, size);
	const following = FOLLOWING[collection.paging];
	const first = await (following
		? readPage<T>(client, collection, { ...listing.query, limit: size }, '')
		: numbered(1));
	yield first.rows;
	if (wanted <= 1) return;

	if (following) {
		const next = (page: Page<T>) => following(page, size, collection);
		yield* restByCursor(client, collection, { ...listing.query, limit: size }, { first, next });
	} else if (collection.paging === 'v2') {
		yield* restUntilShort(client, collection, listing, numbered, { first, size, wanted });
	} else {
		yield* restByTotal(numbered, { first, size, wanted });
	}
}

/** As many pages as the first one tells of. Some lists tell of one page alone (API notes 1.8): they are read on while pages are full. */
async function* restByTotal<T>(
	numbered: (page: number) => Promise<Page<T>>,
	{ first, size, wanted }: Known<T>,
): AsyncGenerator<T[]> {
	const total = pagesOf(first, size);
	if (total > 1) {
		for await (const { rows } of inOrder(2, Math.min(total, wanted), numbered)) yield rows;
		return;
	}
	let last = first;
	for (let page = 2; page <= wanted && isFull(last, size); page++) {
		last = await numbered(page);
		yield last.rows;
	}
}

/** A full page may have one after it. */
const isFull = ({ rows, meta }: Page<unknown>, size: number) =>
	rows.length >= Math.max(1, Math.min(size, meta?.pagination?.per_page || size));

const pagesOf = ({ meta }: Pick<Page<unknown>, 'meta'>, size: number) =>
	meta?.pagination?.total_pages ?? Math.ceil((meta?.pagination?.total_items ?? 0) / size);

type Following = (
	page: Page<unknown>,
	size: number,
	collection: Collection,
) => string | number | undefined;

/** What the next page comes after; undefined where there is none. */
const FOLLOWING: Partial<Record<Paging, Following>> = {
	cursor: (page, size) => {
		const { links, end_cursor } = page.meta?.cursor_pagination ?? {};
		return links?.next || isFull(page, size) ? end_cursor : undefined;
	},
	lastId: (page, size, { idKey = 'id' }) =>
		isLast(page, size) ? undefined : (page.rows.at(-1) as Record<string, number>)[idKey],
};

/** Such pages tell where the next one begins, so that they are read one after the other. */
async function* restByCursor<T>(
	client: Client,
	collection: Collection,
	query: Query,
	{ first, next }: { first: Page<T>; next: (page: Page<T>) => string | number | undefined },
): AsyncGenerator<T[]> {
	let page = first;
	for (let number = 2; ; number++) {
		const after = next(page);
		if (!after) return;
		page = await readPage<T>(client, collection, { ...query, after }, ` (page ${number})`);
		yield page.rows;
	}
}

/** Whether nothing comes after this page, of a list that does not say how long it is. */
const isLast = ({ rows }: Page<unknown>, size: number) =>
	rows.length < size && (rows.length === 0 || rows.length % USUAL_CAP !== 0);

interface Known<T> {
	first: Page<T>;
	size: number;
	wanted: number;
}

/** A v2 list says nothing of its length: it is counted where there is a count, then read on until a page is short. */
async function* restUntilShort<T>(
	client: Client,
	collection: Collection,
	{ query }: ListQuery,
	numbered: (page: number) => Promise<Page<T>>,
	{ first, size, wanted }: Known<T>,
): AsyncGenerator<T[]> {
	if (isLast(first, size)) return;
	let page = first;
	let read = 1;
	const counted = collection.countPath && wanted > 2 ? await countOf(client, collection, query) : 0;
	const known = Math.min(Math.ceil(counted / Math.max(1, first.rows.length)), wanted);
	for await (const next of inOrder(2, known, numbered)) {
		page = next;
		read++;
		yield page.rows;
	}
	while (!isLast(page, size) && read < wanted) {
		// Everything that was counted is here, and the last page is not even full by the count.
		if (counted > 0 && read === known && counted % first.rows.length !== 0) return;
		page = await numbered(++read);
		yield page.rows;
	}
}

async function countOf(
	client: Client,
	{ countPath = '', task, scope }: Collection,
	query?: Query,
): Promise<number> {
	const { sort: _order, include: _more, consignment_structure: _shape, ...filters } = query ?? {};
	const answer = await client.get<{ count?: number }>({
		path: countPath,
		query: filters,
		task,
		scope,
	});
	return Number(answer?.count ?? 0);
}

/** All rows of a collection, or the first `limit` of them. */
export async function list<T>(
	client: Client,
	collection: Collection,
	listing: ListQuery = {},
): Promise<T[]> {
	const rows: T[] = [];
	for await (const page of pages<T>(client, collection, listing)) {
		for (const row of page) rows.push(row);
	}
	return rows;
}

/** A v3 list by its first page, for a caller to whom its length says whether to read the rest. */
export async function openList<T>(client: Client, collection: Collection, query?: Query) {
	const size = pageSizeFor(collection, { query });
	const numbered = numberedPages<T>(client, collection, query, size);
	const first = await numbered(1);
	const known = { first, size, wanted: Number.POSITIVE_INFINITY };
	return {
		first: first.rows,
		/** Pages in all, as far as the list tells. */
		total: pagesOf(first, size),
		rest: () => restByTotal(numbered, known),
	};
}
