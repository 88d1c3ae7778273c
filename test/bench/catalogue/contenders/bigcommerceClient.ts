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

interface Client {
	get: (endpoint: string, queries: object) => Promise<unknown>;
	getAll: (endpoint: string, queries: object) => Promise<ReadProduct[]>;
	paginate: (
		endpoint: string,
		eachPage: (page: ReadProduct[]) => Promise<unknown>,
		queries: object,
	) => Promise<void>;
	put: (endpoint: string, body: object) => Promise<unknown>;
}

function open({ storeHash, accessToken, load }: Access): Client {
	const Client = load('bigcommerce-client') as new (hash: string, token: string) => Client;
	return new Client(storeHash, accessToken);
}

/** bigcommerce-client: `getAll()` reads three pages at a time; a refusal for the quota is thrown. */
export function bigcommerceClient(access: Access): Contender {
	const store = open(access);
	return {
		warmUp: async () => await store.get('v3/catalog/products', { limit: 1 }),
		readProducts: async () => await store.getAll('v3/catalog/products', { limit: 250 }),
		async writePrices(changes) {
			for (const rows of chunksOf(variantRows(changes), MOST_VARIANTS))
				await store.put('v3/catalog/variants', rows);
		},
		async changeStocks(changes) {
			for (const chunk of chunksOf(changes, MOST_ADJUSTMENTS))
				await store.put('v3/inventory/adjustments/absolute', adjustment(chunk));
		},
	};
}

/** Prices and stock as its README changes them: one product a request (`changePrice`); pages of 10 products, of which each is written back with its stock. */
export function bigcommerceClientReadme(access: Access): Contender {
	const store = open(access);
	return {
		...bigcommerceClient(access),
		warmUp: async () => await store.get('v3/catalog/products', { limit: 1 }),
		async writePrices(changes) {
			for (const { productId, price } of changes)
				await store.put(`v3/catalog/products/${productId}`, { price });
		},
		async changeStocks(changes) {
			const stocks = new Map(changes.map(({ productId, quantity }) => [productId, quantity]));
			await store.paginate(
				'v3/catalog/products',
				async (page) => {
					const meant = page.filter(({ id }) => stocks.has(id));
					if (meant.length === 0) return;
					await store.put(
						'v3/catalog/products',
						meant.map(({ id }) => ({ id, inventory_level: stocks.get(id) })),
					);
				},
				{ limit: 10, include_fields: 'inventory_level' },
			);
		},
	};
}
