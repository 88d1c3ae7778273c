import { ABANDONED_CART_TOKEN, startDemoStore } from '../../../demo/store/index.ts';
import { call, dataOf, storeForTests } from './support.ts';

const shop = storeForTests();

interface Row {
	id: number;
	name: string;
	sku: string;
	variants: Array<{ id: number; sku: string; price: number | null; calculated_price: number }>;
}

const products = async (query: Record<string, string | number> = {}): Promise<Row[]> =>
	dataOf<Row[]>(await call(shop.store, 'GET', '/v3/catalog/products', { query }));

const ids = async (query: Record<string, string | number>): Promise<number[]> =>
	(await products(query)).map(({ id }) => id);

describe('listing products', () => {
	it('pages with links that keep the filters', async () => {
		const page = await call(shop.store, 'GET', '/v3/catalog/products', {
			query: { limit: 10, page: 2, is_visible: 'true' },
		});
		expect(page.json).toMatchObject({
			meta: {
				pagination: {
					total: 22,
					count: 10,
					per_page: 10,
					current_page: 2,
					total_pages: 3,
					links: { next: expect.stringContaining('is_visible=true') },
				},
			},
		});
		expect(
			(await call(shop.store, 'GET', '/v3/catalog/products', { query: { limit: 251 } })).status,
		).toBe(413);
	});

	it('shows ten a page with options or modifiers', async () => {
		const page = await call(shop.store, 'GET', '/v3/catalog/products', {
			query: { limit: 250, include: 'options,variants' },
		});
		expect(page.json).toMatchObject({ meta: { pagination: { per_page: 10, total_pages: 3 } } });
		expect(await products({ limit: 250, include: 'variants,images,custom_fields' })).toHaveLength(
			24,
		);
	});

	it('gives sub-resources and narrowed fields only as asked', async () => {
		const [tent] = await products({
			sku: 'np-tent-g2',
			include: 'variants',
			include_fields: 'name',
		});
		expect(Object.keys(tent ?? {})).toEqual(['id', 'name', 'variants']);
		const [jacket] = await products({ sku: 'LE-ALDER', include: 'variants' });
		expect(jacket?.variants.find(({ sku }) => sku === 'LE-ALDER-XL-RUST')).toMatchObject({
			price: 189.95,
			calculated_price: 189.95,
		});
		expect(jacket?.variants[0]).toMatchObject({ price: null, calculated_price: 179.95 });
	});

	it('filters as the real one does, traps included', async () => {
		// The SKU of a variant is not found by the products' filter.
		expect(await ids({ sku: 'NP-TENT-G2-MOSS' })).toEqual([]);
		// One category alone, against any of its categories.
		expect(await ids({ categories: 19 })).toEqual([]);
		expect(await ids({ 'categories:in': 19 })).toEqual([77]);
		expect(await ids({ is_visible: 'false' })).toEqual([92, 96]);
		expect(await ids({ condition: 'refurbished' })).toEqual([100]);
		expect(await ids({ 'channel_id:in': 664_321 })).toEqual([100]);
		expect(await ids({ 'id:greater': 98, sort: 'id', direction: 'desc' })).toEqual([100, 99]);
		expect(await ids({ out_of_stock: 1 })).toEqual([90]);
		const recent = new Date(Date.now() - 5 * 3_600_000).toISOString();
		expect(await ids({ 'date_modified:min': recent })).toEqual([81]);
	});

	it('finds variants by their own SKU', async () => {
		const found = dataOf<Array<{ product_id: number }>>(
			await call(shop.store, 'GET', '/v3/catalog/variants', { query: { sku: 'np-tent-g2-moss' } }),
		);
		expect(found).toEqual([
			expect.objectContaining({
				product_id: 77,
				option_values: [expect.objectContaining({ option_display_name: 'Color', label: 'Moss' })],
			}),
		]);
	});

	it('can be made large', async () => {
		const large = await startDemoStore({ products: 1_000, seed: 'empty' });
		const page = await call(large, 'GET', '/v3/catalog/products', {
			query: { limit: 250, include: 'variants', page: 4 },
		});
		expect(dataOf<Row[]>(page).at(-1)).toMatchObject({ name: 'Trail Part 001000' });
		await large.stop();
	});
});

