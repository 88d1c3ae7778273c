import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson, runNode, searchList } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 300 });
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
}

const run = async (operation: string, parameters: object, rest: Run = {}) =>
	await runForJson(store.credential, { resource: 'metafield', operation, ...parameters }, rest);
const goingOn = { onError: 'continueRegularOutput' } as const;
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

const first = <T>(records: Map<unknown, T>) => [...records.values()][0] as T;
const products = () => [...store.state.products.values()];
const tent = () => products().find(({ sku }) => sku === 'NP-TENT-G2')?.id ?? 0;
const bulk = (count: number) =>
	products()
		.filter(({ variants }) => variants.some(({ sku }) => sku.startsWith('TP-')))
		.slice(0, count)
		.map(({ id }) => id);
const ofProduct = (product: unknown = tent()) => ({ belongsTo: 'product', product: byId(product) });
const metafields = (key: string) =>
	[...store.state.metafields.values()].filter((metafield) => metafield.key === key);
const own = (key: string) =>
	metafields(key).filter(({ owner_client_id }) => owner_client_id === store.state.store.clientId);
const requests = () => store.exchanges.map(({ method, path }) => `${method} ${path}`);
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);
const sentRows = (method: string) =>
	sent(method).map(({ requestBody }) => requestBody as Array<Record<string, unknown>>);

/** Each kind of record, as the form names it, and where its metafields are. */
const kinds: Array<[string, () => { form: object; id: number | string; path: string }]> = [
	['brand', () => kind('brand', first(store.state.brands).id, '/v3/catalog/brands')],
	[
		'category',
		() => kind('category', first(store.state.categories).category_id, '/v3/catalog/categories'),
	],
	['customer', () => kind('customer', first(store.state.customers).id, '/v3/customers')],
	['order', () => kind('order', first(store.state.orders).id, '/v3/orders')],
	['product', () => kind('product', tent(), '/v3/catalog/products')],
	['cart', () => kind('cart', first(store.state.carts).id, '/v3/carts', String)],
	['channel', () => kind('channel', 1, '/v3/channels')],
	[
		'location',
		() => kind('location', first(store.state.locations).id, '/v3/inventory/locations', Number),
	],
	[
		'variant',
		() => {
			const { id, variants } = products().find((product) => product.variants.length > 1)!;
			const variant = variants[1]!.id;
			return {
				form: { belongsTo: 'variant', product: byId(id), variant: byId(variant) },
				id: variant,
				path: '/v3/catalog/variants',
			};
		},
	],
];
function kind(
	belongsTo: string,
	id: number | string,
	path: string,
	as: (id: unknown) => unknown = byId,
) {
	return { form: { belongsTo, [belongsTo]: as(id) }, id, path };
}

describe.each(kinds)('Metafield of a %s', (belongsTo, ofKind) => {
	const names = { namespace: 'warehouse', key: 'bin' };

	it('is created, read, changed and deleted', async () => {
		const { form, id, path } = ofKind();
		const [created] = await run('create', {
			...form,
			...names,
			value: '={{ { rack: 7, tags: ["a", "b"] } }}',
			additionalFields: { description: 'Where it lies', permissionSet: 'read' },
		});
		expect(created).toEqual({
			id: expect.anything(),
			...names,
			value: '{"rack":7,"tags":["a","b"]}',
			description: 'Where it lies',
			permissionSet: 'read',
			belongsTo,
			recordId: id,
			dateCreated: expect.stringMatching(/^\d{4}-.*Z$/),
			dateModified: expect.stringMatching(/^\d{4}-.*Z$/),
		});
		expect(requests()).toEqual([`POST ${path}/metafields`]);

		expect(await run('getAll', { ...form, filters: { keys: 'bin' } })).toEqual([created]);
		expect(
			await run('getAll', {
				belongsTo,
				getFrom: 'all',
				filters: { namespaces: 'warehouse', keys: 'bin' },
			}),
		).toEqual([created]);

		const [updated] = await run('update', { ...form, ...names, updateFields: { value: 'B-17' } });
		expect(updated).toMatchObject({ id: created?.id, value: 'B-17', permissionSet: 'read' });
		const [again] = await run('update', {
			...form,
			findBy: 'id',
			metafield: String(created?.id),
			updateFields: { value: '={{ 18 }}', newKey: 'shelf' },
		});
		expect(again).toMatchObject({
			...names,
			key: 'shelf',
			value: '18',
			description: 'Where it lies',
		});
		expect(metafields('bin')).toEqual([]);

		expect(await run('delete', { ...form, ...names, key: 'shelf' })).toEqual([
			{ deleted: true, ids: [Number(created?.id)] },
		]);
		expect(own('shelf')).toEqual([]);
	});

	it('is created or updated by its names', async () => {
		const { form } = ofKind();
		const save = async (value: string) =>
			(await run('upsert', { ...form, ...names, value }))[0] as { action: string };
		expect(await save('A')).toMatchObject({ value: 'A', action: 'created' });
		expect(await save('B')).toMatchObject({ value: 'B', action: 'updated' });
		expect(await save('B')).toMatchObject({ value: 'B', action: 'unchanged' });
		expect(own('bin').map(({ value }) => value)).toEqual(['B']);
		expect(sent('POST')).toHaveLength(1);
		expect(sent('PUT')).toHaveLength(1);
	});
});

