import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import type { Listing } from '../../nodes/BigCommerce/listings/model/listing';
import { holdToContract } from './contract';
import { runNode, type NodeRun } from './runNode';

export type Imported = Listing & {
	action: 'created' | 'linked' | 'updated';
	status?: string;
};

let store: DemoStore;

/** The demo store for the tests of one file, fresh before each; its seed is the shop Ridge & Roast. */
export function useShop(): () => DemoStore {
	beforeAll(async () => {
		store = await startDemoStore();
	});
	afterAll(async () => await store.stop());
	beforeEach(() => store.reset());
	holdToContract(() => store);
	return () => store;
}

export const run = async (parameters: object = {}, given: NodeRun = {}) =>
	await runNode(
		store.credential,
		{
			resource: 'listing',
			operation: 'import',
			returnAll: true,
			output: 'nested',
			...parameters,
		},
		given,
	);

export const importListings = async (parameters: object = {}, given: NodeRun = {}) =>
	(await run(parameters, given)).map(({ json }) => json as unknown as Imported);

export const productRequests = () =>
	store.exchanges.filter(({ path }) => path === '/v3/catalog/products');

export function productOf(name: string) {
	const product = [...store.state.products.values()].find((entry) => entry.name === name);
	if (!product) throw new Error(`The demo store has no ${name}`);
	return product;
}

export const namesOf = (listings: Imported[]) => [...new Set(listings.map(({ name }) => name))];
export const codesOf = ({ issues }: Pick<Listing, 'issues'>) => issues.map(({ code }) => code);
