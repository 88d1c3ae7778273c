import { CART_ID } from '../../../demo/store/index.ts';
import { call, dataOf, startReceiver, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

interface Metafield {
	id: number;
	resource_id: number;
	namespace: string;
	key: string;
	value: string;
}

const field = {
	permission_set: 'app_only',
	namespace: 'attribution',
	key: 'source',
	value: 'reel',
};
const ask = async (method: string, path: string, body?: unknown): Promise<Reply> =>
	await call(shop.store, method, path, body === undefined ? {} : { body });
const on = async (path: string, more: object = {}): Promise<Reply> =>
	await ask('POST', `${path}/metafields`, { ...field, ...more });
const newestOrder = (): number => Math.max(...shop.store.state.orders.keys());
const foreign = (permission: string): number =>
	[...shop.store.state.metafields.values()].find(
		({ owner_client_id, permission_set }) =>
			owner_client_id !== shop.store.credential.clientId && permission_set === permission,
	)?.id ?? 0;

describe('metafields of one record', () => {
	it('are made once for a namespace and key, on each kind of record', async () => {
		const { state } = shop.store;
		const product = [...state.products.values()][0];
		const paths = [
			'/v3/orders/101',
			`/v3/catalog/products/${product?.id}`,
			`/v3/catalog/products/${product?.id}/variants/${product?.variants[0]?.id}`,
			'/v3/catalog/categories/18',
			'/v3/catalog/brands/35',
			'/v3/customers/1',
			`/v3/carts/${CART_ID}`,
			'/v3/channels/1',
			'/v3/inventory/locations/1',
		];
		for (const path of paths) {
			const made = await on(path);
			expect([path, made.status]).toEqual([path, 200]);
			expect(dataOf(made)).toMatchObject({ ...field, description: '' });
			expect([path, (await on(path)).status]).toEqual([path, 409]);
			expect((await on(path, { key: 'other' })).status).toBe(200);
			const list = await call(shop.store, 'GET', `${path}/metafields`, {
				query: { key: 'source' },
			});
			expect(dataOf<Metafield[]>(list)).toHaveLength(1);
		}
		expect((await on('/v3/orders/999')).status).toBe(404);
		expect((await on(`/v3/catalog/products/${product?.id}/variants/999999`)).status).toBe(404);
	});

	it('win only once when many are sent at the same time', async () => {
		const replies = await Promise.all(
			Array.from({ length: 8 }, async () => await on('/v3/orders/101')),
		);
		expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
	});

	it('are checked', async () => {
		const bad = [
			{ value: 5 },
			{ value: { a: 1 } },
			{ value: '' },
			{ value: 'x'.repeat(65_536) },
			{ key: 'x'.repeat(65) },
			{ namespace: 'x'.repeat(65) },
			{ namespace: undefined },
			{ permission_set: 'public' },
			{ description: 'x'.repeat(256) },
		];
		for (const change of bad) {
			const reply = await on('/v3/orders/101', change);
			expect([change, reply.status]).toEqual([change, 422]);
			expect(Object.keys((reply.json as { errors: object }).errors)).toEqual(Object.keys(change));
		}
		expect((await ask('POST', '/v3/orders/101/metafields', [field])).status).toBe(400);
	});

	it('are 250 at most', async () => {
		const rows = Array.from({ length: 251 }, (_unused, index) => ({
			...field,
			key: `k${index}`,
			resource_id: 101,
		}));
		const reply = await ask('POST', '/v3/orders/metafields', rows);
		expect(reply.json).toMatchObject({ meta: { total: 251, success: 250, failed: 1 } });
	});

	it('are changed in part, but for orders and carts, which want all four fields', async () => {
		const brand = dataOf<Metafield>(await on('/v3/catalog/brands/35'));
		const ofBrand = `/v3/catalog/brands/35/metafields/${brand.id}`;
		expect(dataOf(await ask('PUT', ofBrand, { value: 'story' }))).toMatchObject({
			...field,
			value: 'story',
		});
		const order = dataOf<Metafield>(await on('/v3/orders/101'));
		const ofOrder = `/v3/orders/101/metafields/${order.id}`;
		expect((await ask('PUT', ofOrder, { value: 'story' })).status).toBe(422);
		expect((await ask('PUT', ofOrder, { ...field, value: 'story' })).status).toBe(200);
		await on('/v3/orders/101', { key: 'second' });
		expect((await ask('PUT', ofOrder, { ...field, key: 'second' })).status).toBe(409);
		expect((await ask('PUT', '/v3/orders/102/metafields/' + order.id, field)).status).toBe(404);
		expect((await ask('DELETE', ofOrder)).status).toBe(204);
		expect((await ask('GET', ofOrder)).status).toBe(404);
	});
});

describe('metafields of other apps', () => {
	it('are hidden when private, read only with read, written with write', async () => {
		const path = `/v3/orders/${newestOrder()}/metafields`;
		const seen = dataOf<Metafield[]>(await ask('GET', path));
		expect(seen.map(({ key }) => key)).toEqual(['creator', 'document']);
		expect((await ask('GET', `${path}/${foreign('app_only')}`)).status).toBe(404);
		const change = { ...field, namespace: 'erp', key: 'document', permission_set: 'read' };
		expect((await ask('PUT', `${path}/${foreign('read')}`, change)).status).toBe(403);
		expect((await ask('DELETE', `${path}/${foreign('read')}`)).status).toBe(403);
		const shelf = shop.store.state.metafields.get(foreign('write'));
		const ofTent = `/v3/catalog/products/${shelf?.resource_id}/metafields/${shelf?.id}`;
		expect((await ask('PUT', ofTent, { value: 'C-02' })).status).toBe(200);
		expect((await ask('PUT', ofTent, { key: 'rack' })).status).toBe(403);
		shop.store.state.settings.metafieldsOfAllApps = true;
		expect(dataOf<Metafield[]>(await ask('GET', path))).toHaveLength(3);
		expect((await ask('PUT', `${path}/${foreign('read')}`, change)).status).toBe(200);
	});

	it('leave namespace and key free for this one', async () => {
		const more = { namespace: 'erp', key: 'document' };
		expect((await on(`/v3/orders/${newestOrder()}`, more)).status).toBe(200);
	});
});

describe('metafields of many records', () => {
	it('are listed with filters and by cursor', async () => {
		for (const id of [101, 102, 103]) await on(`/v3/orders/${id}`);
		const query = { 'key:in': 'source,creator', namespace: 'attribution', limit: 3 };
		const first = await call(shop.store, 'GET', '/v3/orders/metafields', { query });
		const rows = dataOf<Metafield[]>(first);
		expect(rows.map(({ resource_id }) => resource_id)).toEqual([newestOrder(), 101, 102]);
		const { cursor_pagination } = (
			first.json as { meta: { cursor_pagination: { end_cursor: string } } }
		).meta;
		const rest = await call(shop.store, 'GET', '/v3/orders/metafields', {
			query: { ...query, after: cursor_pagination.end_cursor },
		});
		expect(dataOf<Metafield[]>(rest).map(({ resource_id }) => resource_id)).toEqual([103]);
		expect((rest.json as { meta: object }).meta).not.toHaveProperty('pagination');
		const narrow = await call(shop.store, 'GET', '/v3/orders/metafields', {
			query: { include_fields: 'value', direction: 'desc', key: 'source' },
		});
		expect(Object.keys(dataOf<Metafield[]>(narrow)[0] ?? {}).sort()).toEqual(['id', 'value']);
		expect(dataOf<Metafield[]>(narrow)[0]?.id).toBe(shop.store.state.lastIds.metafield);
	});

	it('are filtered by time', async () => {
		await on('/v3/orders/101');
		const since = new Date(shop.store.state.startedAt - 60_000).toISOString();
		const query = { 'date_created:min': since };
		const young = await call(shop.store, 'GET', '/v3/orders/metafields', { query });
		expect(dataOf<Metafield[]>(young).map(({ key }) => key)).toEqual(['source']);
		const old = await call(shop.store, 'GET', '/v3/orders/metafields', {
			query: { 'date_modified:max': since },
		});
		expect(dataOf<Metafield[]>(old).map(({ key }) => key)).toEqual(['creator', 'document']);
	});

	it('are written as far as they can be, and the rest is told by its place', async () => {
		const rows = [
			{ ...field, resource_id: 101 },
			{ ...field, resource_id: 101 },
			{ ...field, resource_id: 999 },
			{ ...field, resource_id: 102, value: 7 },
			{ ...field, resource_id: 102 },
		];
		const made = await ask('POST', '/v3/orders/metafields', rows);
		expect(made.status).toBe(422);
		expect(made.json).toMatchObject({
			data: [{ resource_id: 101 }, { resource_id: 102 }],
			errors: [
				{
					status: 422,
					errors: {
						'1': expect.stringContaining('taken'),
						'2': expect.stringContaining('999'),
						'3': 'value must be a string',
					},
				},
			],
			meta: { total: 5, success: 2, failed: 3 },
		});
		const ids = dataOf<Metafield[]>(made).map(({ id }) => id);
		const changed = await ask(
			'PUT',
			'/v3/orders/metafields',
			ids.map((id) => ({ ...field, id, value: 'story' })),
		);
		expect(changed.status).toBe(200);
		expect(changed.json).toMatchObject({ errors: [], meta: { total: 2, success: 2, failed: 0 } });
		const gone = await ask('DELETE', '/v3/orders/metafields', [...ids, 999_999, foreign('read')]);
		expect(gone.status).toBe(422);
		expect(gone.json).toMatchObject({
			data: ids,
			errors: [{ errors: { '2': 'Metafield does not exist', '3': 'Unauthorized to delete' } }],
		});
		expect((await ask('DELETE', '/v3/orders/metafields')).status).toBe(400);
	});
});

it('metafields tell the hooks, under their own name and the general one', async () => {
	const receiver = await startReceiver();
	const host = 'https://hooks.example.com';
	shop.store.setHosts({ [host]: receiver.origin });
	for (const scope of ['store/order/metafield/created', 'store/metafield/*'])
		await ask('POST', '/v3/hooks', { scope, destination: `${host}/in` });
	const { id } = dataOf<Metafield>(await on('/v3/orders/101'));
	await on('/v3/customers/1');
	await shop.store.settled();
	const told = receiver.received.map(
		({ body }) => JSON.parse(body) as { scope: string; data: object },
	);
	const data = { metafield_id: id, resource_id: '101', namespace: 'attribution' };
	expect(told.map(({ scope }) => scope).sort()).toEqual([
		'store/metafield/created',
		'store/metafield/created',
		'store/order/metafield/created',
	]);
	expect(told.find(({ scope }) => scope === 'store/order/metafield/created')?.data).toEqual(data);
	expect(told.map((event) => event.data)).toContainEqual({ ...data, resource_type: 'order' });
	await receiver.stop();
});
