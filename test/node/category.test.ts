import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import type { Client } from '../../nodes/BigCommerce/api/client';
import { openTree, toNames } from '../../nodes/BigCommerce/store/catalog/categoryPaths';
import { clientFor } from '../support/client';
import { holdToContract } from '../support/contract';
import { loadOptions, runForJson } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 130 });
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const categoriesCalled = (name: string) =>
	[...store.state.categories.values()].filter((category) => category.name === name);
const idOf = (name: string) => categoriesCalled(name)[0]?.category_id ?? 0;
const category = (name: string) => categoriesCalled(name)[0];
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const byPath = (value: string) => ({ __rl: true, mode: 'path', value });

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
}
const run = async (operation: string, parameters: object = {}, rest: Run = {}) =>
	await runForJson(store.credential, { resource: 'category', operation, ...parameters }, rest);
const goingOn = { onError: 'continueRegularOutput' } as const;
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);
const sizes = (method: string) =>
	sent(method).map(({ requestBody }) => (requestBody as unknown[]).length);
const requests = () => store.exchanges.map(({ method, path }) => `${method} ${path}`);

const idAt = async (
	client: Client,
	path: string | string[],
	{ create, tree }: { create: boolean; tree?: number },
) => {
	const names = toNames(path);
	return (await (await openTree(client, tree)).ensure(names, create))?.id;
};

describe('A path in a category tree', () => {
	it("reads the default storefront's tree once, and finds paths whatever their case", async () => {
		const client = clientFor(store.credential);
		const ask = async (path: string | string[]) => await idAt(client, path, { create: false });
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
		expect(await idAt(client, 'Outlet', { create: false, tree: 2 })).toBe(idOf('Outlet'));
		expect(requests()).toEqual(['GET /v3/catalog/trees/2/categories']);
	});

	it('creates what is missing, each once, however many ask for it', async () => {
		const client = clientFor(store.credential);
		const ids = await Promise.all(
			['Camp/Light/Lamps', 'CAMP/light/Candles', 'Camp/Light', 'Camp/Light/lamps'].map(
				async (path) => await idAt(client, path, { create: true }),
			),
		);
		expect(ids).toEqual([idOf('Lamps'), idOf('Candles'), idOf('Light'), idOf('Lamps')]);
		expect(categoriesCalled('Light')).toHaveLength(1);
		expect(category('Light')).toMatchObject({ parent_id: idOf('Camp'), tree_id: 1 });
		expect(category('Candles')).toMatchObject({ parent_id: idOf('Light') });
		expect(sent('POST')).toHaveLength(3);
	});

	it('uses a category that somebody else made meanwhile, and makes no double of one with a lost answer', async () => {
		const before = clientFor(store.credential);
		await idAt(before, 'Camp', { create: false });
		const theirs = await idAt(clientFor(store.credential), 'Camp/Light', {
			create: true,
		});
		expect(await idAt(before, 'camp/light', { create: true })).toBe(theirs);

		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		const id = await idAt(before, 'Camp/Light/Lamps', { create: true });
		expect(categoriesCalled('Lamps').map(({ category_id }) => category_id)).toEqual([id]);
	});

	it('tells a refusal, and lets the next one try again', async () => {
		const client = clientFor(store.credential);
		store.faults.add({
			kind: 'status',
			status: 422,
			body: { errors: { status: 422, title: 'The plan allows no more categories' } },
			match: { method: 'POST' },
		});
		const ask = async () => await idAt(client, 'Light', { create: true });
		await expect(ask()).rejects.toMatchObject({ reason: expect.stringContaining('no more') });
		expect(await ask()).toBe(idOf('Light'));
	});

	it('writes a slash within a name as \\/', async () => {
		const client = clientFor(store.credential);
		const id = await idAt(client, 'Camp/Hot\\/Cold Drinks', { create: true });
		expect(id).toBe(idOf('Hot/Cold Drinks'));
		expect(category('Hot/Cold Drinks')?.parent_id).toBe(idOf('Camp'));
	});

	it('refuses a path that no category can have before anything is sent', async () => {
		const client = clientFor(store.credential);
		const ask = async (path: string) => await idAt(client, path, { create: true });
		await expect(ask(' / ')).rejects.toThrow("'Path' is empty");
		await expect(ask(`Camp/${'x'.repeat(51)}`)).rejects.toThrow('51 characters');
		expect(store.exchanges).toEqual([]);
	});
});

