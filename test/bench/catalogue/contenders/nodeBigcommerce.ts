import {
	adjustment,
	chunksOf,
	MOST_ADJUSTMENTS,
	MOST_VARIANTS,
	variantRows,
	type Access,
	type Contender,
	type ReadProduct,
} from '../work.ts';

interface Page {
	data: ReadProduct[];
	meta: { pagination: { total_pages: number } };
}

interface Client {
	get: (path: string) => Promise<Page>;
	put: (path: string, data: object) => Promise<unknown>;
}

/** node-bigcommerce: one request a call, without paging; after a refusal for the quota it waits `X-Retry-After` seconds. */
export function nodeBigcommerce({ storeHash, accessToken, clientId, load }: Access): Contender {
	const BigCommerce = load('node-bigcommerce') as new (config: object) => Client;
	const client = new BigCommerce({
		clientId,
		accessToken,
		storeHash,
		responseType: 'json',
		apiVersion: 'v3',
	});
	return {
		warmUp: async () => await client.get('/catalog/products?limit=1'),
		async readProducts() {
			const read: ReadProduct[] = [];
			for (let page = 1, last = 1; page <= last; page++) {
				const { data, meta } = await client.get(`/catalog/products?limit=250&page=${page}`);
				read.push(...data);
				last = meta.pagination.total_pages;
			}
			return read;
		},
		async writePrices(changes) {
			for (const rows of chunksOf(variantRows(changes), MOST_VARIANTS))
				await client.put('/catalog/variants', rows);
		},
		async changeStocks(changes) {
			for (const chunk of chunksOf(changes, MOST_ADJUSTMENTS))
				await client.put('/inventory/adjustments/absolute', adjustment(chunk));
		},
	};
}
