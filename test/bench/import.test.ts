import { performance } from 'node:perf_hooks';

import Table from 'cli-table3';

import { runNode } from '../support/runNode';
import { startStoreProcess, type StoreProcess } from '../support/storeProcess';

/** Shows how fast listings are imported; the table is the result, and only what must never happen is asserted. */
const PRODUCTS = 10_000;
const PAGE = 250;
const LATENCY_MS = 80;
/** A Standard plan's 150 requests per 30 s, scaled down 10 times. */
const QUOTA = { requests: 15, windowMs: 3_000 };

const importing = {
	resource: 'listing',
	operation: 'import',
	returnAll: true,
	output: 'nested',
	oneItemPer: 'variant',
	skipHidden: false,
};
const query = {
	include: 'variants,images,custom_fields',
	sort: 'id',
	direction: 'asc',
	limit: PAGE,
};
const rows: string[][] = [];
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
	const startedAt = performance.now();
	const result = await work();
	return { ms: performance.now() - startedAt, result };
}

async function pageAfterPage({ api }: StoreProcess): Promise<number> {
	let read = 0;
	for (let page = 1, last = 1; page <= last; page++) {
		const { data } = await api.get('/v3/catalog/products', { params: { ...query, page } });
		last = data.meta.pagination.total_pages;
		read += data.data.length;
	}
	return read;
}

const count = async (store: StoreProcess) => {
	const exchanges = await store.exchanges();
	return {
		requests: exchanges.length,
		refused: exchanges.filter(({ status }) => status === 429).length,
	};
};

describe('import of 10,000 products', () => {
	afterAll(() => {
		const table = new Table({ head: ['what', 'time', 'requests', '429s', 'ratio'] });
		table.push(...rows);
		console.log(table.toString());
	});

	it('beside a client that reads page after page', async () => {
		const options = ['--empty', '--products', String(PRODUCTS), '--latency', String(LATENCY_MS)];
		const plain = await startStoreProcess(...options);
		const ours = await startStoreProcess(...options);
		try {
			const one = await timed(async () => await pageAfterPage(plain));
			const all = await timed(async () => await runNode(ours.credential, importing));
			const { requests, refused } = await count(ours);
			rows.push([
				'page after page (axios)',
				seconds(one.ms),
				String((await count(plain)).requests),
				'0',
				'1.00',
			]);
			rows.push([
				'Listing: Import',
				seconds(all.ms),
				String(requests),
				String(refused),
				(all.ms / one.ms).toFixed(2),
			]);
			expect(all.result).toHaveLength(one.result);
		} finally {
			await plain.stop();
			await ours.stop();
		}
	}, 120_000);

	it('under the quota of a Standard plan', async () => {
		const store = await startStoreProcess(
			...['--empty', '--products', String(PRODUCTS), '--latency', String(LATENCY_MS)],
			...['--quota', String(QUOTA.requests), '--window', String(QUOTA.windowMs)],
		);
		try {
			const { ms, result } = await timed(async () => await runNode(store.credential, importing));
			const { requests, refused } = await count(store);
			const forced = (Math.ceil(requests / QUOTA.requests) - 1) * QUOTA.windowMs + LATENCY_MS;
			rows.push([
				`quota ${QUOTA.requests} per ${QUOTA.windowMs / 1000} s: forced`,
				seconds(forced),
				String(requests),
				'',
				'1.00',
			]);
			rows.push([
				'Listing: Import',
				seconds(ms),
				String(requests),
				String(refused),
				(ms / forced).toFixed(2),
			]);
			expect(result).toHaveLength(PRODUCTS);
			expect(refused).toBe(0);
		} finally {
			await store.stop();
		}
	}, 120_000);
});