describe('Category: Create', () => {
	it('makes the category that the form describes, below its parent and in its tree', async () => {
		const [created] = await run('create', {
			name: 'Lamps',
			parent: byId(idOf('Outlet')),
			additionalFields: {
				defaultProductSort: 'price_asc',
				description: '<p>Light</p>',
				isVisible: false,
				metaKeywords: 'lamp, light',
				sortOrder: '7',
				url: 'lamps',
			},
		});
		expect(created).toEqual({
			id: idOf('Lamps'),
			name: 'Lamps',
			treeId: 2,
			parentId: idOf('Outlet'),
			isVisible: false,
			url: '/lamps',
			description: '<p>Light</p>',
			pageTitle: '',
			sortOrder: 7,
			defaultProductSort: 'price_asc',
			imageUrl: '',
		});
		expect(category('Lamps')).toMatchObject({
			meta_keywords: ['lamp', 'light'],
			url: { path: '/lamps', is_customized: true },
		});
		expect(requests()).toEqual([
			'GET /v3/catalog/trees/categories',
			'POST /v3/catalog/trees/categories',
		]);
	});

	it('puts it below one that an earlier item creates, and reads the tree once', async () => {
		store.setLatency(5);
		const items = [
			{ name: 'Lamps', parent: '' },
			{ name: 'Desk', parent: 'lamps' },
			{ name: 'Clamps', parent: 'Lamps/Desk' },
			...Array.from({ length: 20 }, (_, at) => ({
				name: `Clamp ${at}`,
				parent: 'Lamps/Desk/Clamps',
			})),
		];
		const parameters = { name: '={{ $json.name }}', parent: byPath('={{ $json.parent }}') };
		const output = await run('create', parameters, { items });
		const below = [0, idOf('Lamps'), idOf('Desk'), ...Array<number>(20).fill(idOf('Clamps'))];
		expect(output.map(({ parentId }) => parentId)).toEqual(below);
		expect(sent('GET')).toHaveLength(2);
		const missing = [...items.slice(0, 1), { name: 'Shade', parent: 'Nowhere' }];
		store.reset();
		const [, error] = await run('create', parameters, { items: missing, ...goingOn });
		expect(error?.error).toContain('no such path');
	});

	it('works for items together as one by one, where two of them have one name', async () => {
		store.setLatency(5);
		await run('create', { name: 'Men' });
		const items = [
			{ name: 'Sale', parent: '' },
			{ name: 'Sale', parent: 'Men' },
			{ name: 'Shoes', parent: 'Men/Sale' },
		];
		const parameters = { name: '={{ $json.name }}', parent: byPath('={{ $json.parent }}') };
		const [top, below, shoes] = await run('create', parameters, { items });
		expect(top).toMatchObject({ name: 'Sale', parentId: 0 });
		expect(below).toMatchObject({ name: 'Sale', parentId: idOf('Men') });
		expect(shoes).toMatchObject({ name: 'Shoes', parentId: below?.id });
	});

	it('puts it at the top of the default tree, at the top of another, or below a path', async () => {
		const place = async (name: string, form: object) => {
			await run('create', { name, ...form });
			return [category(name)?.tree_id, category(name)?.parent_id];
		};
		expect(await place('Lamps', {})).toEqual([1, 0]);
		expect(await place('Ropes', { tree: 2, parent: byId(0) })).toEqual([2, 0]);
		expect(await place('Pots', { parent: byPath('camp/camp kitchen') })).toEqual([
			1,
			idOf('Camp Kitchen'),
		]);
	});

	it('fails for a name that the parent has already, and for a parent that is not there', async () => {
		const output = await run(
			'create',
			{ name: '={{ $json.name }}', parent: { ...byPath('={{ $json.parent }}') } },
			{
				items: [
					{ name: 'Tents', parent: 'Camp' },
					{ name: 'Tents', parent: 'Coffee' },
					{ name: 'Tents', parent: 'Camp/Nowhere' },
					{ name: 'x'.repeat(51), parent: 'Camp' },
				],
				...goingOn,
			},
		);
		expect(output.map(({ name, error }) => name ?? error)).toEqual([
			expect.stringContaining('create the category Tents (HTTP 422)'),
			'Tents',
			expect.stringContaining('find the category Camp/Nowhere'),
			expect.stringContaining('51 characters'),
		]);
		expect(categoriesCalled('Tents')).toHaveLength(2);
	});

	it('makes no double when the answer is lost', async () => {
		store.faults.add({ kind: 'status', status: 504, applied: true, match: { method: 'POST' } });
		const [created] = await run('create', { name: 'Lamps' });
		expect(categoriesCalled('Lamps').map(({ category_id }) => category_id)).toEqual([created?.id]);
	});
});

