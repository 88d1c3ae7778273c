import type { Client, Query } from '../../../api/client';
import { rowsAt, dateFrom } from './datedRows';
import { asTheyCame, secondsOf, type DatedRow, type PolledRecords } from './source';

/** Products come with all their variants: larger pages are slow, and may be refused. */
const A_PAGE = 100;
/** A look-back walks through the dates of creation, which the API does not filter by (API notes 5.11). */
const LOOK_BACK = { pages: 20, size: 250 };

const read = async (client: Client, query: Query) =>
	await rowsAt<DatedRow>(client, {
		path: '/v3/catalog/products',
		query: { sort: 'id', ...query },
		task: 'list the products',
		scope: 'products:read',
	});

const full = { include: ['variants', 'images', 'custom_fields'] };

/** New products are found by their ids. A change to a variant alone may leave the product's date as it is. */
export const productSource: PolledRecords = {
	resource: 'product',
	feed: (updates) => (updates ? 'byDate' : 'byId'),
	readPage: async (client, { since, floor, position = 0 }, { feed }) => {
		const page = await read(client, {
			...full,
			'id:greater': Math.max(floor, Number(position)),
			'date_modified:min': feed === 'byDate' ? dateFrom(since) : undefined,
			direction: 'asc',
			limit: A_PAGE,
		});
		const isLast = (page.meta?.pagination?.total_pages ?? 1) <= 1;
		return { ...page, next: isLast ? undefined : page.rows.at(-1)?.id };
	},
	newest: async (client, limit) => await read(client, { ...full, direction: 'desc', limit }),
	floorBefore: async (client, since) => {
		let lowest: number | undefined;
		for (let page = 0; page < LOOK_BACK.pages; page++) {
			const { rows } = await read(client, {
				include_fields: 'date_created',
				'id:less': lowest,
				direction: 'desc',
				limit: LOOK_BACK.size,
			});
			const young = rows.filter(({ date_created }) => secondsOf(date_created) >= since);
			lowest = young.at(-1)?.id ?? lowest;
			if (young.length < LOOK_BACK.size) break;
		}
		return lowest === undefined ? undefined : lowest - 1;
	},
	recordsOf: asTheyCame,
};