describe('writing products', () => {
	it('keeps names and SKUs unique over products and variants', async () => {
		const make = async (body: object): Promise<number> =>
			(
				await call(shop.store, 'POST', '/v3/catalog/products', {
					body: { type: 'physical', weight: 1, price: 2, ...body },
				})
			).status;
		expect(await make({ name: 'Granite 2 Tent' })).toBe(409);
		expect(await make({ name: 'Other', sku: 'le-beanie' })).toBe(409);
		expect(await make({ name: 'Other', sku: 'np-tent-g2-moss' })).toBe(409);
		expect(await make({ sku: 'NEW' })).toBe(422);
		expect(await make({ name: 'Other', brand_id: 999 })).toBe(409);
		expect(
			await make({
				name: 'Other',
				sku: 'NEW',
				images: [{ image_url: 'https://pictures.invalid/a.jpg' }],
			}),
		).toBe(207);
		expect(await make({ name: 'Other', sku: 'NEW' })).toBe(409);
	});

	it('updates ten at most, all or none', async () => {
		const put = async (body: unknown): Promise<number> =>
			(await call(shop.store, 'PUT', '/v3/catalog/products', { body })).status;
		expect(
			await put(Array.from({ length: 11 }, (_unused, index) => ({ id: 77 + index, price: 1 }))),
		).toBe(413);
		expect(
			await put([
				{ id: 81, price: 20 },
				{ id: 82, sku: 'LE-BEANIE' },
			]),
		).toBe(409);
		expect(
			await put([
				{ id: 81, price: 20 },
				{ id: 9_999, price: 1 },
			]),
		).toBe(404);
		expect(
			await put([
				{ id: 81, price: 20 },
				{ id: 82, price: 'cheap' },
			]),
		).toBe(422);
		expect(shop.store.state.products.get(81)?.price).toBe(24);
		expect(
			await put([
				{ id: 81, price: 20 },
				{ id: 82, inventory_level: -1 },
			]),
		).toBe(207);
		expect(shop.store.state.products.get(81)?.price).toBe(20);
	});

	it('names the bad rows of a batch of variants', async () => {
		const [variant] = shop.store.state.products.get(77)?.variants ?? [];
		const put = async (body: unknown): Promise<{ status: number; json: unknown }> =>
			await call(shop.store, 'PUT', '/v3/catalog/variants', { body });
		expect(
			(
				await put([
					{ id: variant?.id, price: 250 },
					{ id: 1, price: 3 },
				])
			).json,
		).toEqual({ batch_errors: [expect.objectContaining({ status: 422 })] });
		expect(variant?.price).toBeNull();
		expect((await put([{ id: variant?.id, price: 250 }])).status).toBe(200);
		expect(variant?.price).toBe(250);
		expect((await put(Array.from({ length: 51 }, () => ({ id: variant?.id })))).status).toBe(413);
	});

	it('wants a filter before it deletes', async () => {
		expect((await call(shop.store, 'DELETE', '/v3/catalog/products')).status).toBe(422);
		expect(
			(await call(shop.store, 'DELETE', '/v3/catalog/products', { query: { 'id:in': '77,78' } }))
				.status,
		).toBe(204);
		expect(shop.store.state.products.size).toBe(22);
	});
});

describe('around the products', () => {
	it('shows brands, trees, channels, sites, stock and carts', async () => {
		const get = async (path: string, query = {}): Promise<unknown> =>
			(await call(shop.store, 'GET', path, { query })).json;
		expect(await get('/v3/catalog/brands', { 'name:like': 'coffee' })).toMatchObject({
			data: [{ name: 'Cinder Coffee Co.' }],
		});
		expect(
			(await call(shop.store, 'POST', '/v3/catalog/brands', { body: { name: 'tarn' } })).status,
		).toBe(409);
		expect(await get('/v3/catalog/trees')).toMatchObject({ data: [{ id: 1 }, { id: 2 }] });
		expect(await get('/v3/catalog/trees/categories', { 'name:like': 'camp' })).toMatchObject({
			data: [{ name: 'Camp' }, { name: 'Camp Kitchen' }],
		});
		expect(await get('/v3/catalog/trees/1/categories')).toMatchObject({
			data: [{ name: 'Camp', children: [{ name: 'Tents', depth: 1 }, {}, {}] }, {}, {}, {}],
		});
		expect(await get('/v3/channels')).toMatchObject({ data: [{ id: 1 }, { id: 664_321 }] });
		expect(await get('/v3/sites', { limit: 1 })).toMatchObject({
			data: [{ id: 1000 }],
			meta: { pagination: { offset: 0, limit: 1, total_items: 2 } },
		});
		expect(
			await get('/v3/inventory/items', { 'sku:in': 'NP-TENT-G2-EMBE', limit: 1000 }),
		).toMatchObject({ data: [{ locations: [{ available_to_sell: 3 }, {}] }] });
		expect(await get('/v3/inventory/locations', { is_default: 'true' })).toMatchObject({
			data: [{ id: 1 }],
		});
		const cart = (await get(`/v3/abandoned-carts/${ABANDONED_CART_TOKEN}`)) as {
			data: { cart_id: string };
		};
		expect(await get(`/v3/carts/${cart.data.cart_id}`)).toMatchObject({
			data: { cart_amount: 99.98 },
		});
	});

	it('reads customers by cursor and writes them in tens', async () => {
		const first = (await call(shop.store, 'GET', '/v3/customers', { query: { limit: 5 } }))
			.json as { data: Array<{ id: number }>; meta: { cursor_pagination: { end_cursor: string } } };
		const next = await call(shop.store, 'GET', '/v3/customers', {
			query: { limit: 5, after: first.meta.cursor_pagination.end_cursor },
		});
		expect(dataOf<Array<{ id: number }>>(next).map(({ id }) => id)).toEqual([6, 7, 8, 9, 10]);
		expect((next.json as { meta: object }).meta).not.toHaveProperty('pagination');
		expect(
			dataOf(
				await call(shop.store, 'GET', '/v3/customers', {
					query: { 'email:in': 'nobody@example.com' },
				}),
			),
		).toEqual([]);
		const person = { email: 'jonas.weber@example.com', first_name: 'J', last_name: 'W' };
		expect(
			(await call(shop.store, 'POST', '/v3/customers', { body: [person] })).json,
		).toMatchObject({ status: 422, errors: { '.customer_create': expect.any(String) } });
		expect(
			(
				await call(shop.store, 'POST', '/v3/customers', {
					body: Array.from({ length: 11 }, () => person),
				})
			).status,
		).toBe(413);
	});
});
