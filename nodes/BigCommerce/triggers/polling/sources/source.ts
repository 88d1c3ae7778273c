import type { Client } from '../../../api/client';
import type { Cursor, Dated, Feed, ChangeKinds, Watch } from '../cursor';
import type { ChangedRow, RowPage, SweepWindow } from '../sweep';

/** A record that goes out, and what happened to it. */
export interface ChangedRecord extends Dated {
	action: 'created' | 'updated';
	record: object;
	/** Further ids, as the webhook's event bears them. */
	ids?: Record<string, number>;
}

/** What every kind of records has, whichever version of the API gives it. */
export interface DatedRow {
	id: number;
	date_created: string;
	date_modified: string;
}

/** One kind of records that can be watched. */
export interface PolledRecords<One extends DatedRow = DatedRow> {
	/** As the scopes of webhooks call it. */
	resource: 'customer' | 'order' | 'product' | 'shipment';
	/** How the rows are found; `updates` says whether the form asks for them. */
	feed(updates: boolean): Feed;
	/** The API gives no date of a change, so that new ones alone can be found. */
	onlyNew?: true;
	readPage(client: Client, window: SweepWindow, watch: Watch): Promise<RowPage<One>>;
	/** The newest rows, the newest first. */
	newest(client: Client, limit: number): Promise<RowPage<One>>;
	/** A record that is not told before it is finished, and that goes out as new then. */
	isUnfinished?(row: One): boolean;
	/** Those of these ids, and maybe others, that were changed at that second or later. */
	changedAmong?(client: Client, ids: number[], since: number): Promise<One[]>;
	/** The id below the first record of that time or later; only feeds by id ask. */
	floorBefore?(client: Client, since: number): Promise<number | undefined>;
	/** The records in full. Parts of records that go out are noted in the cursor. */
	recordsOf(
		client: Client,
		changes: Array<ChangedRow<One>>,
		cursor: Pick<Cursor, 'parts' | 'since'>,
	): Promise<ChangedRecord[]>;
	/** Records that went out before, by id, whatever the filters say of them now. One that is gone is left out. */
	readOnceMore?(client: Client, changes: Map<number, ChangeKinds>): Promise<ChangedRecord[]>;
}

/** A new record that was changed since goes out as both. */
export const changedRecords = (
	kinds: ChangeKinds | undefined,
	dated: Dated,
	record: object,
): ChangedRecord[] => [
	...(kinds?.created ? [{ ...dated, action: 'created' as const, record }] : []),
	...(kinds?.updated ? [{ ...dated, action: 'updated' as const, record }] : []),
];

export const secondsOf = (date: string) => Math.floor(Date.parse(date) / 1000);

export const datedBy = ({ id, date_created, date_modified }: DatedRow): Dated => ({
	id,
	createdAt: secondsOf(date_created),
	modifiedAt: secondsOf(date_modified),
});

/** For records that a list gives in full. */
export const asTheyCame = (
	_client: Client,
	changes: Array<ChangedRow<DatedRow>>,
): Promise<ChangedRecord[]> =>
	Promise.resolve(changes.flatMap(({ row, kinds }) => changedRecords(kinds, datedBy(row), row)));
