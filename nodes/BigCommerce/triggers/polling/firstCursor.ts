import type { Client } from '../../api/client';
import type { Cursor, Watch } from './cursor';
import type { Source } from './sources/source';

export interface Beginning {
	of: string;
	watch: Watch;
	/** Seconds before the activation from which records are told; 0 tells none. */
	lookBack: number;
	overlap: number;
}

/** Enough of the newest ids to tell a late one from an old one. */
const NEWEST = 50;

/** Where a trigger begins that has never polled, or whose form was changed. */
export async function beginCursor(
	client: Client,
	source: Source,
	{ of, watch, lookBack, overlap }: Beginning,
): Promise<Cursor> {
	const { rows, now, at } = await source.newest(client, NEWEST);
	const ids = rows.map(({ id }) => id);
	const cursor: Cursor = {
		of,
		since: now - (lookBack || overlap),
		floor: 0,
		top: Math.max(0, ...ids),
		quietUntil: lookBack > 0 ? 0 : now,
		seen: {},
		parts: {},
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
