import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { ensureCategoryPath } from '../../nodes/BigCommerce/resources/category/path';
import { clientFor } from '../support/client';
import { holdToContract } from '../support/contract';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const categoriesCalled = (name: string) =>
	[...store.state.categories.values()].filter((category) => category.name === name);
const idOf = (name: string) => categoriesCalled(name)[0]?.category_id ?? 0;
const requests = () => store.exchanges.map(({ method, path }) => `${method} ${path}`);

describe('ensureCategoryPath', () => {
	it("reads the default storefront's tree once, and finds paths whatever their case", async () => {
		const client = clientFor(store.credential);
		const ask = async (path: string | string[]) =>
			await ensureCategoryPath(client, path, { create: false });
		expect(
			await Promise.all([
				ask('Camp/Tents'),
				ask(' coffee / BEANS '),
				ask(['Camp', 'Camp Kitchen']),
				ask('Gifts'),
				ask('Camp/Beans'),
				ask('Outlet'),
			]),
		).toEqual([
			idOf('Tents'),
			idOf('Beans'),
			idOf('Camp Kitchen'),
			idOf('Gifts'),
			undefined,
			undefined,
		]);
		expect(requests()).toEqual(['GET /v3/catalog/trees', 'GET /v3/catalog/trees/1/categories']);
	});

	it('reads another tree where one is named', async () => {
		const client = clientFor(store.credential);
		expect(await ensureCategoryPath(client, 'Outlet', { create: false, tree: 2 })).toBe(
			idOf('Outlet'),
		);
		expect(requests()).toEqual(['GET /v3/catalog/trees/2/categories']);
	});

	it('refuses a path that no category can have before anything is sent', async () => {
		const client = clientFor(store.credential);
		const ask = async (path: string) => await ensureCategoryPath(client, path, { create: true });
		await expect(ask(' / ')).rejects.toThrow("'Category' is empty");
		await expect(ask(`Camp/${'x'.repeat(51)}`)).rejects.toThrow('51 characters');
		expect(store.exchanges).toEqual([]);
	});
});
