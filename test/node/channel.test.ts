import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson, searchList } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 700 });
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
}

const OUTLET = 664_321;
const run = async (operation: string, parameters: object = {}, rest: Run = {}) =>
	await runForJson(store.credential, { resource: 'channel', operation, ...parameters }, rest);
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
const fromItem = { channel: byId(OUTLET), product: byId('={{ $json.id }}') };
const goingOn = { onError: 'continueRegularOutput' } as const;
const products = () => [...store.state.products.values()];
const bulk = (count: number) =>
	products()
		.filter(({ sku }) => sku.startsWith('TP-'))
		.slice(0, count);
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);
const sizes = (method: string) =>
	sent(method).map(({ requestBody }) => (requestBody as object[]).length);
const listingOf = (product: number) =>
	[...store.state.listings.values()].find(
		({ channel_id, product_id }) => channel_id === OUTLET && product_id === product,
	);

describe('Channel: Get Many and Get', () => {
	it('answers channels, with their currencies when asked for', async () => {
		expect(await run('getAll', { returnAll: true, options: { includeCurrencies: true } })).toEqual([
			{
				id: 1,
				name: 'Ridge & Roast',
				type: 'storefront',
				platform: 'bigcommerce',
				status: 'active',
				isVisible: true,
				externalId: '',
				defaultCurrency: 'USD',
				enabledCurrencies: ['USD'],
				dateCreated: expect.stringMatching(/Z$/),
				dateModified: expect.stringMatching(/Z$/),
			},
			expect.objectContaining({ id: OUTLET, name: 'Field Outlet' }),
		]);
		expect(store.exchanges[0]?.query).toEqual({ include: 'currencies', limit: '250', page: '1' });
		expect((await run('getAll', { limit: 1 }))[0]).not.toHaveProperty('defaultCurrency');
	});

	it('hands every filter to the store', async () => {
		await run('getAll', {
			filters: {
				available: false,
				platforms: 'bigcommerce, amazon',
				statuses: ['active', 'prelaunch'],
				types: ['storefront'],
				createdAfter: '2020-01-01T00:00:00Z',
				createdBefore: '2090-01-01T00:00:00Z',
				modifiedAfter: '2020-01-01T00:00:00Z',
				modifiedBefore: '2090-01-01T00:00:00Z',
			},
		});
		expect(store.exchanges[0]?.query).toEqual({
			available: 'false',
			'platform:in': 'bigcommerce,amazon',
			'status:in': 'active,prelaunch',
			'type:in': 'storefront',
			'date_created:min': '2020-01-01T00:00:00.000Z',
			'date_created:max': '2090-01-01T00:00:00.000Z',
			'date_modified:min': '2020-01-01T00:00:00.000Z',
			'date_modified:max': '2090-01-01T00:00:00.000Z',
			limit: '50',
			page: '1',
		});
	});

	it('reads one channel, and says that there is no such channel', async () => {
		expect(await run('get', { channel: byId(1) })).toMatchObject([{ name: 'Ridge & Roast' }]);
		await expect(run('get', { channel: byId(9) })).rejects.toMatchObject({ httpCode: '404' });
	});

	it('offers channels by part of the name', async () => {
		const { results } = await searchList(store.credential, 'searchChannels', 'outlet');
		expect(results).toEqual([{ name: 'Field Outlet (bigcommerce)', value: OUTLET }]);
	});
});

