import type { IDataObject } from 'n8n-workflow';

/** Where a walk through the pages stands: the last id, or the store's own page cursor. */
export type PagePosition = number | string;

/**
 * What n8n keeps of a polling trigger between two rounds. All times are whole seconds by the store's own clock.
 *
 * A sweep reads everything from `since` (or above the id `floor`) on, page after page, over several rounds where it is
 * long. The next one starts an overlap before the last one began, so that what was written late, or dated by a clock
 * that lags, is found as well; `seen` knows what went out already.
 */
export interface Cursor extends IDataObject {
	/** What is watched; a form that is changed starts afresh. */
	of: string;
	since: number;
	floor: number;
	/** The highest id that is known: above it a record is new whatever date it bears, such as an imported order. */
	top: number;
	/** Without a look-back, what the first sweep finds from before the activation is noted and does not go out. Then 0. */
	quietUntil: number;
	/** By id: the version that was seen (feeds by date), or when it was first seen (feeds by id). */
	seen: Record<string, number>;
	/** Parts of records that went out, such as an order's shipments: by id, their date. */
	parts: Record<string, number>;
	/** By id: new records that are not finished, such as unpaid checkouts, with the second of their creation. */
	unfinished: Record<string, number>;
	sweep?: Sweep;
}

export interface Sweep extends IDataObject {
	startedAt: number;
	top: number;
	position?: PagePosition;
}

/** A record as a feed judges it. */
export interface Dated {
	id: number;
	createdAt: number;
	modifiedAt: number;
}

export type Feed = 'byDate' | 'byId';

export interface Watch {
	feed: Feed;
	/** Updates go out beside new records. */
	updates: boolean;
}

/** As what a record goes out; a new one that was changed since goes out as both. */
export interface ChangeKinds {
	created: boolean;
	updated: boolean;
}

/** Static data is one JSON text in n8n's database: beyond so many entries the oldest are dropped. */
const MOST_SEEN = 20_000;
/** A checkout that nobody paid within 30 days is not waited for any longer. */
const LONGEST_UNFINISHED = 30 * 24 * 3_600;

/**
 * Judges a record and notes it; undefined where there is nothing to tell. `at` is a time that had passed when the store
 * read the page: a second that may still have gone on then is left to the next round, since a further change within it
 * would bear the same date and be taken for this one.
 */
export function noteRow(
	cursor: Cursor,
	row: Dated,
	at: number,
	watch: Watch,
): ChangeKinds | undefined {
	const known = cursor.seen[row.id];
	if (watch.feed === 'byId') {
		if (known !== undefined || row.id <= cursor.floor) return undefined;
		note(cursor, row.id, at);
		return { created: true, updated: false };
	}
	const version = watch.updates ? row.modifiedAt : row.createdAt;
	const isAbove = row.id > cursor.top;
	if (known === version || (!isAbove && version < cursor.since)) return undefined;
	if (version <= cursor.quietUntil) return note(cursor, row.id, version);
	const created = known === undefined && (isAbove || row.createdAt >= cursor.since);
	if (watch.updates && version >= at) {
		if (!created || row.createdAt >= at) return undefined;
		note(cursor, row.id, version - STILL_OPEN);
		return { created, updated: false };
	}
	note(cursor, row.id, version);
	const updated = watch.updates && !(created && row.modifiedAt === row.createdAt);
	return created || updated ? { created, updated } : undefined;
}

/** Marks a record that went out as created while its last second still went on: no whole version equals it. */
const STILL_OPEN = 0.5;

function note(cursor: Cursor, id: number, mark: number): undefined {
	cursor.seen[id] = mark;
	if (cursor.sweep) cursor.sweep.top = Math.max(cursor.sweep.top, id);
}

/** The sweep has read to the end: the next one starts an overlap before this one began. */
export function finishSweep(cursor: Cursor, overlap: number, feed: Feed): void {
	const { startedAt = 0, top = 0 } = cursor.sweep ?? {};
	const horizon = startedAt - overlap;
	delete cursor.sweep;
	cursor.top = Math.max(cursor.top, top);
	cursor.since = Math.max(cursor.since, horizon);
	cursor.quietUntil = 0;
	const kept = newest(cursor.seen, horizon);
	if (feed === 'byId') {
		const gone = Object.keys(cursor.seen).filter((id) => !(id in kept));
		cursor.floor = gone.reduce((floor, id) => Math.max(floor, Number(id)), cursor.floor);
		for (const id of Object.keys(kept)) if (Number(id) <= cursor.floor) delete kept[id];
	}
	cursor.seen = kept;
	cursor.parts = newest(cursor.parts, horizon);
	cursor.unfinished = newest(cursor.unfinished, startedAt - LONGEST_UNFINISHED);
}

/** Entries from the horizon on. Where they are too many the oldest go: twice is better than never. */
function newest(marks: Record<string, number>, horizon: number): Record<string, number> {
	const entries = Object.entries(marks).filter(([, mark]) => mark >= horizon);
	if (entries.length <= MOST_SEEN) return Object.fromEntries(entries);
	return Object.fromEntries(entries.sort((a, b) => b[1] - a[1]).slice(0, MOST_SEEN));
}
