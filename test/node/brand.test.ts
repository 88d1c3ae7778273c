import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { ensureBrand } from '../../nodes/BigCommerce/resources/brand/byName';
import { clientFor } from '../support/client';
import { holdToContract } from '../support/contract';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const brandsCalled = (name: string) =>
	[...store.state.brands.values()].filter((brand) => brand.name === name);
const idOf = (name: string) => brandsCalled(name)[0]?.id ?? 0;
const requests = () => store.exchanges.map(({ method, path }) => `${method} ${path}`);

describe('ensureBrand', () => {
	it('finds a brand whatever its case, and asks once a run', async () => {
		const client = clientFor(store.credential);
		const ask = async (name: string) => await ensureBrand(client, name, { create: false });
		expect(await Promise.all([ask('NORTHPINE'), ask(' northpine ')])).toEqual([
			idOf('Northpine'),
			idOf('Northpine'),
		]);
		expect(store.exchanges).toHaveLength(1);
	});

	it('creates a missing brand once, however many ask for it, and only if it may', async () => {
		const client = clientFor(store.credential);
		expect(await ensureBrand(client, 'Alder & Co', { create: false })).toBeUndefined();
		const ids = await Promise.all(
			['Alder & Co', 'ALDER & CO', 'Alder & Co'].map(
				async (name) => await ensureBrand(client, name, { create: true }),
			),
		);
		expect(brandsCalled('Alder & Co')).toHaveLength(1);
		expect(new Set(ids)).toEqual(new Set([idOf('Alder & Co')]));
		expect(requests()).toEqual(['GET /v3/catalog/brands', 'POST /v3/catalog/brands']);
	});

	it('makes no double when the answer is lost, and uses a brand that somebody else made meanwhile', async () => {
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		const id = await ensureBrand(clientFor(store.credential), 'Alder', { create: true });
		expect(brandsCalled('Alder').map((brand) => brand.id)).toEqual([id]);

		// The look-up does not see the brand yet.
		store.faults.add({ kind: 'status', status: 200, body: { data: [] }, match: { method: 'GET' } });
		expect(await ensureBrand(clientFor(store.credential), 'alder', { create: true })).toBe(id);
		expect(brandsCalled('alder')).toEqual([]);
	});

	it('refuses a name that no brand can have before anything is sent', async () => {
		const client = clientFor(store.credential);
		await expect(ensureBrand(client, ' ', { create: true })).rejects.toThrow("'Brand' is empty");
		await expect(ensureBrand(client, 'x'.repeat(256), { create: true })).rejects.toThrow(
			'256 characters',
		);
		expect(store.exchanges).toEqual([]);
	});
});