describe('Category: Get and Get Many', () => {
	it('answers one category by ID or by path, with its own path', async () => {
		const beans = { id: idOf('Beans'), name: 'Beans', path: 'Coffee/Beans', treeId: 1 };
		expect(await run('get', { category: byPath('Coffee/Beans') })).toEqual([
			expect.objectContaining(beans),
		]);
		store.exchanges.length = 0;
		const flat = await run('get', { category: byId(idOf('Beans')), includePath: false });
		expect(flat[0]).not.toHaveProperty('path');
		expect(requests()).toEqual(['GET /v3/catalog/trees/categories']);
		await expect(run('get', { category: byId(999) })).rejects.toThrow('find the category 999');
		await expect(run('get', { category: byPath('Coffee/Tea') })).rejects.toThrow('Coffee/Tea');
	});

	it('lists all with their paths, each tree read once', async () => {
		const rows = await run('getAll', { returnAll: true });
		expect(rows.map(({ path }) => path)).toEqual([
			'Camp',
			'Camp/Tents',
			'Camp/Sleep',
			'Camp/Camp Kitchen',
			'Coffee',
			'Coffee/Beans',
			'Coffee/Brewing',
			'Clothing',
			'Gifts',
			'Outlet',
		]);
		expect(requests().slice(1).sort()).toEqual([
			'GET /v3/catalog/trees/1/categories',
			'GET /v3/catalog/trees/2/categories',
		]);
	});

	it('finds by each filter', async () => {
		const names = async (filters: object) =>
			(await run('getAll', { returnAll: true, includePath: false, filters })).map(
				({ name }) => name,
			);
		const tops = ['Camp', 'Coffee', 'Clothing', 'Gifts', 'Outlet'];
		expect(await names({ name: 'Beans' })).toEqual(['Beans']);
		expect(await names({ nameContains: 'camp' })).toEqual(['Camp', 'Camp Kitchen']);
		expect(await names({ keyword: 'tent' })).toEqual(['Tents']);
		expect(await names({ pageTitle: 'Gifts' })).toEqual(['Gifts']);
		expect(await names({ pageTitleContains: 'gif' })).toEqual(['Gifts']);
		expect(await names({ ids: [idOf('Beans'), idOf('Gifts')] })).toEqual(['Beans', 'Gifts']);
		expect(await names({ uuids: category('Beans')?.category_uuid })).toEqual(['Beans']);
		expect(await names({ parent: byId(idOf('Coffee')) })).toEqual(['Beans', 'Brewing']);
		expect(await names({ isTopLevel: true })).toEqual(tops);
		expect(await names({ isTopLevel: false, excludedIds: idOf('Tents') })).toEqual([
			'Sleep',
			'Camp Kitchen',
			'Beans',
			'Brewing',
		]);
		expect(await names({ isVisible: false })).toEqual(['Outlet']);
		expect(await names({ trees: [2] })).toEqual(['Outlet']);
		expect(await names({ trees: ['default'], isTopLevel: true })).toEqual(tops.slice(0, 4));
	});

	it('gives the untouched answer, up to the limit', async () => {
		const [raw, ...others] = await run('getAll', { limit: 1, output: 'raw' });
		expect(raw).toMatchObject({ category_id: idOf('Camp'), parent_id: 0, path: 'Camp' });
		expect(others).toEqual([]);
	});
});

