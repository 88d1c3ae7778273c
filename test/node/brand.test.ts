import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { ensureBrand } from '../../nodes/BigCommerce/store/catalog/brands';
import { clientFor } from '../support/client';
import { holdToContract } from '../support/contract';
import { runForJson } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 40 });
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const brandsCalled = (name: string) =>
	[...store.state.brands.values()].filter((brand) => brand.name === name);
const idOf = (name: string) => brandsCalled(name)[0]?.id ?? 0;
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const brand = (name: string) => brandsCalled(name)[0];

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
}
const run = async (operation: string, parameters: object = {}, rest: Run = {}) =>
	await runForJson(store.credential, { resource: 'brand', operation, ...parameters }, rest);
const goingOn = { onError: 'continueRegularOutput' } as const;
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);
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

describe('Brand: Create', () => {
	const additionalFields = {
		customUrl: 'brands/alder',
		metaDescription: 'Boards and bags',
		metaKeywords: 'boards, bags',
		pageTitle: 'Alder boards',
		searchKeywords: 'alder',
	};

	it('makes the brand that the form describes, in one request', async () => {
		const [created] = await run('create', { name: ' Alder ', additionalFields });
		expect(created).toEqual({
			id: idOf('Alder'),
			name: 'Alder',
			url: '/brands/alder',
			pageTitle: 'Alder boards',
			metaDescription: 'Boards and bags',
			metaKeywords: ['boards', 'bags'],
			searchKeywords: 'alder',
			imageUrl: '',
		});
		expect(brand('Alder')).toMatchObject({
			custom_url: { url: '/brands/alder', is_customized: true },
			meta_keywords: ['boards', 'bags'],
		});
		expect(requests()).toEqual(['POST /v3/catalog/brands']);
	});

	it('refuses a name that is there, and an address that is none', async () => {
		const items = [{ name: 'NORTHPINE' }, { name: 'Alder', url: '/al der/' }, { name: 'Birch' }];
		const output = await run(
			'create',
			{ name: '={{ $json.name }}', additionalFields: { customUrl: '={{ $json.url ?? "/x/" }}' } },
			{ items, ...goingOn },
		);
		expect(output.map(({ name, error }) => name ?? error)).toEqual([
			expect.stringContaining('duplicate'),
			expect.stringContaining('\'URL\' is "/al der/"'),
			'Birch',
		]);
		expect(output[0]?.details).toMatchObject({ httpCode: 409 });
	});

	it('makes no double when the answer is lost', async () => {
		store.faults.add({ kind: 'status', status: 504, applied: true, match: { method: 'POST' } });
		const [created] = await run('create', { name: 'Alder' });
		expect(brandsCalled('Alder').map(({ id }) => id)).toEqual([created?.id]);
	});

	it('says which part was not saved, and which brand is there all the same', async () => {
		const imageUrl = 'https://nowhere.invalid/alder.png';
		const [failed] = await run(
			'create',
			{ name: 'Alder', additionalFields: { imageUrl } },
			goingOn,
		);
		expect(failed?.error).toContain(`It was saved as ${idOf('Alder')}`);
		expect(failed?.error).toContain('image_url');
		expect(sent('POST')).toHaveLength(1);
	});
});

describe('Brand: Get, Update and Delete', () => {
	it('answers one brand, simplified or as it is', async () => {
		const target = { brand: byId(idOf('Tarn')) };
		expect(await run('get', target)).toEqual([
			expect.objectContaining({ id: idOf('Tarn'), name: 'Tarn', pageTitle: 'Tarn' }),
		]);
		const [raw] = await run('get', { ...target, output: 'raw' });
		expect(raw).toMatchObject({ page_title: 'Tarn', custom_url: { is_customized: false } });
		await expect(run('get', { brand: byId(999) })).rejects.toThrow('read the brand 999');
	});

	it('changes only what was added, with the name that a PUT demands', async () => {
		const before = { ...brand('Tarn') };
		const [updated] = await run('update', {
			brand: byId(before.id),
			updateFields: { metaKeywords: '={{ "" }}', searchKeywords: 'lake' },
		});
		expect(updated).toMatchObject({ name: 'Tarn', searchKeywords: 'lake', pageTitle: 'Tarn' });
		expect(brand('Tarn')).toEqual({ ...before, search_keywords: 'lake', meta_keywords: [] });
		expect(sent('PUT').map(({ requestBody }) => requestBody)).toEqual([
			{ name: 'Tarn', search_keywords: 'lake', meta_keywords: [] },
		]);
	});

	it('renames in one request', async () => {
		const id = idOf('Tarn');
		await run('update', { brand: byId(id), updateFields: { name: 'Tarn & Sons' } });
		expect(brand('Tarn & Sons')?.id).toBe(id);
		expect(requests()).toEqual([`PUT /v3/catalog/brands/${id}`]);
		await expect(run('update', { brand: byId(id), updateFields: {} })).rejects.toThrow(
			'holds no change',
		);
	});

	it('deletes one brand, and never without an ID', async () => {
		const id = idOf('Tarn');
		expect(await run('delete', { brand: byId(id) })).toEqual([{ deleted: true, id }]);
		expect(brandsCalled('Tarn')).toEqual([]);
		await expect(run('delete', { brand: byId('') })).rejects.toThrow("'Brand' is empty");
		expect(sent('DELETE')).toHaveLength(1);
	});
});

