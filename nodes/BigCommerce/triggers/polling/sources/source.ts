import type { Client } from '../../../api/client';
import type { Cursor, Dated, Feed, News, Watch } from '../cursor';
import type { Change, Page, Window } from '../sweep';

/** A record that is told, and what happened to it. */
export interface Told extends Dated {
	action: 'created' | 'updated';
	record: object;
	/** Further ids, as the webhook's event bears them. */
	ids?: Record<string, number>;
}

/** What every kind of records has, whichever version of the API gives it. */
export interface Row {
	id: number;
	date_created: string;
	date_modified: string;
}

/** One kind of records that can be watched. */
export interface Source<One extends Row = Row> {
	/** As the scopes of webhooks call it. */
	resource: 'customer' | 'order' | 'product' | 'shipment';
	/** How the rows are found; `updates` says whether the form asks for them. */
	feed(updates: boolean): Feed;
	/** The API gives no date of a change, so that new ones alone can be told. */
	onlyNew?: true;
	readPage(client: Client, window: Window, watch: Watch): Promise<Page<One>>;
	/** The newest rows, the newest first. */
	newest(client: Client, limit: number): Promise<Page<One>>;
	/** The id below the first record of that time or later; only feeds by id ask. */
	floorBefore?(client: Client, since: number): Promise<number | undefined>;
	/** The records in full. Parts of records that were told are noted in the cursor. */
	tell(
		client: Client,
		changes: Array<Change<One>>,
		cursor: Pick<Cursor, 'parts' | 'since'>,
	): Promise<Told[]>;
	/** Records that were told before, by id, whatever the filters say of them now. One that is gone is left out. */
	again?(client: Client, changes: Map<number, News>): Promise<Told[]>;
}

/** A new record that was changed since is told as both. */
export const toldOf = (news: News | undefined, dated: Dated, record: object): Told[] => [
	...(news?.created ? [{ ...dated, action: 'created' as const, record }] : []),
	...(news?.updated ? [{ ...dated, action: 'updated' as const, record }] : []),
];

export const secondsOf = (date: string) => Math.floor(Date.parse(date) / 1000);

export const datedBy = ({ id, date_created, date_modified }: Row): Dated => ({
	id,
	createdAt: secondsOf(date_created),
	modifiedAt: secondsOf(date_modified),
});

/** For records that a list gives in full. */
export const asTheyCame = async (_client: Client, changes: Array<Change<Row>>): Promise<Told[]> =>
	changes.flatMap(({ row, news }) => toldOf(news, datedBy(row), row));
