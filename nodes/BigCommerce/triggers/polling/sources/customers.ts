import type { Client, Query } from '../../../api/client';
import { BigCommerceError } from '../../../api/errors';
import type { PagePosition } from '../cursor';
import type { RowPage } from '../sweep';
import { dateFrom, rowsAt } from './datedRows';
import { asTheyCame, type DatedRow, type PolledRecords } from './source';

const A_PAGE = 250;
/** What a page cursor that is no longer known may be refused with. */
const REFUSED: Array<number | undefined> = [400, 404, 422];

const read = async (client: Client, query: Query) =>
	await rowsAt<DatedRow>(client, {
		path: '/v3/customers',
		query: { include: 'addresses', ...query },
		task: 'list the customers',
		scope: 'customers:read',
	});

async function readPage(
	client: Client,
	query: Query,
	after?: PagePosition,
): Promise<RowPage<DatedRow>> {
	const page = await read(client, { ...query, limit: A_PAGE, after });
	const cursor = page.meta?.cursor_pagination;
	return { ...page, next: cursor?.links?.next ? cursor.end_cursor : undefined };
}

/** The API filters customers by no id, but its page cursor keeps its place (API notes 5.11). */
export const customerSource: PolledRecords = {
	resource: 'customer',
	feed: () => 'byDate',
	readPage: async (client, { since, position }, { updates }) => {
		const query = { [updates ? 'date_modified:min' : 'date_created:min']: dateFrom(since) };
		return await readPage(client, query, position).catch(async (refusal: unknown) => {
			const isStale = refusal instanceof BigCommerceError && REFUSED.includes(refusal.status);
			if (position === undefined || !isStale) throw refusal;
			return await readPage(client, query);
		});
	},
	newest: async (client, limit) => await read(client, { sort: 'date_created:desc', limit }),
	recordsOf: asTheyCame,
};
