import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson, runNode, searchList } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const run = async (operation: string, parameters: object = {}, ...rest: [object?]) =>
	await runForJson(store.credential, { resource: 'priceList', operation, ...parameters }, ...rest);
const byId = (value: unknown) => ({ priceList: { __rl: true, mode: 'id', value } });
const lists = () => [...store.state.priceLists.values()];
const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');

describe('Price List: Get Many and Get', () => {
	it('answers all lists with ISO dates', async () => {
		expect(await run('getAll', { returnAll: true })).toEqual([
			{
				id: 1,
				name: 'Wholesale',
				active: true,
				dateCreated: expect.stringMatching(/Z$/),
				dateModified: expect.stringMatching(/Z$/),
			},
			expect.objectContaining({ id: 2, name: 'Trade Fair 2024', active: false }),
		]);
		const [raw] = await run('getAll', { limit: 1, output: 'raw' });
		expect(raw).toHaveProperty('date_created');
		expect(store.exchanges.at(-1)?.query).toEqual({ limit: '1' });
	});

	it('hands every filter to the store', async () => {
		const found = await run('getAll', {
			filters: {
				ids: '1, 2',
				nameContains: 'whole',
				createdAfter: '2020-01-01T00:00:00Z',
				modifiedBefore: '2099-01-01T00:00:00Z',
			},
		});
		expect(found).toMatchObject([{ id: 1 }]);
		expect(store.exchanges[0]?.query).toEqual({
			'date_created:min': '2020-01-01T00:00:00.000Z',
			'date_modified:max': '2099-01-01T00:00:00.000Z',
			'id:in': '1,2',
			'name:like': 'whole',
			limit: '50',
		});
		expect(await run('getAll', { filters: { name: 'Wholesale' } })).toHaveLength(1);
		expect(await run('getAll', { filters: { name: 'whole' } })).toEqual([]);
	});

	it('asks for more ids than fit one address in parts, up to one limit for all', async () => {
		const ids = Array.from({ length: 250 }, (_, index) => index + 1).join();
		const found = await run('getAll', { returnAll: true, filters: { ids } });
		expect(found.map(({ id }) => id)).toEqual([1, 2]);
		expect(store.exchanges).toHaveLength(3);
		store.exchanges.length = 0;
		expect(await run('getAll', { limit: 2, filters: { ids } })).toHaveLength(2);
		expect(store.exchanges).toHaveLength(1);
	});

	it('takes an empty filter for a mistake, not for all lists', async () => {
		await expect(run('getAll', { filters: { ids: ' ' } })).rejects.toThrow("'IDs' is empty");
		expect(store.exchanges).toHaveLength(0);
	});

	it('reads one list, and says that there is no such list', async () => {
		expect(await run('get', byId(2))).toMatchObject([{ name: 'Trade Fair 2024' }]);
		await expect(run('get', byId(99))).rejects.toMatchObject({ httpCode: '404' });
	});

	it('offers lists by part of the name', async () => {
		const { results } = await searchList(store.credential, 'searchPriceLists', 'fair');
		expect(results).toEqual([{ name: 'Trade Fair 2024 (off)', value: 2 }]);
	});
});

describe('Price List: Create', () => {
	it('makes a list in one request', async () => {
		const [made] = await run('create', {
			name: ' Dealers ',
			additionalFields: { active: false },
		});
		expect(made).toMatchObject({ name: 'Dealers', active: false });
		expect(lists().at(-1)).toMatchObject({ id: made?.id, name: 'Dealers', active: false });
		expect(store.exchanges).toHaveLength(1);
	});

	it.each([
		['reset', { kind: 'reset' as const }],
		['a gateway time-out', { kind: 'status' as const, status: 504 }],
	])('makes no double when the answer is lost by %s', async (_name, fault) => {
		store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
		const [made] = await run('create', { name: 'Dealers' });
		expect(lists().filter(({ name }) => name === 'Dealers')).toHaveLength(1);
		expect(made).toMatchObject({ id: lists().at(-1)?.id, name: 'Dealers' });
	});

	it.each([
		['429', { kind: 'rateLimitBare' as const }],
		['502 that was not carried out', { kind: 'status' as const, status: 502 }],
	])('takes no list that was there before for its own after a %s', async (_name, fault) => {
		store.faults.add({ ...fault, match: { method: 'POST' } });
		const given = { name: 'Wholesale', additionalFields: { active: false } };
		await expect(run('create', given)).rejects.toMatchObject({ httpCode: '409' });
		expect(lists()).toHaveLength(2);
		expect(store.state.priceLists.get(1)).toMatchObject({ active: true });
	});

	it('lets an item fail alone whose name is taken or missing', async () => {
		const output = await runNode(
			store.credential,
			{ resource: 'priceList', operation: 'create', name: '={{ $json.name }}' },
			{
				items: [{ name: 'Dealers' }, { name: 'Wholesale' }, { name: '' }],
				onError: 'continueRegularOutput',
			},
		);
		expect(output.map(({ json }) => json)).toEqual([
			expect.objectContaining({ name: 'Dealers' }),
			expect.objectContaining({ details: expect.objectContaining({ httpCode: 409 }) }),
			expect.objectContaining({ error: "'Name' is empty" }),
		]);
		expect(lists()).toHaveLength(3);
	});
});

describe('Price List: Update', () => {
	it('keeps the name when only Active changes, and the other way round', async () => {
		await run('update', { ...byId(2), updateFields: { active: true } });
		expect(store.state.priceLists.get(2)).toMatchObject({ name: 'Trade Fair 2024', active: true });
		store.exchanges.length = 0;
		const [changed] = await run('update', { ...byId(2), updateFields: { name: 'Fair' } });
		expect(changed).toMatchObject({ id: 2, name: 'Fair', active: true });
		expect(store.exchanges.map(({ method }) => method)).toEqual(['PUT']);
	});

	it('sends nothing where nothing changes', async () => {
		await expect(run('update', { ...byId(2), updateFields: {} })).rejects.toThrow('no change');
		expect(store.exchanges).toHaveLength(0);
	});
});

describe('Price List: Delete', () => {
	it('deletes one list with its prices and no other', async () => {
		expect(await run('delete', byId(1))).toEqual([{ deleted: true, id: 1 }]);
		expect(lists().map(({ id }) => id)).toEqual([2]);
		expect(store.state.priceRecords.size).toBe(0);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
			'DELETE /v3/pricelists/1',
		]);
	});

	it('waits as long as the store asks for while another deletion runs', async () => {
		store.state.pricesBusyUntil = Date.now() + 900;
		const startedAt = Date.now();
		expect(await run('delete', byId(2))).toEqual([{ deleted: true, id: 2 }]);
		expect(store.exchanges.map(({ status }) => status)).toEqual([503, 204]);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(990);
		expect(lists().map(({ id }) => id)).toEqual([1]);
	});

	it('counts a list as deleted when the first answer was lost', async () => {
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'DELETE' } });
		expect(await run('delete', byId(2))).toEqual([{ deleted: true, id: 2 }]);
		expect(lists().map(({ id }) => id)).toEqual([1]);
	});

	it.each(['', ' ', 'abc', '0'])('never deletes without an id (%j)', async (value) => {
		await expect(run('delete', byId(value))).rejects.toThrow("'Price List'");
		expect(lists()).toHaveLength(2);
		expect(writes()).toHaveLength(0);
	});
});
