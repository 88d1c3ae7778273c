import type { Client, Query } from './client';
import { pages, type Collection } from './pagination';

/**
 * The pages that several queries find, one query after the other and up to one limit for all: more ids than fit a URL
 * are asked for in parts.
 */
export async function* pagesOfEach<T>(
	client: Client,
	collection: Collection,
	queries: Query[],
	limit?: number,
): AsyncGenerator<T[]> {
	let left = limit;
	for (const query of queries) {
		for await (const rows of pages<T>(client, collection, { query, limit: left })) {
			yield rows;
			if (left !== undefined) left -= rows.length;
		}
	}
}