describe('Channel: Assign, Get and Remove Products', () => {
	it('assigns products, 50 a request and one request at a time', async () => {
		store.setLatency(10);
		const items = bulk(120).map(({ id }) => ({ id }));
		const output = await run('assignProducts', fromItem, { items: [...items, items[0] as object] });
		expect(output).toHaveLength(121);
		expect(output[0]).toEqual({ assigned: true, productId: items[0]?.id, channelId: OUTLET });
		expect(sizes('PUT')).toEqual([50, 50, 20]);
		expect(store.maxParallel).toBe(1);
		expect(bulk(121).map(({ channels }) => channels.includes(OUTLET))).toEqual([
			...Array<boolean>(120).fill(true),
			false,
		]);
	});

	it('lets bad ones fail alone, and assigns the good ones in one more request', async () => {
		const items = bulk(40).map(({ id }) => ({ id }));
		items[3] = { id: 999_999 };
		const output = await run('assignProducts', fromItem, { items, ...goingOn });
		expect(output.flatMap((row, index) => ('error' in row ? [index] : []))).toEqual([3]);
		expect(output[3]?.error).toContain('product_id: The product does not exist');
		expect(sizes('PUT')).toEqual([40, 39]);
		expect(bulk(40).filter(({ channels }) => channels.includes(OUTLET))).toHaveLength(39);
	});

	it('takes a refusal apart that names nobody', async () => {
		store.faults.add({ kind: 'status', status: 422, match: { method: 'PUT' } });
		const items = bulk(4).map(({ id }) => ({ id }));
		await run('assignProducts', fromItem, { items });
		expect(sizes('PUT')).toEqual([4, 2, 2]);
	});

	it('answers assignments, asked for in as many parts as fit an address', async () => {
		const ids = bulk(250).map(({ id }) => id);
		const rows = await run('getProductAssignments', {
			returnAll: true,
			filters: { productIds: ids, channels: [1, OUTLET] },
		});
		expect(rows).toHaveLength(bulk(250).flatMap(({ channels }) => channels).length);
		expect(rows[0]).toEqual({ productId: ids[0], channelId: 1 });
		expect(store.exchanges.length).toBeGreaterThan(2);
		expect(await run('getProductAssignments', { limit: 3 })).toHaveLength(3);
	});

	it('removes products from the channel of their item and from no other', async () => {
		const items = bulk(130).map(({ id }) => ({ id }));
		await run('assignProducts', fromItem, { items });
		store.exchanges.length = 0;
		const output = await run('removeProducts', fromItem, { items: items.slice(0, 129) });
		expect(output[0]).toEqual({ removed: true, productId: items[0]?.id, channelId: OUTLET });
		expect(
			bulk(130)
				.filter(({ channels }) => channels.includes(OUTLET))
				.map(({ id }) => id),
		).toEqual([items[129]?.id]);
		expect(bulk(130).every(({ channels }) => channels.includes(1))).toBe(true);
		expect(store.exchanges.length).toBeLessThan(5);
		expect(store.exchanges.every(({ query }) => query['product_id:in'])).toBe(true);
	});

	it.each(['', ' ', 'abc', '0'])('never removes without a product (%j)', async (value) => {
		await expect(run('removeProducts', { channel: byId(1), product: byId(value) })).rejects.toThrow(
			"'Product'",
		);
		await expect(
			run('removeProducts', { channel: byId(value), product: byId(77) }),
		).rejects.toThrow("'Channel'");
		expect(store.exchanges).toHaveLength(0);
	});
});

describe('Channel: Get Listings', () => {
	it('answers listings, and filters them', async () => {
		const [first] = [...store.state.listings.values()];
		const rows = await run('getListings', { channel: byId(OUTLET), returnAll: true });
		expect(rows).toHaveLength(3);
		expect(rows[0]).toMatchObject({
			id: first?.id,
			channelId: OUTLET,
			productId: first?.product_id,
			state: 'active',
			name: first?.name,
			externalId: first?.external_id,
			variants: first?.variants.map(({ variant_id }) => ({ variantId: variant_id })),
			dateCreated: expect.stringMatching(/Z$/),
		});
		store.exchanges.length = 0;
		const some = await run('getListings', {
			channel: byId(OUTLET),
			filters: { productIds: first?.product_id, createdAfter: '2020-01-01T00:00:00Z' },
		});
		expect(some).toHaveLength(1);
		expect(store.exchanges[0]?.query).toMatchObject({
			'product_id:in': String(first?.product_id),
			'date_created:min': '2020-01-01T00:00:00.000Z',
		});
	});

	it('reads on after the last listing of a page', async () => {
		await run('upsertListings', fromItem, { items: bulk(597).map(({ id }) => ({ id })) });
		store.exchanges.length = 0;
		const rows = await run('getListings', { channel: byId(OUTLET), returnAll: true });
		expect(new Set(rows.map(({ id }) => id)).size).toBe(600);
		// 600 is twice 250 and 100: a page of a multiple of 50 may have been cut, and an empty one ends the list.
		expect(store.exchanges.map(({ query }) => query.after)).toEqual([
			undefined,
			String(rows[249]?.id),
			String(rows[499]?.id),
			String(rows[599]?.id),
		]);
		store.exchanges.length = 0;
		const some = await run('getListings', { channel: byId(OUTLET), limit: 300 });
		expect(some).toHaveLength(300);
		expect(store.exchanges).toHaveLength(2);
	});
});

