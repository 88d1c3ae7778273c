import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from './contract';
import { runForJson, searchList, type NodeRun } from './runNode';

export const byId = (id: number | string) => ({ __rl: true, mode: 'id', value: String(id) });

/**
 * For the tests of images, custom fields and all else that belongs to a product: a demo store that is new before each test,
 * and the node's operations on one product of it.
 */
export function testPartsOf(name: string, resource: string) {
	let store: DemoStore;
	beforeAll(async () => {
		store = await startDemoStore();
	});
	afterAll(async () => await store.stop());
	holdToContract(() => store);
	beforeEach(() => store.reset());

	const product = () => {
		const found = [...store.state.products.values()].find((one) => one.name === name);
		if (!found) throw new Error(`The demo store has no product "${name}"`);
		return found;
	};
	return {
		store: () => store,
		product,
		run: async (operation: string, parameters: object = {}, setting?: NodeRun) =>
			await runForJson(
				store.credential,
				{ resource, operation, product: byId(product().id), ...parameters },
				setting,
			),
		search: async (method: Parameters<typeof searchList>[1], text?: string) => {
			const form = { resource, operation: 'delete', product: byId(product().id) };
			return (await searchList(store.credential, method, text, undefined, form)).results;
		},
		/** Method, path below the product, and body of each request that was sent. */
		requests: () =>
			store.exchanges.map(({ method, path, requestBody }) => {
				const [, below = path] = /^\/v3\/catalog\/products\/\d+\/(.*)$/.exec(path) ?? [];
				return requestBody === undefined
					? `${method} ${below}`
					: [`${method} ${below}`, requestBody];
			}),
		/** The answer to the next POST is lost after it was carried out. */
		loseNextCreation: () =>
			store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } }),
	};
}
