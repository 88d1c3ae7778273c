import type { Client, Query } from './client';
import { openList, pages, type Collection } from './pagination';
import { several } from './several';

/** What is looked for in a list: filters that each fit a URL, or none where the API has no filter for it. */
interface Seeking<T> {
	/** Sent with every request. */
	query?: Query;
	filters?: Query[];
	/** Requests to other lists that are not needed once every record of this one is known. */
	spares?: number;
	take: (row: T) => void;
}

/**
 * So many filtered requests are made without finding out first how long the whole list is. With more of them a list of one
 * page would cost more than one request too many.
 */
const FEW_REQUESTS = 2;

/**
 * Hands all records to `take` that the filters find together, or every record of the v3 list where that takes fewer
 * requests, or where no filter can say what is wanted. Answers whether it was every record.
 */
export async function readOrWalk<T>(
	client: Client,
	collection: Collection,
	{ query, filters, spares = 0, take }: Seeking<T>,
): Promise<boolean> {
	const all = (rows: T[]) => rows.forEach(take);
	const filtered = (filters?.length ?? 0) + spares;
	if (!filters || filtered > FEW_REQUESTS) {
		const { first, total, rest } = await openList<T>(client, collection, query);
		all(first);
		if (!filters || total - 1 <= filtered) {
			for await (const rows of rest()) all(rows);
			return true;
		}
	}
	await several(filters, async (filter) => {
		for await (const rows of pages<T>(client, collection, { query: { ...query, ...filter } }))
			all(rows);
	});
	return false;
}
