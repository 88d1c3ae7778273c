import { call, dataOf, startReceiver, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();
const OUTLET = 664_321;

interface Listing {
	listing_id: number;
	product_id: number;
	state: string;
	variants: Array<{ variant_id: number; state: string }>;
}

const read = async (path: string, query: Record<string, string | number> = {}): Promise<Reply> =>
	await call(shop.store, 'GET', path, { query });
const send = async (method: string, path: string, body: unknown): Promise<Reply> =>
	await call(shop.store, method, path, { body });
const product = (place: number): { id: number; variants: Array<{ id: number }> } => {
	const found = [...shop.store.state.products.values()][place];
	if (!found) throw new Error(`there is no product ${place}`);
	return found;
};

describe.each([
	['channel', 'channel_id', OUTLET],
	['category', 'category_id', 27],
])('%s assignments', (name, field, other) => {
	const path = `/v3/catalog/products/${name}-assignments`;
	const has = async (id: number): Promise<boolean> => {
		const rows = await read(path, { 'product_id:in': id, [`${field}:in`]: other });
		return dataOf<object[]>(rows).length === 1;
	};

	it('are added with an empty 204 and found by both sides', async () => {
		const rows = [0, 1].map((place) => ({ product_id: product(place).id, [field]: other }));
		expect(await has(product(0).id)).toBe(false);
		const made = await send('PUT', path, rows);
		expect([made.status, made.text]).toEqual([204, '']);
		expect((await send('PUT', path, rows)).status).toBe(204);
		expect(await has(product(0).id)).toBe(true);
		const found = await call(shop.store, 'GET', '/v3/catalog/products', {
			query: { [name === 'channel' ? 'channel_id:in' : 'categories:in']: other, limit: 250 },
		});
		expect(dataOf<Array<{ id: number }>>(found).map(({ id }) => id)).toContain(product(1).id);
	});

	it('are not written when one of them is wrong', async () => {
		const rows = [
			{ product_id: product(0).id, [field]: other },
			{ product_id: 999_999, [field]: 999_998 },
		];
		const reply = await send('PUT', path, rows);
		expect(reply.status).toBe(422);
		const { errors } = reply.json as { errors: object };
		expect(Object.keys(errors)).toEqual(['1.product_id', `1.${field}`]);
		expect(await has(product(0).id)).toBe(false);
		expect((await send('PUT', path, {})).status).toBe(422);
	});

	it('go by a filter only', async () => {
		await send('PUT', path, [{ product_id: product(0).id, [field]: other }]);
		expect((await call(shop.store, 'DELETE', path)).status).toBe(422);
		const query = { 'product_id:in': product(0).id, [`${field}:in`]: other };
		expect((await call(shop.store, 'DELETE', path, { query })).status).toBe(204);
		expect(await has(product(0).id)).toBe(false);
		// What the filter did not name is still there.
		const left = await read(path, { 'product_id:in': product(0).id });
		expect(dataOf<object[]>(left).length).toBeGreaterThan(0);
	});

	it('are written one request at a time', async () => {
		shop.store.setLatency(30);
		const rows = [{ product_id: product(0).id, [field]: other }];
		const both = await Promise.all([send('PUT', path, rows), send('PUT', path, rows)]);
		expect(both.map(({ status }) => status).sort()).toEqual([204, 429]);
	});
});

it('assignments tell the channel', async () => {
	const receiver = await startReceiver();
	const host = 'https://hooks.example.com';
	shop.store.setHosts({ [host]: receiver.origin });
	for (const event of ['product/assigned', 'category/product/assigned'])
		await send('POST', '/v3/hooks', {
			scope: `store/channel/${OUTLET}/${event}`,
			destination: `${host}/in`,
		});
	const product_id = product(0).id;
	await send('PUT', '/v3/catalog/products/channel-assignments', [
		{ product_id, channel_id: OUTLET },
	]);
	await send('PUT', '/v3/catalog/products/category-assignments', [{ product_id, category_id: 27 }]);
	await shop.store.settled();
	const told = receiver.received.map(({ body }) => (JSON.parse(body) as { data: object }).data);
	expect(told).toEqual([
		{ channel_id: OUTLET, product_id },
		{ channel_id: OUTLET, product_id, category_id: 27 },
	]);
	await receiver.stop();
});

describe('channel listings', () => {
	const PATH = `/v3/channels/${OUTLET}/listings`;
	const listing = (place: number): Record<string, unknown> => ({
		product_id: product(place).id,
		state: 'active',
		external_id: `X-${place}`,
		variants: product(place).variants.map(({ id }) => ({
			product_id: product(place).id,
			variant_id: id,
			state: 'active',
		})),
	});

	it('are listed by the id of the last one seen', async () => {
		const first = await read(PATH, { limit: 2 });
		const { pagination } = (first.json as { meta: { pagination: { links: { next: string } } } })
			.meta;
		expect(pagination).toMatchObject({ count: 2, total: 3 });
		const rows = dataOf<Listing[]>(first);
		expect(pagination.links.next).toContain(`after=${rows[1]?.listing_id}`);
		const rest = await read(PATH, { limit: 2, after: rows[1]?.listing_id ?? 0 });
		expect(dataOf<Listing[]>(rest).map(({ state }) => state)).toEqual(['disabled']);
		expect(
			(rest.json as { meta: { pagination: { links: object } } }).meta.pagination.links,
		).toEqual({ current: expect.any(String) });
		expect(dataOf(await read(PATH, { after: 9_999 }))).toEqual([]);
		expect(dataOf(await read('/v3/channels/5/listings'))).toEqual([]);
		expect((await read(PATH, { page: 2 })).json).toMatchObject({
			status: 422,
			title: 'The filter(s): page are not valid filter parameter(s).',
		});
		const some = await read(PATH, { 'product_id:in': product(1).id });
		expect(dataOf<Listing[]>(some)).toHaveLength(1);
	});

	it('are made and changed; unknown ones are left out of the answer', async () => {
		const made = await send('POST', PATH, [listing(5)]);
		const [row] = dataOf<Listing[]>(made);
		expect(row).toMatchObject({ channel_id: OUTLET, state: 'active', external_id: 'X-5' });
		const change = { ...listing(5), listing_id: row?.listing_id, state: 'disabled', variants: [] };
		const changed = await send('PUT', PATH, [change, { ...change, listing_id: 9_999 }]);
		expect(dataOf<Listing[]>(changed)).toHaveLength(1);
		const one = await read(`${PATH}/${row?.listing_id}`);
		expect(dataOf(one)).toMatchObject({ state: 'disabled', external_id: 'X-5' });
		expect(dataOf<Listing>(one).variants).toHaveLength(product(5).variants.length);
		expect((await read(`/v3/channels/1/listings/${row?.listing_id}`)).status).toBe(404);
	});

	it('are checked', async () => {
		const errorsOf = async (method: string, row: object): Promise<unknown> => {
			const reply = await send(method, PATH, [row]);
			expect(reply.status).toBe(422);
			return (reply.json as { errors: unknown }).errors;
		};
		expect(await errorsOf('POST', { variants: [{}] })).toEqual({
			'0.product_id': 'error.path.missing',
			'0.state': 'error.path.missing',
			'0.variants.0.product_id': 'error.path.missing',
			'0.variants.0.variant_id': 'error.path.missing',
			'0.variants.0.state': 'error.path.missing',
		});
		expect(await errorsOf('POST', { ...listing(5), product_id: product(6).id })).toEqual({});
		expect(await errorsOf('POST', { ...listing(5), state: 'sold' })).toHaveProperty(['0.state']);
		expect(await errorsOf('PUT', listing(5))).toHaveProperty(['0.listing_id']);
		expect(await errorsOf('PUT', { ...listing(5), listing_id: 0 })).toHaveProperty('group_id');
		const nowhere = await send('POST', '/v3/channels/77/listings', [listing(5)]);
		expect((nowhere.json as { title: string }).title).toBe(
			'Channel id (77) is not valid for store (1002003)!',
		);
	});
});