describe('Metafield: Create', () => {
	const one = { belongsTo: 'product', namespace: 'warehouse', key: 'bin' };
	const each = { ...one, product: byId('={{ $json.product }}'), value: '={{ $json.value }}' };

	it('sends ten at a time, and a record that is not there fails alone', async () => {
		const items = bulk(25).map((product, index) => ({ product, value: `B-${index}` }));
		items[12] = { product: 999_999, value: 'nowhere' };
		const output = await runNode(
			store.credential,
			{ resource: 'metafield', operation: 'create', ...each },
			{ items, ...goingOn },
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(output.filter(({ json }) => json.error).map(({ json }) => json)).toEqual([
			{
				error: expect.stringContaining('warehouse.bin of the product 999999'),
				details: expect.objectContaining({
					httpCode: 422,
					description: expect.stringContaining('does not exist'),
				}),
			},
		]);
		expect(
			own('bin')
				.map(({ value }) => value)
				.sort(),
		).toEqual(
			items
				.filter(({ product }) => product !== 999_999)
				.map(({ value }) => value)
				.sort(),
		);
		expect(sentRows('POST').map(({ length }) => length)).toEqual([10, 10, 5]);
		expect(store.exchanges).toHaveLength(3);
	});

	it('makes no doubles when answers are lost, nor takes what it made for a clash', async () => {
		const items = bulk(15).map((product, index) => ({ product, value: `B-${index}` }));
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		const output = await run('create', each, { items });
		expect(output.map(({ value }) => value)).toEqual(items.map(({ value }) => value));
		expect(own('bin')).toHaveLength(15);
	});

	it('finds what a lost answer made in part', async () => {
		const items = bulk(5).map((product) => ({ product, value: 'B' }));
		items.push({ product: 999_999, value: 'B' });
		store.faults.add({ kind: 'status', status: 504, applied: true, match: { method: 'POST' } });
		const output = await run('create', each, { items, ...goingOn });
		expect(output.map(({ value, error }) => value ?? error)).toEqual([
			...Array.from({ length: 5 }, () => 'B'),
			expect.stringContaining('product 999999'),
		]);
		expect(own('bin')).toHaveLength(5);
	});

	it('tells that a key is there already, and that an earlier item makes it', async () => {
		const items = [...bulk(2), bulk(1)[0]].map((product) => ({ product, value: 'B' }));
		await run('create', each, { items: items.slice(1, 2) });
		const output = await run('create', each, { items, ...goingOn });
		expect(output.map(({ error }) => error)).toEqual([
			undefined,
			expect.stringContaining(`product ${items[1]?.product}`),
			expect.stringContaining('An earlier item creates the metafield warehouse.bin'),
		]);
		expect(own('bin')).toHaveLength(2);
	});

	it.each([
		['a long value', { value: 'x'.repeat(65_536) }, "'Value' has 65,536 characters"],
		['no value', { value: '' }, "'Value' is empty"],
		['null', { value: '={{ null }}' }, "'Value' is empty"],
		['a long key', { key: 'k'.repeat(65) }, "'Key' has 65 characters"],
		['no namespace', { namespace: ' ' }, "'Namespace' is empty"],
		[
			'a long description',
			{ additionalFields: { description: 'd'.repeat(256) } },
			"'Description' has 256 characters",
		],
		['no cart', { belongsTo: 'cart', cart: '12' }, '\'Cart ID\' is "12"'],
		['an unknown kind', { belongsTo: '={{ "gift" }}' }, '\'Belongs To\' is "gift"'],
	])('refuses %s before anything is sent', async (_name, wrong, message) => {
		await expect(run('create', { ...one, ...ofProduct(), value: 'B', ...wrong })).rejects.toThrow(
			message,
		);
		expect(store.exchanges).toEqual([]);
	});

	it('keeps the largest value', async () => {
		await run('create', { ...one, ...ofProduct(), value: 'x'.repeat(65_535) });
		expect(own('bin')[0]?.value).toHaveLength(65_535);
	});
});

describe('Metafield: Create or Update', () => {
	const each = {
		belongsTo: 'product',
		product: byId('={{ $json.product }}'),
		namespace: 'warehouse',
		key: 'bin',
		value: '={{ $json.value }}',
	};

	it('walks once through those of all records when there are many', async () => {
		const items = bulk(40).map((product, index) => ({ product, value: `B-${index}` }));
		await run('upsert', each, { items: items.slice(0, 20) });
		store.exchanges.length = 0;
		const changed = items.map((item, index) => (index < 10 ? { ...item, value: 'C' } : item));
		const output = await run('upsert', each, { items: changed });
		expect(output.map(({ action }) => action)).toEqual([
			...Array.from({ length: 10 }, () => 'updated'),
			...Array.from({ length: 10 }, () => 'unchanged'),
			...Array.from({ length: 20 }, () => 'created'),
		]);
		expect(output.map(({ value }) => value)).toEqual(changed.map(({ value }) => value));
		expect(requests().sort()).toEqual([
			'GET /v3/catalog/products/metafields',
			'POST /v3/catalog/products/metafields',
			'POST /v3/catalog/products/metafields',
			'PUT /v3/catalog/products/metafields',
		]);
		expect(store.exchanges[0]?.query).toMatchObject({
			'namespace:in': 'warehouse',
			'key:in': 'bin',
		});
	});

	it('gives a walk up that takes longer than asking record by record', async () => {
		const keys = ['bin', 'rack', 'row'];
		const everywhere = keys.flatMap((key) => bulk(300).map((product) => ({ product, key })));
		const byItem = { ...each, key: '={{ $json.key }}' };
		await run('create', { ...byItem, value: 'old' }, { items: everywhere });
		store.exchanges.length = 0;
		const last = bulk(300).slice(-10);
		const items = keys.flatMap((key) => last.map((product) => ({ product, key })));
		const output = await run('upsert', { ...byItem, value: 'new' }, { items });
		expect(output.map(({ action }) => action)).toEqual(items.map(() => 'updated'));
		expect(metafields('row').filter(({ value }) => value === 'new')).toHaveLength(10);
		const walked = sent('GET').filter(({ path }) => path === '/v3/catalog/products/metafields');
		expect(walked).toHaveLength(3);
		expect(sent('GET')).toHaveLength(3 + 10);
	});

	it('writes two items for one metafield as one, and the later one holds', async () => {
		const items = ['A', 'B'].map((value) => ({ product: tent(), value }));
		const output = await run('upsert', each, { items });
		expect(output.map(({ value, action }) => [value, action])).toEqual([
			['B', 'created'],
			['B', 'created'],
		]);
		expect(own('bin').map(({ value }) => value)).toEqual(['B']);
	});

	it('changes what somebody else made meanwhile', async () => {
		await run('create', { ...each, ...ofProduct(), value: 'theirs' });
		store.exchanges.length = 0;
		// The first look-up does not see it yet.
		store.faults.add({
			kind: 'status',
			status: 200,
			body: { data: [], meta: {} },
			match: { method: 'GET' },
		});
		const [saved] = await run('upsert', { ...each, ...ofProduct(), value: 'ours' });
		expect(saved).toMatchObject({ value: 'ours', action: 'updated' });
		expect(sent('POST').map(({ status }) => status)).toEqual([422]);
		expect(own('bin').map(({ value }) => value)).toEqual(['ours']);
	});

	it('takes a name for free that another app holds for itself, and changes what is open for it', async () => {
		const order = Math.max(...store.state.orders.keys());
		const [mine] = await run('upsert', {
			belongsTo: 'order',
			order: byId(order),
			namespace: 'erp',
			key: 'document',
			value: 'mine',
		});
		expect(mine).toMatchObject({ action: 'created' });
		expect(metafields('document').map(({ value }) => value)).toEqual(['SO-20418', 'mine']);

		const [shared] = await run('upsert', {
			...ofProduct(),
			namespace: 'warehouse',
			key: 'shelf',
			value: 'C-02',
		});
		expect(shared).toMatchObject({ action: 'updated' });
		expect(metafields('shelf').map(({ value }) => value)).toEqual(['C-02']);
	});

	it.each(['app_only', 'read'])(
		'finds its own (%s) even where the credential names another Client ID',
		async (permissionSet) => {
			const given = { ...each, ...ofProduct(), additionalFields: { permissionSet } };
			const credential = { ...store.credential, clientId: 'of-an-account-long-gone' };
			const save = async (value: string) =>
				await runForJson(credential, {
					resource: 'metafield',
					operation: 'upsert',
					...given,
					value,
				});
			await save('A');
			expect(await save('B')).toEqual([expect.objectContaining({ value: 'B', action: 'updated' })]);
			expect(own('bin').map(({ value }) => value)).toEqual(['B']);
		},
	);

	it('gives each bad item its own error', async () => {
		const items = [
			{ product: tent(), value: 'A' },
			{ product: 999_999, value: 'B' },
			{ product: 'x', value: 'C' },
		];
		const output = await run('upsert', each, { items, ...goingOn });
		expect(output.map(({ action, error }) => action ?? error)).toEqual([
			'created',
			expect.stringContaining('product 999999'),
			expect.stringContaining('\'Product\' is "x"'),
		]);
	});
});

describe('Metafield: Update', () => {
	it('says what it does not find, and what it may not change', async () => {
		const order = byId(Math.max(...store.state.orders.keys()));
		const foreign = metafields('document')[0]?.id;
		const output = await run(
			'update',
			{
				belongsTo: 'order',
				order,
				findBy: '={{ $json.id ? "id" : "key" }}',
				namespace: 'attribution',
				key: '={{ $json.key }}',
				metafield: '={{ $json.id }}',
				updateFields: { value: 'new' },
			},
			{
				items: [{ key: 'creator' }, { key: 'nothing' }, { id: foreign }, { id: 99_999 }],
				...goingOn,
			},
		);
		expect(output.map(({ value, error }) => value ?? error)).toEqual([
			'new',
			expect.stringContaining('attribution.nothing'),
			expect.stringContaining(`update the metafield ${foreign}`),
			expect.stringContaining('read the metafield 99999'),
		]);
		expect(own('creator')[0]).toMatchObject({ value: 'new', permission_set: 'app_only' });
		expect(metafields('document')[0]?.value).toBe('SO-20418');
	});

	it('asks for a change', async () => {
		const target = { ...ofProduct(), namespace: 'spec', key: 'hydrostatic_head' };
		await expect(run('update', { ...target, updateFields: {} })).rejects.toThrow('holds no change');
		expect(store.exchanges).toEqual([]);
	});
});

describe('Metafield: Delete', () => {
	it('deletes many by ID in one request, and one that is not there fails alone', async () => {
		const made = await run(
			'create',
			{
				belongsTo: 'product',
				product: byId('={{ $json.product }}'),
				namespace: 'n',
				key: 'bin',
				value: 'B',
			},
			{ items: bulk(8).map((product) => ({ product })) },
		);
		store.exchanges.length = 0;
		const ids = made.map(({ id }) => Number(id));
		const output = await run(
			'delete',
			{ belongsTo: 'product', findBy: 'id', metafields: '={{ $json.ids }}' },
			{
				items: [{ ids: ids.slice(0, 3).join(', ') }, { ids: 99_999 }, { ids: ids.slice(3, 8) }],
				...goingOn,
			},
		);
		expect(output).toEqual([
			{ deleted: true, ids: ids.slice(0, 3) },
			expect.objectContaining({ error: expect.stringContaining('delete the metafield 99999') }),
			{ deleted: true, ids: ids.slice(3, 8) },
		]);
		expect(own('bin')).toEqual([]);
		expect(requests()).toEqual(['DELETE /v3/catalog/products/metafields']);
	});

	it('takes for deleted what is gone after a lost answer', async () => {
		const [made] = await run('create', { ...ofProduct(), namespace: 'n', key: 'bin', value: 'B' });
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'DELETE' } });
		const ids = [Number(made?.id)];
		expect(await run('delete', { belongsTo: 'product', findBy: 'id', metafields: ids })).toEqual([
			{ deleted: true, ids },
		]);
		expect(sent('DELETE').map(({ status }) => status)).toContain(422);
	});

	it('never asks without IDs', async () => {
		const byIds = { belongsTo: 'product', findBy: 'id' };
		await expect(run('delete', { ...byIds, metafields: ' , ' })).rejects.toThrow('is empty');
		expect(store.exchanges).toEqual([]);
	});

	it('says of a name that the record has none of it', async () => {
		const gone = run('delete', { ...ofProduct(), namespace: 'warehouse', key: 'nothing' });
		await expect(gone).rejects.toThrow('warehouse.nothing');
	});
});