describe('Category: Update', () => {
	it('changes many in one request, and answers them as they are then', async () => {
		const items = ['Beans', 'Brewing', 'Tents'].map((name) => ({ id: idOf(name), name }));
		const output = await run(
			'update',
			{
				category: byId('={{ $json.id }}'),
				updateFields: { pageTitle: '={{ $json.name + " & more" }}', isVisible: false },
			},
			{ items },
		);
		expect(output.map(({ pageTitle, isVisible }) => [pageTitle, isVisible])).toEqual([
			['Beans & more', false],
			['Brewing & more', false],
			['Tents & more', false],
		]);
		expect(category('Beans')).toMatchObject({
			page_title: 'Beans & more',
			parent_id: idOf('Coffee'),
		});
		expect(requests()).toEqual([
			'PUT /v3/catalog/trees/categories',
			'GET /v3/catalog/trees/categories',
		]);
		expect(sizes('PUT')).toEqual([3]);
	});

	it('finds the bad ones, and writes the good ones', async () => {
		const items = [
			...['Beans', 'Brewing', 'Tents', 'Sleep'].map((name) => ({
				id: idOf(name),
				name: `${name} 2`,
			})),
			{ id: 999, name: 'Nothing' },
			{ id: idOf('Gifts'), name: 'Coffee' },
		];
		const output = await run(
			'update',
			{ category: byId('={{ $json.id }}'), updateFields: { name: '={{ $json.name }}' } },
			{ items, ...goingOn },
		);
		expect(output.map(({ name, error }) => name ?? error)).toEqual([
			'Beans 2',
			'Brewing 2',
			'Tents 2',
			'Sleep 2',
			expect.stringContaining('find the category 999'),
			expect.stringContaining('not valid. name: The name Coffee'),
		]);
		expect(category('Sleep 2')?.parent_id).toBe(idOf('Camp'));
		expect(categoriesCalled('Coffee')).toHaveLength(1);
	});

	it('writes two items for one category as one', async () => {
		const items = [{ title: 'Bags' }, { title: 'All bags' }];
		const output = await run(
			'update',
			{ category: byPath('Camp/Tents'), updateFields: { pageTitle: '={{ $json.title }}' } },
			{ items },
		);
		expect(output.map(({ pageTitle }) => pageTitle)).toEqual(['All bags', 'All bags']);
		expect(sizes('PUT')).toEqual([1]);
	});

	it('moves below another category, or to the top', async () => {
		const move = async (name: string, parent: object) => {
			await run('update', { category: byId(idOf(name)), updateFields: { parent } });
			return category(name)?.parent_id;
		};
		expect(await move('Beans', byPath('Camp/Camp Kitchen'))).toBe(idOf('Camp Kitchen'));
		expect(await move('Beans', byId(0))).toBe(0);
	});

	it('asks for a change', async () => {
		await expect(run('update', { category: byId(23), updateFields: {} })).rejects.toThrow(
			'holds no change',
		);
		expect(store.exchanges).toEqual([]);
	});

	it('finds a category by the path that an earlier item gives it, as one item after the other would', async () => {
		const items = [
			{ path: 'Coffee/Beans', name: 'Roasts' },
			{ path: 'coffee/roasts', name: 'Fresh Roasts' },
			{ path: 'Coffee/Beans', name: 'Gone' },
		];
		const output = await run(
			'update',
			{ category: byPath('={{ $json.path }}'), updateFields: { name: '={{ $json.name }}' } },
			{ items, ...goingOn },
		);
		expect(output.map(({ name, error }) => name ?? error)).toEqual([
			'Roasts',
			'Fresh Roasts',
			expect.stringContaining('no such path'),
		]);
		expect(category('Fresh Roasts')?.parent_id).toBe(idOf('Coffee'));
	});
});

