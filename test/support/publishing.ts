import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import type { Published } from '../../nodes/BigCommerce/listings/report/publishReport';
import { holdToContract } from './contract';
import { runForJson, type NodeRun } from './runNode';

/** An item that was published, or its error. */
export type Outcome = Published & {
	issues: Array<{ code: string; message: string }>;
	error?: string;
	details?: { description: string; httpCode?: number };
};

let store: DemoStore;

/** The demo store for the tests of one file, fresh before each; its seed is the shop Ridge & Roast. */
export function useStore(): () => DemoStore {
	beforeAll(async () => {
		store = await startDemoStore();
	});
	afterAll(async () => await store.stop());
	beforeEach(() => store.reset());
	holdToContract(() => store);
	return () => store;
}

export const publish = async (
	items: object[],
	parameters: object = {},
	{ credential = store.credential, ...given }: NodeRun & { credential?: object } = {},
) =>
	(await runForJson(
		credential,
		{ resource: 'listing', operation: 'publish', ...parameters },
		{ items, ...given },
	)) as unknown as Outcome[];

export const continueWith = { onError: 'continueRegularOutput' } as const;

/** `POST /v3/catalog/products`, in the order in which they came. */
export const requests = (what = /./) =>
	store.exchanges
		.map(({ method, path }) => `${method} ${path.replace('/v3', '')}`)
		.filter((request) => what.test(request));
export const writes = () => requests(/^(POST|PUT|DELETE)/);

export const bodies = (method: string, path: string) =>
	store.exchanges
		.filter((exchange) => exchange.method === method && exchange.path === `/v3${path}`)
		.map(({ requestBody }) => requestBody as never);

export function productNamed(name: string) {
	const product = [...store.state.products.values()].find((entry) => entry.name === name);
	if (!product) throw new Error(`The demo store has no ${name}`);
	return product;
}

export const codesOf = ({ issues }: Outcome) => issues.map(({ code }) => code);

/** The least that a new product needs. */
export const mug = {
	name: 'Stoneware Mug',
	sku: 'SW-MUG',
	price: 18.5,
	weight: 12,
};
