import { outcomesBy, type Outcome } from '../api/outcomes';

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