describe('Metafield: Get Many', () => {
	it('reads those of all records by cursor, with filters', async () => {
		await run(
			'create',
			{
				belongsTo: 'product',
				product: byId('={{ $json.product }}'),
				namespace: 'n',
				key: 'bin',
				value: 'B',
			},
			{ items: bulk(270).map((product) => ({ product })) },
		);
		store.exchanges.length = 0;
		const all = { belongsTo: 'product', getFrom: 'all', returnAll: true };
		expect(await run('getAll', { ...all, filters: { keys: 'bin, rack' } })).toHaveLength(270);
		expect(store.exchanges.map(({ query }) => Object.keys(query))).toEqual([
			['key:in', 'limit'],
			['key:in', 'limit', 'after'],
		]);
		const filters = {
			createdAfter: '2020-01-01T00:00:00Z',
			modifiedBefore: '2020-01-01T00:00:00Z',
			namespaces: 'n',
		};
		expect(await run('getAll', { ...all, filters, options: { direction: 'desc' } })).toEqual([]);
		expect(store.exchanges.at(-1)?.query).toMatchObject({
			'date_created:min': '2020-01-01T00:00:00.000Z',
			'date_modified:max': '2020-01-01T00:00:00.000Z',
			'namespace:in': 'n',
			direction: 'desc',
		});
	});

	it('sorts out those of one record by every filter, and gives the untouched answer', async () => {
		const keys = async (filters: object) =>
			(await run('getAll', { ...ofProduct(), filters })).map(({ key }) => key);
		expect(await keys({})).toEqual(['hydrostatic_head', 'shelf']);
		expect(await keys({ keys: 'shelf, other' })).toEqual(['shelf']);
		expect(await keys({ namespaces: 'spec' })).toEqual(['hydrostatic_head']);
		expect(await keys({ createdAfter: new Date().toISOString() })).toEqual([]);
		expect(await keys({ modifiedBefore: new Date().toISOString() })).toHaveLength(2);
		expect(await run('getAll', { ...ofProduct(), limit: 1 })).toHaveLength(1);
		const [raw] = await run('getAll', { ...ofProduct(), output: 'raw' });
		expect(raw).toMatchObject({ permission_set: 'read_and_sf_access', resource_id: tent() });
	});

	it('says which record is not there', async () => {
		await expect(run('getAll', ofProduct(999_999))).rejects.toThrow('product 999999');
	});
});

it('customers are picked by name or by address', async () => {
	const customer = first(store.state.customers);
	const picked = { name: expect.stringContaining(customer.email), value: customer.id };
	const byName = await searchList(store.credential, 'searchCustomers', customer.last_name);
	expect(byName.results).toContainEqual(picked);
	const byAddress = await searchList(store.credential, 'searchCustomers', customer.email);
	expect(byAddress.results).toEqual([picked]);
});