describe('Category: Create or Update', () => {
	it('finds the parent that an earlier item creates, by name and by path', async () => {
		store.setLatency(5);
		const byName = {
			findBy: 'name',
			name: '={{ $json.name }}',
			parent: byPath('={{ $json.parent }}'),
		};
		const below = await run('upsert', byName, {
			items: [
				{ name: 'Lamps', parent: '' },
				{ name: 'Desk', parent: 'Lamps' },
				{ name: 'Clamps', parent: 'Lamps/Desk' },
			],
		});
		expect(below.map(({ path, action }) => [path, action])).toEqual([
			['Lamps', 'created'],
			['Lamps/Desk', 'created'],
			['Lamps/Desk/Clamps', 'created'],
		]);
		const strict = { path: '={{ $json.path }}', createParents: false };
		const items = [{ path: 'Ropes' }, { path: 'Ropes/Static' }, { path: 'Ropes/Static/Thin' }];
		const made = await run('upsert', strict, { items });
		expect(made.map(({ action }) => action)).toEqual(['created', 'created', 'created']);
	});

	it('creates paths with their parents, changes what differs, and leaves the rest alone', async () => {
		const items = [
			{ path: 'Camp/Light/Lamps', title: 'Lamps' },
			{ path: 'camp/tents', title: 'All tents' },
			{ path: 'Coffee/Beans', title: category('Beans')?.page_title },
			{ path: 'Camp/Light', title: 'All light' },
		];
		const upsert = async () =>
			await run(
				'upsert',
				{ path: '={{ $json.path }}', additionalFields: { pageTitle: '={{ $json.title }}' } },
				{ items },
			);
		const output = await upsert();
		expect(output.map(({ path, pageTitle, action }) => [path, pageTitle, action])).toEqual([
			['Camp/Light/Lamps', 'Lamps', 'created'],
			['Camp/Tents', 'All tents', 'updated'],
			['Coffee/Beans', 'Beans', 'unchanged'],
			['Camp/Light', 'All light', 'updated'],
		]);
		expect(category('Lamps')?.parent_id).toBe(idOf('Light'));
		expect(sizes('POST')).toEqual([1, 1]);
		expect(sizes('PUT')).toEqual([2]);

		store.exchanges.length = 0;
		expect((await upsert()).map(({ action }) => action)).toEqual(items.map(() => 'unchanged'));
		expect(requests()).toEqual([
			'GET /v3/catalog/trees',
			'GET /v3/catalog/trees/1/categories',
			'GET /v3/catalog/trees/categories',
		]);
	});

	it.each([['path'], ['name']])(
		'fails the bad one of several items for a new category alone, found by %s',
		async (by) => {
			const output = await run(
				'upsert',
				{
					findBy: '={{ $json.by }}',
					path: '={{ $json.name }}',
					name: '={{ $json.name }}',
					additionalFields: { sortOrder: '={{ $json.order }}', layoutFile: '={{ $json.layout }}' },
				},
				{
					items: [
						{ by, name: 'Lamps', order: 1, layout: 'x'.repeat(60) },
						{ by: 'path', name: 'lamps', order: 2 },
						{ by: 'name', name: 'LAMPS', order: 3 },
					],
					...goingOn,
				},
			);
			expect(output.map(({ error }) => error !== undefined)).toEqual([true, false, false]);
			const made = [...store.state.categories.values()].filter(({ name }) => /^lamps$/i.test(name));
			expect(made).toMatchObject([{ sort_order: 3 }]);
		},
	);

	it('creates no parents where it must not, and each bad item fails alone', async () => {
		const items = [{ path: 'Coffee/Tea' }, { path: 'Nowhere/Tea' }, { path: '/' }];
		const output = await run(
			'upsert',
			{ path: '={{ $json.path }}', createParents: false },
			{ items, ...goingOn },
		);
		expect(output.map(({ action, error }) => action ?? error)).toEqual([
			'created',
			expect.stringContaining('find the category Nowhere'),
			expect.stringContaining("'Path' is empty"),
		]);
		expect(categoriesCalled('Nowhere')).toEqual([]);
	});

	it('finds by name below a parent', async () => {
		const upsert = async (name: string, parent: object, additionalFields: object = {}) =>
			(await run('upsert', { findBy: 'name', name, parent, additionalFields }))[0];
		const sortOrder = 9;
		expect(await upsert('BEANS', byId(idOf('Coffee')), { sortOrder })).toMatchObject({
			id: idOf('Beans'),
			name: 'Beans',
			sortOrder,
			action: 'updated',
		});
		expect(await upsert('Beans', byId(idOf('Outlet')))).toMatchObject({
			path: 'Outlet/Beans',
			treeId: 2,
			action: 'created',
		});
		expect(await upsert('gifts', { __rl: true, mode: 'list', value: '' })).toMatchObject({
			id: idOf('Gifts'),
			action: 'unchanged',
		});
	});
});

