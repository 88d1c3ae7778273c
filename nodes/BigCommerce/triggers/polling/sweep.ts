import type { Cursor, Dated, News, Position, Watch } from './cursor';
import { finishSweep, judge } from './cursor';

/** One page of records that may have changed. */
export interface Page<Row> {
	rows: Row[];
	/** Where the next page begins; undefined at the end. */
	next?: Position;
	/** A time by the store's clock, in seconds, that had passed when the page was read. */
	at: number;
	/** The store's time when it had answered. */
	now: number;
}

/** What a sweep asks for. */
export interface Window {
	since: number;
	floor: number;
	position?: Position;
}

export interface Change<Row> {
	row: Row;
	news: News;
}

/** The records of one kind as the engine walks through them; where they come from is no concern of it. */
export interface Walk<Row, Told> {
	readPage: (window: Window) => Promise<Page<Row>>;
	dated: (row: Row) => Dated;
	/** Makes of changes what goes out. */
	tell: (changes: Array<Change<Row>>) => Promise<Told[]>;
}

export interface Limits {
	/** Pages that one round may read. */
	pages: number;
	/** Seconds by which sweeps overlap. */
	overlap: number;
	/** Says that the round has to end. */
	isOver: () => boolean;
}

/**
 * Reads on where the last round ended, until there is no more or the budget is spent. Yields page by page what goes
 * out; by then the cursor has moved over it, and over nothing else.
 */
export async function* sweep<Row, Told>(
	cursor: Cursor,
	{ readPage, dated, tell }: Walk<Row, Told>,
	watch: Watch,
	limits: Limits,
): AsyncGenerator<Told[]> {
	for (let pages = 0; pages < limits.pages && !(pages > 0 && limits.isOver()); pages++) {
		const { since, floor } = cursor;
		const page = await readPage({ since, floor, position: cursor.sweep?.position });
		cursor.sweep ??= { startedAt: page.at, top: cursor.top };
		const changes = page.rows.flatMap((row) => {
			const news = judge(cursor, dated(row), page.at, watch);
			return news ? [{ row, news }] : [];
		});
		const told = await tell(changes);
		if (page.next === undefined) finishSweep(cursor, limits.overlap, watch.feed);
		else cursor.sweep.position = page.next;
		yield told;
		if (page.next === undefined) return;
	}
}
