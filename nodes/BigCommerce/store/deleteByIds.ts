import type { Client, Query } from '../api/client';
import { outcomesBy, type Outcome } from '../api/outcomes';
import { presentIds } from '../api/presentIds';
import { writeMany } from '../api/writeMany';
import type { Records } from './records';

/** What an item is told that names records by their ids. */
export interface DeletedIds {
	deleted: boolean;
	ids: number[];
	/** What the store did not have. */
	notFound?: number[];
}

/**
 * Deletes the records that items name by their ids, one or several each. However many items name an id it is sent once;
 * an item fails with the first of its ids that could not be deleted. `send` answers false of what was not there.
 */
export async function deleteByIds(
	items: ReadonlyArray<readonly number[]>,
	send: (ids: number[]) => Promise<Array<Outcome<boolean>>>,
): Promise<Array<Outcome<DeletedIds>>> {
	const all = [...new Set(items.flat())];
	const outcomes = outcomesBy(all, await send(all));
	return items.map((own): Outcome<DeletedIds> => {
		const failed = own.find((id) => outcomes.get(id)?.error !== undefined);
		if (failed !== undefined) return { error: outcomes.get(failed)?.error };
		const ids = own.filter((id) => outcomes.get(id)?.result);
		const notFound = own.filter((id) => !outcomes.get(id)?.result);
		const deleted = { deleted: ids.length > 0, ids };
		return { result: notFound.length > 0 ? { ...deleted, notFound } : deleted };
	});
}

const taskOf = ({ noun }: Records, count: number | string = 'the') =>
	`delete ${count} ${noun}${noun.endsWith('s') ? 'es' : 's'}`;

/**
 * The same where one DELETE of the list takes many ids. No answer says what was deleted, so that what is there is read
 * first; `query` may make that answer short.
 */
export const deletePresent = async (
	client: Client,
	records: Records,
	items: ReadonlyArray<readonly number[]>,
	query: Query = {},
): Promise<Array<Outcome<DeletedIds>>> =>
	await deleteByIds(
		items,
		async (ids) =>
			await writeMany(client, ids, {
				call: { path: records.path, task: taskOf(records), scope: records.modify },
				inAddress: (id) => id,
				send: async (some, call) => {
					const present = await presentIds(client, records, some, { filter: 'id:in', query });
					const named = { 'id:in': [...present] };
					if (present.size > 0)
						await client.delete({ ...call, query: named, task: taskOf(records, present.size) });
					return { status: 200, headers: {}, body: present };
				},
				resultOf: (present, id) => (present as Set<number>).has(id),
			}),
	);