describe('Category: Delete', () => {
	it('deletes many in one request, and never without an ID', async () => {
		const items = [{ ids: `${idOf('Beans')}, ${idOf('Brewing')}` }, { ids: idOf('Gifts') }];
		const expected = [[idOf('Beans'), idOf('Brewing')], [idOf('Gifts')]];
		expect(await run('delete', { category: byId('={{ $json.ids }}') }, { items })).toEqual(
			expected.map((ids) => ({ deleted: true, ids })),
		);
		expect([...store.state.categories.values()].map(({ name }) => name)).toEqual([
			'Camp',
			'Tents',
			'Sleep',
			'Camp Kitchen',
			'Coffee',
			'Clothing',
			'Outlet',
		]);
		expect(sent('DELETE').map(({ query }) => query)).toEqual([
			{ 'category_id:in': expected.flat().join(',') },
		]);
		for (const value of ['', ' , ', 'x', '0'])
			await expect(run('delete', { category: byId(value) })).rejects.toThrow("'Category'");
		expect(sent('DELETE')).toHaveLength(1);
	});

	it('sends a category once that several items name, and tells each of them', async () => {
		const [beans, gifts] = [idOf('Beans'), idOf('Gifts')];
		const items = [{ ids: `${beans}, ${gifts}` }, { ids: gifts }, { ids: beans }];
		expect(await run('delete', { category: byId('={{ $json.ids }}') }, { items })).toEqual(
			[[beans, gifts], [gifts], [beans]].map((ids) => ({ deleted: true, ids })),
		);
		expect(sent('DELETE').map(({ query }) => query)).toEqual([
			{ 'category_id:in': `${beans},${gifts}` },
		]);
	});
});

describe('Category: Assign and Remove Products', () => {
	const bulk = (count: number) =>
		[...store.state.products.values()].filter(({ sku }) => sku.startsWith('TP-')).slice(0, count);
	const fromItem = { product: byId('={{ $json.id }}') };

	it('puts many products into the category in large batches, one request at a time', async () => {
		store.setLatency(10);
		const items = bulk(120).map(({ id }) => ({ id }));
		const before = bulk(120).map(({ categories }) => [...categories]);
		const output = await run(
			'assignProducts',
			{ ...fromItem, category: byPath('Coffee/Beans') },
			{ items: [...items, { id: 999_999 }], ...goingOn },
		);
		expect(output[0]).toEqual({
			assigned: true,
			productId: items[0]?.id,
			categoryId: idOf('Beans'),
		});
		expect(output.at(-1)?.error).toContain('The product does not exist');
		for (const [index, { categories }] of bulk(120).entries())
			expect(new Set(categories)).toEqual(new Set([...(before[index] ?? []), idOf('Beans')]));
		expect(sizes('PUT')).toEqual([50, 50, 21, 20]);
		expect(store.maxParallel).toBe(1);
	});

	it('takes products out of the category of their item and of no other', async () => {
		const [one, two] = bulk(2);
		const beans = { category: byId(idOf('Beans')) };
		const gifts = { category: byId(idOf('Gifts')) };
		const items = [{ id: one?.id }, { id: two?.id }];
		await run('assignProducts', { ...fromItem, ...beans }, { items });
		await run('assignProducts', { ...fromItem, ...gifts }, { items });
		expect(await run('removeProducts', { ...fromItem, ...beans }, { items: [items[0]!] })).toEqual([
			{ removed: true, productId: one?.id, categoryId: idOf('Beans') },
		]);
		expect(one?.categories).not.toContain(idOf('Beans'));
		expect(one?.categories).toContain(idOf('Gifts'));
		expect(two?.categories).toEqual(expect.arrayContaining([idOf('Beans'), idOf('Gifts')]));
		expect(sent('DELETE').map(({ query }) => query)).toEqual([
			{ 'category_id:in': String(idOf('Beans')), 'product_id:in': String(one?.id) },
		]);
		for (const form of [
			{ ...beans, product: byId('') },
			{ category: byId(''), product: byId(one?.id) },
		])
			await expect(run('removeProducts', form)).rejects.toThrow('is empty');
	});
});

it('trees are chosen from a list, with that of the default storefront first', async () => {
	expect(await loadOptions(store.credential, 'getCategoryTrees')).toEqual([
		{ name: 'Default Storefront', value: 'default' },
		{ name: 'Ridge & Roast', value: 1 },
		{ name: 'Field Outlet', value: 2 },
	]);
});
