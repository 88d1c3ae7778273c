import { bareList, data, refuseV3, type Answer } from './answers.ts';
import type { Query } from './query.ts';

const DEFAULT_LIMIT = 50;
const MAXIMUM = 250;

const pageOf = (query: Query): number => {
	const page = query.number('page') ?? 1;
	return Number.isInteger(page) && page >= 1 ? page : query.refuse('page', 'must be 1 or more');
};

const limitOf = (query: Query): number => {
	const limit = query.number('limit') ?? DEFAULT_LIMIT;
	return Number.isInteger(limit) && limit >= 1 ? limit : query.refuse('limit', 'must be 1 or more');
};

/**
 * v2: a bare array, 204 when there is nothing on the page. A limit above 250 is lowered without a word (API notes 1.14:
 * undocumented; lowering is the behaviour that a careless "short page means the last page" trips over).
 */
export function v2Page<T>(
	query: Query,
	rows: T[],
	render: (row: T) => unknown = (row) => row,
): Answer {
	const limit = Math.min(limitOf(query), MAXIMUM);
	const start = (pageOf(query) - 1) * limit;
	return bareList(rows.slice(start, start + limit).map(render));
}

export interface PageRules<T> {
	render?: (row: T) => unknown;
	/** Above this `limit` is refused with 413 (API notes 1.15). */
	maximum?: number;
	/** At most this many rows whatever `limit` says (products with options or modifiers, API notes 1.12). */
	clamp?: number;
	defaultLimit?: number;
}

/** A link of an answer: the same query with some of it changed. */
export const linkOf = (
	query: Query,
	changes: Record<string, string | number | undefined>,
): string => {
	const search = new URLSearchParams(query.all());
	for (const [name, value] of Object.entries(changes)) {
		if (value === undefined) search.delete(name);
		else search.set(name, String(value));
	}
	return `?${search.toString()}`;
};

/** v3: `meta.pagination` with links that are query strings, not addresses (API notes 1.7). */
export function v3Page<T>(query: Query, rows: T[], rules: PageRules<T> = {}): Answer {
	const { render = (row: T): unknown => row, maximum = MAXIMUM } = rules;
	const asked = query.has('limit') ? limitOf(query) : (rules.defaultLimit ?? DEFAULT_LIMIT);
	if (asked > maximum) refuseV3(413, `The maximum limit is ${maximum}.`);
	const limit = Math.min(asked, rules.clamp ?? asked);
	const page = pageOf(query);
	const shown = rows.slice((page - 1) * limit, page * limit);
	return data(shown.map(render), {
		pagination: pagination(query, rows.length, shown.length, limit, page),
	});
}

function pagination(
	query: Query,
	total: number,
	count: number,
	limit: number,
	page: number,
): object {
	const pages = Math.max(1, Math.ceil(total / limit));
	const links: Record<string, string> = { current: linkOf(query, { page, limit }) };
	if (page > 1) links.previous = linkOf(query, { page: page - 1, limit });
	if (page < pages) links.next = linkOf(query, { page: page + 1, limit });
	return { total, count, per_page: limit, current_page: page, total_pages: pages, links };
}

const encodeCursor = (id: number): string =>
	Buffer.from(JSON.stringify({ id: String(id) })).toString('base64');

function decodeCursor(query: Query, name: string): number | undefined {
	const text = query.text(name);
	if (text === undefined || text === '') return undefined;
	try {
		const value = JSON.parse(Buffer.from(text, 'base64').toString()) as { id?: unknown };
		const id = Number(value.id);
		if (Number.isFinite(id)) return id;
	} catch {
		// falls through to the refusal
	}
	return query.refuse(name, 'is not a cursor');
}

/**
 * v3 cursors: `after`/`before`, with `meta.cursor_pagination` (API notes 1.7). Without a cursor the page numbers are told as well,
 * as the customers list does on its first page only.
 */
export function cursorPage<T extends { id: number }>(
	query: Query,
	rows: T[],
	render: (row: T) => unknown = (row) => row,
): Answer {
	if (!query.has('after') && !query.has('before')) {
		const answer = v3Page(query, rows, { render });
		const limit = query.has('limit') ? limitOf(query) : DEFAULT_LIMIT;
		const start = (pageOf(query) - 1) * limit;
		addCursors(answer, query, rows, start, limit);
		return answer;
	}
	const limit = limitOf(query);
	if (limit > MAXIMUM) refuseV3(413, `The maximum limit is ${MAXIMUM}.`);
	const after = decodeCursor(query, 'after');
	const before = decodeCursor(query, 'before');
	let start: number;
	if (after !== undefined) {
		start = rows.findIndex((row) => row.id === after) + 1;
		// The row of the cursor may have been deleted since: go on with the next id.
		if (start === 0) start = rows.filter((row) => row.id <= after).length;
	} else {
		const end = rows.findIndex((row) => row.id === before);
		start = Math.max(0, (end < 0 ? rows.length : end) - limit);
	}
	const answer = data(rows.slice(start, start + limit).map(render), {});
	addCursors(answer, query, rows, start, limit);
	return answer;
}

function addCursors<T extends { id: number }>(
	answer: Answer,
	query: Query,
	rows: T[],
	start: number,
	limit: number,
): void {
	const shown = rows.slice(start, start + limit);
	const first = shown[0];
	const last = shown[shown.length - 1];
	const links: Record<string, string> = { current: linkOf(query, { limit }) };
	const cursors: Record<string, unknown> = { count: shown.length, per_page: limit, links };
	if (first !== undefined && last !== undefined) {
		cursors.start_cursor = encodeCursor(first.id);
		cursors.end_cursor = encodeCursor(last.id);
		if (start > 0)
			links.previous = linkOf(query, {
				page: undefined,
				after: undefined,
				before: encodeCursor(first.id),
				limit,
			});
		if (start + limit < rows.length)
			links.next = linkOf(query, {
				page: undefined,
				before: undefined,
				after: encodeCursor(last.id),
				limit,
			});
	}
	const body = answer.body as { meta: Record<string, unknown> };
	body.meta.cursor_pagination = cursors;
}

/** The sites' own style: `{offset, limit, total_items}` (API notes 1.14). `page` is understood as well. */
export function offsetPage<T>(
	query: Query,
	rows: T[],
	render: (row: T) => unknown = (row) => row,
): Answer {
	const limit = Math.min(limitOf(query), MAXIMUM);
	const offset = query.number('offset') ?? (pageOf(query) - 1) * limit;
	return data(rows.slice(offset, offset + limit).map(render), {
		pagination: { offset, limit, total_items: rows.length },
	});
}
