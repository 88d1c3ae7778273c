import type { Cursor, Dated, ChangeKinds, PagePosition, Watch } from './cursor';
import { finishSweep, noteRow } from './cursor';

/** One page of records that may have changed. */
export interface RowPage<Row> {
	rows: Row[];
	/** Where the next page begins; undefined at the end. */
	next?: PagePosition;
	/** A time by the store's clock, in seconds, that had passed when the page was read. */
	at: number;
	/** The store's time when it had answered. */
	now: number;
}

/** What a sweep asks for. */
export interface SweepWindow {
	since: number;
	floor: number;
	position?: PagePosition;
}

export interface ChangedRow<Row> {
	row: Row;
	kinds: ChangeKinds;
}

/** The records of one kind as the engine walks through them; where they come from is no concern of it. */
export interface SweptRows<Row, Told> {
	readPage: (window: SweepWindow) => Promise<RowPage<Row>>;
	dated: (row: Row) => Dated;
	/** Makes records of changed rows, as they go out. */
	recordsOf: (changes: Array<ChangedRow<Row>>) => Promise<Told[]>;
}

export interface SweepLimits {
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
	{ readPage, dated, recordsOf: tell }: SweptRows<Row, Told>,
	watch: Watch,
	limits: SweepLimits,
): AsyncGenerator<Told[]> {
	for (let pages = 0; pages < limits.pages && !(pages > 0 && limits.isOver()); pages++) {
		const { since, floor } = cursor;
		const page = await readPage({ since, floor, position: cursor.sweep?.position });
		cursor.sweep ??= { startedAt: page.at, top: cursor.top };
		const changes = page.rows.flatMap((row) => {
			const kinds = noteRow(cursor, dated(row), page.at, watch);
			return kinds ? [{ row, kinds }] : [];
		});
		const records = await tell(changes);
		if (page.next === undefined) finishSweep(cursor, limits.overlap, watch.feed);
		else cursor.sweep.position = page.next;
		yield records;
		if (page.next === undefined) return;
	}
}
