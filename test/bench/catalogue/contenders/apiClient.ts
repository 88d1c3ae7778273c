import {
	adjustment,
	chunksOf,
	MOST_ADJUSTMENTS,
	variantRows,
	type Access,
	type Contender,
	type ReadProduct,
} from '../work.ts';

interface Client {
	apiClient: { put: (url: string, data: object) => Promise<unknown> };
	catalog: {
		products: {
			getAllProducts: (
				params: object,
				page: number,
				limit: number,
			) => Promise<{ data: ReadProduct[] }>;
			batchUpdateProducts: (products: object[]) => Promise<unknown>;
		};
		variants: { batchUpdateVariants: (variants: object[]) => Promise<unknown> };
	};
}

interface Package {
	BigCommerceApiClient: new (config: object) => Client;
}

/** `Limit.MAX_LIMIT` of its README, and `Limit.ALL`, read the first page alone in this version; a larger limit reads on. */
const ALL = 1_000_000;

function open({ storeHash, accessToken, load }: Access): Client {
	const { BigCommerceApiClient } = load('bigcommerce-api-client') as Package;
	return new BigCommerceApiClient({ storeHash, accessToken });
}

/**
 * bigcommerce-api-client: reads all pages by itself, splits large batches by itself and tries refusals again up to 5
 * times. It has no inventory API: that goes by its low-level `put`.
 */
export function apiClient(access: Access): Contender {
	const client = open(access);
	return {
		warmUp: async () => await client.catalog.products.getAllProducts({}, 1, 1),
		readProducts: async () => (await client.catalog.products.getAllProducts({}, 1, ALL)).data,
		writePrices: async (changes) =>
			await client.catalog.variants.batchUpdateVariants(variantRows(changes)),
		async changeStocks(changes) {
			for (const chunk of chunksOf(changes, MOST_ADJUSTMENTS))
				await client.apiClient.put('/v3/inventory/adjustments/absolute', adjustment(chunk));
		},
	};
}

/** Stock by what its README shows of large batches: products, 10 a request, one request after the other. */
export function apiClientReadme(access: Access): Contender {
	const client = open(access);
	return {
		...apiClient(access),
		warmUp: async () => await client.catalog.products.getAllProducts({}, 1, 1),
		changeStocks: async (changes) =>
			await client.catalog.products.batchUpdateProducts(
				changes.map(({ productId, quantity }) => ({ id: productId, inventory_level: quantity })),
			),
	};
}