describe('Channel: Create or Update Listings', () => {
	it('lists products with all their variants, and changes those that are listed', async () => {
		const [listed] = [...store.state.listings.values()];
		const [fresh] = bulk(1);
		const output = await run(
			'upsertListings',
			{
				...fromItem,
				state: '={{ $json.state }}',
				additionalFields: { externalId: '={{ $json.external }}' },
			},
			{
				items: [
					{ id: fresh?.id, state: 'pending', external: 'EXT-1' },
					{ id: listed?.product_id, state: 'disabled', external: 'EXT-2' },
				],
			},
		);
		expect(output).toMatchObject([
			{ productId: fresh?.id, state: 'pending', externalId: 'EXT-1', action: 'created' },
			{ id: listed?.id, state: 'disabled', externalId: 'EXT-2', action: 'updated' },
		]);
		expect(listingOf(fresh?.id ?? 0)?.variants).toMatchObject([
			{ variant_id: fresh?.variants[0]?.id, state: 'pending' },
		]);
		const after = listingOf(listed?.product_id ?? 0);
		expect(after).toMatchObject({ id: listed?.id, name: listed?.name, state: 'disabled' });
		expect(after?.variants.every(({ state }) => state === 'disabled')).toBe(true);
		expect(store.exchanges.map(({ method }) => method).sort()).toEqual([
			'GET',
			'GET',
			'POST',
			'PUT',
		]);
	});

	it('leaves variants alone that the JSON does not name', async () => {
		const listed = [...store.state.listings.values()].find(({ variants }) => variants.length > 1);
		const [one, other] = listed?.variants ?? [];
		const before = { ...other };
		await run('upsertListings', {
			channel: byId(OUTLET),
			product: byId(listed?.product_id),
			state: 'active',
			additionalFields: {
				name: 'Short',
				variantsJson: JSON.stringify([{ variantId: one?.variant_id, externalId: 'V-1' }]),
			},
		});
		const after = listingOf(listed?.product_id ?? 0);
		expect(after).toMatchObject({ name: 'Short', state: 'active' });
		expect(after?.variants[0]).toMatchObject({ external_id: 'V-1', state: 'active' });
		expect(after?.variants[1]).toEqual(before);
	});

	it('merges items for one product, and lets a bad one fail alone', async () => {
		const [a, b] = bulk(2);
		const output = await run(
			'upsertListings',
			{ ...fromItem, additionalFields: { name: '={{ $json.name }}' } },
			{
				items: [
					{ id: a?.id, name: 'First' },
					{ id: 999_999, name: 'Nobody' },
					{ id: a?.id, name: 'Second' },
					{ id: b?.id, name: 'Third' },
				],
				...goingOn,
			},
		);
		expect(output.map((row) => row.name ?? row.error)).toEqual([
			'Second',
			expect.stringContaining('no such product'),
			'Second',
			'Third',
		]);
		expect(sizes('POST')).toEqual([2]);
	});

	it.each([
		['reset', { kind: 'reset' as const }],
		['a gateway time-out', { kind: 'status' as const, status: 504 }],
	])('creates once when the answer is lost by %s', async (_name, fault) => {
		store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
		const items = bulk(3).map(({ id }) => ({ id }));
		const output = await run('upsertListings', fromItem, { items });
		expect(output.map(({ productId }) => productId)).toEqual(items.map(({ id }) => id));
		expect(sizes('POST')).toEqual([3]);
		expect(store.state.listings.size).toBe(6);
	});

	it('says what is wrong with a variant, and lists the others', async () => {
		const [a, b, c] = bulk(3);
		const variants = (id: unknown, state: string) => [{ variantId: id, state }];
		const output = await run(
			'upsertListings',
			{ ...fromItem, additionalFields: { variantsJson: '={{ $json.variants }}' } },
			{
				items: [
					{ id: a?.id, variants: variants(a?.variants[0]?.id, 'active') },
					{ id: b?.id, variants: variants(b?.variants[0]?.id, 'wild') },
					{ id: c?.id, variants: variants(a?.variants[0]?.id, 'active') },
				],
				...goingOn,
			},
		);
		expect(output.map((row) => row.error ?? row.productId)).toEqual([
			a?.id,
			expect.stringContaining('variants.0.state: error.expected.validenumvalue'),
			expect.stringContaining('HTTP 422'),
		]);
		expect(listingOf(a?.id ?? 0)).toBeDefined();
		expect(listingOf(c?.id ?? 0)).toBeUndefined();
	});

	it.each([
		[{ additionalFields: { variantsJson: '{' } }, 'cannot be read'],
		[{ additionalFields: { variantsJson: '[{"id": 1}]' } }, 'Variants (JSON)'],
		[{ state: 'partially_rejected' }, 'does not say which variants'],
	])('refuses %j before anything is sent', async (parameters, message) => {
		const good = { channel: byId(OUTLET), product: byId(77) };
		await expect(run('upsertListings', { ...good, ...parameters })).rejects.toThrow(message);
		expect(store.exchanges).toHaveLength(0);
	});
});
