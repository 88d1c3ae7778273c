import type { ProductRecord } from '../../../demo/store/index.ts';
import { call, dataOf, startReceiver, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

interface Level {
	identity: { sku: string; variant_id?: number; product_id: number };
	available_to_sell: number;
	total_inventory_onhand: number;
	settings: { safety_stock: number; is_in_stock: boolean; warning_level: number };
}

const productBy = (tracking: string): ProductRecord => {
	const found = [...shop.store.state.products.values()].find(
		({ inventory_tracking }) => inventory_tracking === tracking,
	);
	if (!found) throw new Error(`no product is tracked by ${tracking}`);
	return found;
};
const tent = (): ProductRecord => productBy('variant');
const kettle = (): ProductRecord => productBy('product');
const skuOf = (product: ProductRecord, place = 0): string => product.variants[place]?.sku ?? '';

const absolute = async (...items: object[]): Promise<Reply> =>
	await call(shop.store, 'PUT', '/v3/inventory/adjustments/absolute', {
		body: { reason: 'count', items },
	});
const relative = async (...items: object[]): Promise<Reply> =>
	await call(shop.store, 'POST', '/v3/inventory/adjustments/relative', { body: { items } });
const levelAt = async (location: number, sku: string): Promise<number | undefined> => {
	const query = { 'sku:in': sku };
	const path = `/v3/inventory/locations/${location}/items`;
	const reply = await call(shop.store, 'GET', path, { query });
	return dataOf<Level[]>(reply)[0]?.total_inventory_onhand;
};
const titleOf = (reply: Reply): string => (reply.json as { title: string }).title;

describe('adjustments', () => {
	it('set the stock of variants and products, each location for itself', async () => {
		const reply = await absolute(
			{ location_id: 1, sku: skuOf(tent()).toLowerCase(), quantity: 40 },
			{ location_id: 2, variant_id: tent().variants[1]?.id, quantity: 7 },
			{ location_id: 1, product_id: kettle().id, quantity: 9 },
			{ location_id: 2, product_id: kettle().id, quantity: 90 },
		);
		expect(reply.status).toBe(200);
		expect(reply.json).toEqual({ transaction_id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
		expect(await levelAt(1, skuOf(tent()))).toBe(40);
		expect(await levelAt(2, skuOf(tent(), 1))).toBe(7);
		expect(await levelAt(2, kettle().sku)).toBe(90);
		// The catalogue sees the default location.
		const product = await call(shop.store, 'GET', `/v3/catalog/products/${kettle().id}`);
		expect(dataOf(product)).toMatchObject({ inventory_level: 9 });
		const variants = await call(shop.store, 'GET', '/v3/catalog/variants', {
			query: { sku: skuOf(tent()) },
		});
		expect(dataOf(variants)).toMatchObject([{ inventory_level: 40 }]);
	});

	it('add and take away, also twice in one request', async () => {
		const item = { location_id: 1, product_id: kettle().id };
		await absolute({ ...item, quantity: 10 });
		const two = await relative({ ...item, quantity: -4 }, { ...item, quantity: 1 });
		expect(two.status).toBe(200);
		expect(kettle().inventory_level).toBe(7);
		expect((await relative({ ...item, quantity: -4 }, { ...item, quantity: -4 })).status).toBe(422);
		expect(kettle().inventory_level).toBe(7);
	});

	it('take what the catalogue wrote as the stock of the default location', async () => {
		await call(shop.store, 'PUT', `/v3/catalog/products/${kettle().id}`, {
			body: { inventory_level: 31 },
		});
		expect(await levelAt(1, kettle().sku)).toBe(31);
	});

	it('refuse a relative change of what was never counted at the location', async () => {
		const uncounted = [...shop.store.state.products.values()]
			.filter(({ inventory_tracking }) => inventory_tracking === 'variant')
			.flatMap(({ variants }) => variants)
			.find(({ id }) => id % 5 === 0);
		const item = { location_id: 2, sku: uncounted?.sku };
		const refused = await relative({ ...item, quantity: 3 });
		expect(refused.status).toBe(422);
		expect(refused.json).toEqual({
			status: 422,
			title: `Items with identity: [sku ${uncounted?.sku}] requires absolute adjustment before relative`,
			type: expect.any(String),
			errors: {},
		});
		expect((await absolute({ ...item, quantity: 0 })).status).toBe(200);
		expect((await relative({ ...item, quantity: 3 })).status).toBe(200);
		// A new product has no count anywhere until it is given one.
		const made = await call(shop.store, 'POST', '/v3/catalog/products', {
			body: { name: 'Mug', type: 'physical', weight: 1, price: 9, inventory_tracking: 'product' },
		});
		const { id } = dataOf<{ id: number }>(made);
		expect((await relative({ location_id: 1, product_id: id, quantity: 1 })).status).toBe(422);
	});

	it('want the identity that fits the tracking, and one only', async () => {
		const at = { location_id: 1, quantity: 1 };
		const base = kettle().variants[0]?.id;
		expect(titleOf(await absolute({ ...at, variant_id: base }))).toBe(
			`[Item with variant_id ${base} is tracked by product, please update stock by product id]`,
		);
		expect((await absolute({ ...at, sku: kettle().sku })).status).toBe(422);
		shop.store.state.settings.skuNamesTrackedProducts = true;
		expect((await absolute({ ...at, sku: kettle().sku })).status).toBe(200);
		expect((await absolute({ ...at, product_id: tent().id })).status).toBe(422);
		expect((await absolute({ ...at, product_id: productBy('none').id })).status).toBe(422);
		const both = await absolute({ ...at, sku: skuOf(tent()), variant_id: tent().variants[0]?.id });
		expect(both.json).toMatchObject({ status: 422, errors: { 'items.0': expect.any(String) } });
	});

	it('write nothing when one row is refused, and name that row alone', async () => {
		const good = { location_id: 1, product_id: kettle().id, quantity: 500 };
		const before = kettle().inventory_level;
		const bad = [
			{ location_id: 1, sku: 'NOWHERE', quantity: 1 },
			{ location_id: 9, product_id: kettle().id, quantity: 1 },
			{ location_id: 1, product_id: kettle().id, quantity: -1 },
			{ location_id: 1, product_id: kettle().id, quantity: 1.5 },
			{ location_id: 1, product_id: String(kettle().id), quantity: 1 },
			{ location_id: 1, product_id: kettle().id, quantity: 2_147_483_648 },
			{ product_id: kettle().id, quantity: 1 },
			{ location_id: 1, quantity: 1 },
		];
		for (const row of bad) {
			const reply = await absolute(good, row, { ...row, location_id: 8 });
			expect([row, reply.status]).toEqual([row, 422]);
			expect(reply.text).not.toContain('location_id 8');
		}
		expect(titleOf(await absolute(good, { ...good, sku: 'NOWHERE', product_id: undefined }))).toBe(
			'Items with identity: [sku NOWHERE] do not exist',
		);
		expect(kettle().inventory_level).toBe(before);
	});

	it('take 2,000 rows, and not one more', async () => {
		const row = { location_id: 1, product_id: kettle().id, quantity: 5 };
		expect((await absolute(...Array<object>(2_000).fill(row))).status).toBe(200);
		expect((await absolute(...Array<object>(2_001).fill(row))).status).toBe(422);
		expect((await absolute()).status).toBe(422);
	});

	it('run one at a time', async () => {
		shop.store.setLatency(30);
		const row = { location_id: 1, product_id: kettle().id, quantity: 5 };
		const replies = await Promise.all([absolute(row), absolute(row)]);
		expect(replies.map(({ status }) => status).sort()).toEqual([200, 429]);
		const refused = replies.find(({ status }) => status === 429);
		expect(refused?.headers.get('x-rate-limit-requests-left')).toBeNull();
	});

	it('tell the hooks: products of what is tracked by product, SKUs of variants', async () => {
		const receiver = await startReceiver();
		const host = 'https://hooks.example.com';
		shop.store.setHosts({ [host]: receiver.origin });
		for (const kind of ['product', 'sku'])
			await call(shop.store, 'POST', '/v3/hooks', {
				body: { scope: `store/${kind}/inventory/updated`, destination: `${host}/${kind}` },
			});
		const variant_id = tent().variants[0]?.id;
		await absolute({ location_id: 2, variant_id, quantity: 12 });
		await relative({ location_id: 1, product_id: kettle().id, quantity: -1 });
		await shop.store.settled();
		const told = receiver.received.map(({ path, body }) => ({
			path,
			inventory: (JSON.parse(body) as { data: { inventory: object } }).data.inventory,
		}));
		expect(told).toEqual([
			{
				path: '/sku',
				inventory: { product_id: tent().id, variant_id, method: 'absolute', value: 12 },
			},
			{
				path: '/product',
				inventory: { product_id: kettle().id, method: 'relative', value: -1 },
			},
		]);
		await receiver.stop();
	});

	it('show late where the settings say so', async () => {
		shop.store.state.settings.stockDelayMs = 60_000;
		const before = await levelAt(1, kettle().sku);
		await absolute({ location_id: 1, product_id: kettle().id, quantity: 77 });
		expect(await levelAt(1, kettle().sku)).toBe(before);
		shop.store.state.settings.stockDelayMs = 0;
		await absolute({ location_id: 1, product_id: kettle().id, quantity: 78 });
		expect(await levelAt(1, kettle().sku)).toBe(78);
	});
});

describe('items', () => {
	it('are listed with every location, a thousand a page at most', async () => {
		const query = {
			'variant_id:in': tent()
				.variants.map(({ id }) => id)
				.join(','),
			limit: 1_000,
		};
		const all = await call(shop.store, 'GET', '/v3/inventory/items', { query });
		expect(dataOf<Level[]>(all).map(({ identity }) => identity.sku)).toEqual(
			tent().variants.map(({ sku }) => sku),
		);
		const one = await call(shop.store, 'GET', '/v3/inventory/items', {
			query: { 'product_id:in': kettle().id, 'location_code:in': 'DEPOT' },
		});
		expect(dataOf(one)).toMatchObject([
			{ identity: { product_id: kettle().id }, locations: [{ location_id: 2 }] },
		]);
		const over = await call(shop.store, 'GET', '/v3/inventory/items', { query: { limit: 1_001 } });
		expect(over.status).toBe(413);
		expect((await call(shop.store, 'GET', '/v3/inventory/locations/9/items')).status).toBe(404);
	});

	it('keep settings for each location; the safety stock is not for sale', async () => {
		const path = '/v3/inventory/locations/2/items';
		await absolute({ location_id: 2, product_id: kettle().id, quantity: 20 });
		const put = async (...settings: object[]): Promise<Reply> =>
			await call(shop.store, 'PUT', path, { body: { settings } });
		const identity = { product_id: kettle().id };
		const set = { safety_stock: 5, warning_level: 8, is_in_stock: false, bin_picking_number: 'B7' };
		expect((await put({ identity, ...set })).status).toBe(200);
		const rows = await call(shop.store, 'GET', path, { query: { 'sku:in': kettle().sku } });
		expect(dataOf(rows)).toMatchObject([
			{ available_to_sell: 15, total_inventory_onhand: 20, settings: set },
		]);
		// The default location keeps its own.
		expect(kettle().inventory_warning_level).not.toBe(8);
		expect((await relative({ location_id: 2, ...identity, quantity: -16 })).status).toBe(422);
		expect((await relative({ location_id: 2, ...identity, quantity: -15 })).status).toBe(200);
		expect((await put({ identity })).json).toMatchObject({
			title: 'Payload contains invalid fields',
			errors: { 'setting.0.settings': expect.any(String) },
		});
		expect((await put({ identity: { sku: 'NOWHERE' }, safety_stock: 1 })).status).toBe(422);
		expect((await put({ identity, safety_stock: 9 }, { identity, safety_stock: -1 })).status).toBe(
			422,
		);
		const after = await call(shop.store, 'GET', path, { query: { 'sku:in': kettle().sku } });
		expect(dataOf<Level[]>(after)[0]?.settings.safety_stock).toBe(5);
	});
});

describe('locations', () => {
	const location = {
		label: 'Harbor Store',
		code: 'HARBOR',
		managed_by_external_source: false,
		type_id: 'PHYSICAL',
		time_zone: 'America/Boise',
		address: {
			address1: '1 Quay',
			city: 'Boise',
			state: 'ID',
			zip: '83702',
			email: 'harbor@example.com',
			geo_coordinates: { latitude: 1, longitude: 2 },
			country_code: 'US',
		},
	};
	const send = async (method: string, body: object): Promise<Reply> =>
		await call(shop.store, method, '/v3/inventory/locations', { body });

	it('are made, changed, filtered and deleted with their stock', async () => {
		expect((await send('POST', [location])).json).toEqual({ transaction_id: expect.any(String) });
		const { id } = [...shop.store.state.locations.values()].at(-1) ?? { id: 0 };
		await absolute({ location_id: id, product_id: kettle().id, quantity: 3 });
		expect((await send('PUT', [{ id, enabled: false, label: 'Harbor' }])).status).toBe(200);
		const inactive = await call(shop.store, 'GET', '/v3/inventory/locations', {
			query: { is_active: 'false', 'type_id:in': 'PHYSICAL', 'location_code:in': 'HARBOR' },
		});
		expect(dataOf(inactive)).toMatchObject([{ id, label: 'Harbor', time_zone: 'America/Boise' }]);
		const gone = await call(shop.store, 'DELETE', '/v3/inventory/locations', {
			query: { 'location_id:in': id },
		});
		expect(gone.status).toBe(200);
		expect([...shop.store.state.stock.keys()].filter((key) => key.startsWith(`${id}:`))).toEqual(
			[],
		);
	});

	it('are checked; the default one stays', async () => {
		const refused = async (method: string, body: object): Promise<void> => {
			expect([body, (await send(method, body)).status]).toEqual([body, 422]);
		};
		await refused('POST', location);
		await refused('POST', [{ ...location, address: undefined }]);
		await refused('POST', [{ ...location, address: { ...location.address, zip: undefined } }]);
		await refused('POST', [{ ...location, code: 'DEPOT' }]);
		await refused('POST', Array<object>(99).fill({ ...location, code: undefined }));
		await refused('PUT', [{ id: 99, label: 'x' }]);
		const remove = async (query: Record<string, string>): Promise<number> =>
			(await call(shop.store, 'DELETE', '/v3/inventory/locations', { query })).status;
		expect(await remove({ 'location_id:in': '1' })).toBe(422);
		expect(await remove({ 'location_id:in': '2,99' })).toBe(404);
		expect(await remove({})).toBe(422);
		expect(shop.store.state.locations.size).toBe(2);
	});
});
