import type { Client } from '../../api/client';
import type { Cursor, Watch } from './cursor';
import type { PolledRecords } from './sources/source';

export interface FirstCursorOptions {
	of: string;
	watch: Watch;
	/** Seconds before the activation from which records go out; 0 for none. */
	lookBack: number;
	overlap: number;
}

/** Enough of the newest ids to tell a late one from an old one. */
const NEWEST = 50;

/** Where a trigger begins that has never polled, or whose form was changed. */
export async function firstCursor(
	client: Client,
	source: PolledRecords,
	{ of, watch, lookBack, overlap }: FirstCursorOptions,
): Promise<Cursor> {
	const { rows, now, at } = await source.newest(client, NEWEST);
	const ids = rows.map(({ id }) => id);
	const unfinished = rows.filter((row) => source.isUnfinished?.(row));
	const cursor: Cursor = {
		of,
		since: now - (lookBack || overlap),
		floor: 0,
		top: Math.max(0, ...ids),
		quietUntil: lookBack > 0 ? 0 : now,
		seen: {},
		parts: {},
		unfinished: Object.fromEntries(unfinished.map(({ id }) => [id, at])),
	};
	if (watch.feed === 'byDate') return cursor;
	const floor = lookBack > 0 ? await source.floorBefore?.(client, now - lookBack) : undefined;
	if (floor !== undefined) return { ...cursor, floor };
	return {
		...cursor,
		floor: ids.length < NEWEST ? 0 : Math.min(...ids) - 1,
		seen: Object.fromEntries(ids.map((id) => [id, at])),
	};
}
