import { Agent } from 'node:https';

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

interface V3 {
	get: (path: string, params: object) => Promise<unknown>;
	list: (path: string, params: object) => AsyncIterable<ReadProduct>;
	put: (path: string, params: object) => Promise<unknown>;
}

interface Package {
	Management: { Client: new (config: object) => { v3: V3 } };
}

/**
 * @aligent/bigcommerce-api: `list()` reads page after page, refusals for the quota are tried again up to 50 times. The
 * agent, by default a new one for every request, may be given "to override things like keepalive and connection pool
 * size". Its guides await one call after the other.
 */
export function aligent({ storeHash, accessToken, load }: Access, atOnce = false): Contender {
	const { Management } = load('@aligent/bigcommerce-api') as Package;
	const agent = new Agent({ keepAlive: true, maxSockets: 10 });
	const { v3 } = new Management.Client({ storeHash, accessToken, agent });
	return {
		warmUp: async () => await v3.get('/catalog/products', { query: { limit: 1 } }),
		async readProducts() {
			const read: ReadProduct[] = [];
			for await (const product of v3.list('/catalog/products', { query: { limit: 250 } }))
				read.push(product);
			return read;
		},
		async writePrices(changes) {
			const writing: Array<Promise<unknown>> = [];
			for (const body of chunksOf(variantRows(changes), MOST_VARIANTS)) {
				const put = v3.put('/catalog/variants', { body });
				writing.push(put);
				if (!atOnce) await put;
			}
			await Promise.all(writing);
		},
		async changeStocks(changes) {
			// Adjustments are not to run beside each other (inventory.v3.yml).
			for (const chunk of chunksOf(changes, MOST_ADJUSTMENTS))
				await v3.put('/inventory/adjustments/absolute', { body: adjustment(chunk) });
		},
	};
}

/** What the package leaves to its user: all batches started together, on its pool of 10 connections. */
export const aligentAtOnce = (access: Access): Contender => aligent(access, true);
