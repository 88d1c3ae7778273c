import type { Client, Query } from './client';
import { idChunks } from './idChunks';
import type { Collection } from './pagination';
import { readOrWalk } from './readOrWalk';

/** How a list is asked for several of its records. */
interface PresenceQuery {
	/** `id:in` */
	filter: string;
	/** What the rows call it. */
	idKey?: string;
	query?: Query;
}

/** Which of the ids a v3 list has, asked in the fewest requests. */
export async function presentIds(
	client: Client,
	collection: Collection,
	ids: Iterable<number>,
	{ filter, idKey = 'id', query }: PresenceQuery,
): Promise<Set<number>> {
	const wanted = new Set(ids);
	const present = new Set<number>();
	if (wanted.size === 0) return present;
	await readOrWalk<Record<string, number>>(client, collection, {
		query,
		filters: idChunks(wanted).map((chunk) => ({ [filter]: chunk })),
		take: ({ [idKey]: id = 0 }) => {
			if (wanted.has(id)) present.add(id);
		},
	});
	return present;
}
