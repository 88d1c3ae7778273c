import fc from 'fast-check';
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { Client } from '../../nodes/BigCommerce/api/client';
import type { Collection } from '../../nodes/BigCommerce/api/pagination';
import { readOrWalk } from '../../nodes/BigCommerce/api/readOrWalk';
import { resolveStore } from '../../nodes/BigCommerce/api/store';

interface Row {
	id: number;
}

/** A v3 list as it is read over the wire, its rows in order; one that others write to meanwhile tells some rows twice. */
class LongList {
	requests = 0;
	readonly rows: Row[];
	readonly most: number;

	constructor(rows: Row[], most: number) {
		this.rows = rows;
		this.most = most;
	}

	found(ids?: readonly number[]): Row[] {
		return ids ? this.rows.filter(({ id }) => ids.includes(id)) : this.rows;
	}

	/** A list that tells of one page may go on where that is full: there are lists that count each page alone. */
	pagesOf = (ids?: readonly number[]) => {
		const { length } = this.found(ids);
		return Math.max(1, Math.ceil(length / this.most)) + (length === this.most ? 1 : 0);
	};

	readonly client = new Client({
		store: resolveStore({ apiPath: 'https://api.bigcommerce.com/stores/l1st/v3/' }),
		send: async ({ qs = {} }: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
			this.requests++;
			await Promise.resolve();
			const asked = qs['id:in'] as string | undefined;
			const found = this.found(asked?.split(',').map(Number));
			const size = Math.min(Number(qs.limit), this.most);
			const from = (Number(qs.page ?? 1) - 1) * size;
			const pagination = { total_items: found.length, total_pages: Math.ceil(found.length / size) };
			const body = { data: found.slice(from, from + size), meta: { pagination } };
			return { statusCode: 200, headers: {}, body };
		},
	});
}

/** Each row once, some of them once more right after: as rows come when one is put in before them. */
const lists = fc
	.record({
		length: fc.nat(60),
		twice: fc.array(fc.nat(60), { maxLength: 10 }),
		size: fc.integer({ min: 1, max: 12 }),
	})
	.map(({ length, twice, size }) => {
		const ids = Array.from({ length }, (_, index) => index + 1);
		const rows = ids.flatMap((id) => (twice.includes(id) ? [{ id }, { id }] : [{ id }]));
		return new LongList(rows, size);
	});
/** Filters may ask for the same rows, and for rows that are not there. */
const wanted = fc.option(
	fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 6 }), {
		maxLength: 14,
	}),
	{ nil: undefined, freq: 8 },
);

async function read(list: LongList, filters: number[][] | undefined, spares: number) {
	const taken: number[] = [];
	const collection: Collection = {
		path: '/v3/catalog/products',
		paging: 'v3',
		pageSize: list.most,
		task: 'list the products',
	};
	const isWhole = await readOrWalk<Row>(list.client, collection, {
		filters: filters?.map((ids) => ({ 'id:in': ids })),
		spares,
		take: ({ id }) => void taken.push(id),
	});
	return { taken: new Set(taken), isWhole };
}

describe('reading by filters or walking the whole list', () => {
	it('hands over each wanted record, in at most one request more than the cheaper way takes', async () => {
		await fc.assert(
			fc.asyncProperty(lists, wanted, fc.nat(4), async (list, filters, spares) => {
				const { taken, isWhole } = await read(list, filters, spares);
				const there = new Set(list.rows.map(({ id }) => id));
				for (const id of filters?.flat() ?? there) if (there.has(id)) expect(taken).toContain(id);
				if (isWhole) expect(taken).toEqual(there);

				const walk = list.pagesOf();
				// Filters are made to be answered on one page each; nothing tells beforehand that rows come twice.
				const further = filters?.reduce((sum, ids) => sum + list.pagesOf(ids) - 1, 0) ?? 0;
				const filtered = filters ? filters.length + spares + further : Infinity;
				const made = list.requests + (isWhole ? 0 : spares);
				const unforeseen = isWhole ? 0 : further;
				expect(made).toBeLessThanOrEqual(Math.min(walk, filtered) + 1 + unforeseen);
			}),
			{ numRuns: 3_000 },
		);
	}, 60_000);
});