describe('Brand: Create or Update', () => {
	const upsert = async (name: string, additionalFields: object = {}) =>
		(await run('upsert', { name, additionalFields }))[0];

	it('creates, changes what differs, and leaves alone what is right already', async () => {
		expect(await upsert('Alder', { pageTitle: 'One' })).toMatchObject({
			name: 'Alder',
			pageTitle: 'One',
			action: 'created',
		});
		expect(await upsert('ALDER', { pageTitle: 'Two' })).toMatchObject({
			id: idOf('Alder'),
			name: 'Alder',
			pageTitle: 'Two',
			action: 'updated',
		});
		expect(await upsert('alder', { pageTitle: 'Two' })).toMatchObject({ action: 'unchanged' });
		expect(await upsert('Alder')).toMatchObject({ action: 'unchanged' });
		expect(sent('POST')).toHaveLength(1);
		expect(sent('PUT')).toHaveLength(1);
	});

	it('changes the brand that somebody else made meanwhile', async () => {
		store.faults.add({ kind: 'status', status: 200, body: { data: [] }, match: { method: 'GET' } });
		expect(await upsert('tarn', { pageTitle: 'Ours' })).toMatchObject({
			id: idOf('Tarn'),
			pageTitle: 'Ours',
			action: 'updated',
		});
		expect(sent('POST').map(({ status }) => status)).toEqual([409]);
	});

	it('creates a name once that several items ask for', async () => {
		const items = ['Alder', 'alder', 'ALDER'].map((name) => ({ name }));
		const output = await run('upsert', { name: '={{ $json.name }}' }, { items });
		expect(output.map(({ action }) => action)).toEqual(['created', 'unchanged', 'unchanged']);
		expect(brandsCalled('Alder')).toHaveLength(1);
	});
});

describe('Brand: Get Many', () => {
	const names = async (filters: object, more: object = {}) =>
		(await run('getAll', { returnAll: true, filters, ...more })).map(({ name }) => name);

	it('finds by each filter', async () => {
		const ids = [idOf('Tarn'), idOf('Northpine')];
		expect(await names({ name: 'Tarn' })).toEqual(['Tarn']);
		expect(await names({ nameContains: 'pine' })).toEqual(['Northpine']);
		expect(await names({ pageTitle: 'Basalt Works' })).toEqual(['Basalt Works']);
		expect((await names({ ids: ids.join(', ') })).sort()).toEqual(['Northpine', 'Tarn']);
		expect(await names({ excludedIds: ids })).not.toContain('Tarn');
		expect(await names({ lowestId: idOf('Tarn'), highestId: idOf('Tarn') })).toEqual(['Tarn']);
		await expect(names({ ids: '' })).rejects.toThrow("'IDs' is empty");
	});

	it('sorts by name, up to the limit', async () => {
		const all = [...store.state.brands.values()].map(({ name }) => name).sort();
		expect(await names({}, { options: { direction: 'asc' } })).toEqual(all);
		expect(await names({}, { returnAll: false, limit: 2, options: { direction: 'desc' } })).toEqual(
			all.reverse().slice(0, 2),
		);
	});

	it('asks for more IDs than fit an address in parts', async () => {
		const ids = Array.from({ length: 250 }, (_, index) => index + 1);
		expect(await names({ ids })).toHaveLength(store.state.brands.size);
		expect(store.exchanges.length).toBeGreaterThan(2);
		await expect(names({ excludedIds: ids })).rejects.toThrow('more IDs than fit');
	});
});

describe('Brand: Assign Products', () => {
	it('puts ten products a request under the brand, and a missing one fails alone', async () => {
		const products = [...store.state.products.values()].slice(0, 25);
		const items = [...products.map(({ id }) => ({ id })), { id: 999_999 }];
		const output = await run(
			'assignProducts',
			{ brand: byId(idOf('Tarn')), product: byId('={{ $json.id }}') },
			{ items, ...goingOn },
		);
		expect(output[0]).toEqual({
			assigned: true,
			productId: products[0]?.id,
			brandId: idOf('Tarn'),
		});
		expect(output.map(({ error }) => Boolean(error))).toEqual([...products.map(() => false), true]);
		expect(output.at(-1)?.error).toContain('product 999999');
		expect(products.every(({ brand_id }) => brand_id === idOf('Tarn'))).toBe(true);
		expect(sent('PUT').length).toBeLessThanOrEqual(4);
	});
});
