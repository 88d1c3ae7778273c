import type { Client } from '../../api/client';
import type { Cursor, Feed } from './cursor';
import type { DatedRow, PolledRecords } from './sources/source';
import type { ChangedRow } from './sweep';

type Waiting = Pick<Cursor, 'unfinished'>;

/**
 * Lets changes pass that are told now. A record that is not finished, such as a checkout that the shopper has not paid,
 * waits; whenever it is finished it goes out as a new one, once.
 */
export function finishedOnly<Row extends DatedRow>(
	{ unfinished }: Waiting,
	changes: Array<ChangedRow<Row>>,
	{ isUnfinished }: Pick<PolledRecords<Row>, 'isUnfinished'>,
): Array<ChangedRow<Row>> {
	if (!isUnfinished) return changes;
	return changes.flatMap((change): Array<ChangedRow<Row>> => {
		const { row, kinds } = change;
		const waits = row.id in unfinished;
		if (isUnfinished(row)) {
			if (kinds.created) unfinished[row.id] ??= Math.floor(Date.parse(row.date_created) / 1000);
			return [];
		}
		if (!waits) return [change];
		delete unfinished[row.id];
		return [{ row, kinds: { created: true, updated: false } }];
	});
}

/** A feed by id never comes back to those that wait, so that their changes are asked for: one more request a round. */
export async function finishedSince<Row extends DatedRow>(
	client: Client,
	{ unfinished, since }: Waiting & Pick<Cursor, 'since'>,
	{ source, feed }: { source: PolledRecords<Row>; feed: Feed },
): Promise<Array<ChangedRow<Row>>> {
	const ids = Object.keys(unfinished).map(Number);
	if (feed !== 'byId' || ids.length === 0 || !source.changedAmong) return [];
	const rows = await source.changedAmong(client, ids, since);
	return rows
		.filter(({ id }) => id in unfinished)
		.map((row) => ({ row, kinds: { created: true, updated: false } }));
}
