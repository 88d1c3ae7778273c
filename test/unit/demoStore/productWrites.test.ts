import { setStockSettings } from '../../../demo/store/stock.ts';
import { call, dataOf, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

const PRODUCTS = '/v3/catalog/products';
const BASE = { name: 'Linen Shirt', type: 'physical', weight: 1, price: 20 };

const post = async (body: object): Promise<Reply> =>
	await call(shop.store, 'POST', PRODUCTS, { body: { ...BASE, ...body } });
const put = async (id: number, body: object): Promise<Reply> =>
	await call(shop.store, 'PUT', `${PRODUCTS}/${id}`, { body });
const get = async (id: number, include = ''): Promise<unknown> =>
	dataOf(await call(shop.store, 'GET', `${PRODUCTS}/${id}`, { query: { include } }));
const errorsOf = (reply: Reply): Record<string, string> =>
	(reply.json as { errors: Record<string, string> }).errors;
const idOf = (reply: Reply): number => dataOf<{ id: number }>(reply).id;

describe('a new product', () => {
	it('brings its variants, and its options come of them', async () => {
		const made = dataOf<Record<string, unknown>>(
			await post({
				sku: 'SHIRT',
				variants: ['S', 'M'].flatMap((size) =>
					['Sand', 'Sea'].map((color) => ({
						sku: `SHIRT-${size}-${color}`,
						price: size === 'M' ? 22 : null,
						option_values: [
							{ option_display_name: 'Size', label: size },
							{ option_display_name: 'Color', label: color },
						],
					})),
				),
			}),
		);
		expect(made).toMatchObject({
			base_variant_id: null,
			options: [
				{ display_name: 'Size', option_values: [{ label: 'S' }, { label: 'M' }] },
				{ display_name: 'Color', option_values: [{ label: 'Sand' }, { label: 'Sea' }] },
			],
			variants: [
				{ sku: 'SHIRT-S-Sand', price: null, calculated_price: 20 },
				{ sku: 'SHIRT-S-Sea' },
				{ sku: 'SHIRT-M-Sand', price: 22, calculated_price: 22 },
				{ sku: 'SHIRT-M-Sea' },
			],
		});
	});

	it('has a base variant that shares its SKU and stock when it brings none', async () => {
		const id = idOf(await post({ sku: 'SHIRT', upc: '850012000999', inventory_level: 5 }));
		const made = shop.store.state.products.get(id);
		expect(await get(id, 'variants')).toMatchObject({
			base_variant_id: made?.variants[0]?.id,
			variants: [{ sku: 'SHIRT', upc: '850012000999', inventory_level: 5, sku_id: null }],
		});
		await put(id, { sku: 'SHIRT-2', inventory_level: 6 });
		expect(made?.variants).toMatchObject([{ sku: 'SHIRT-2', inventory_level: 6 }]);
	});

	it('is not made at all when a variant or a part of it is wrong', async () => {
		const before = shop.store.state.products.size;
		const value = { option_display_name: 'Size', label: 'S' };
		const refused: Array<[number, object]> = [
			[422, { variants: [{ option_values: [value] }] }],
			[422, { variants: [{ sku: 'A' }] }],
			[422, { variants: [{ sku: 'A', option_values: [{ label: 'S' }] }] }],
			[
				422,
				{
					variants: [
						{ sku: 'A', option_values: [value] },
						{ sku: 'B', option_values: [value, { option_display_name: 'Color', label: 'Sea' }] },
					],
				},
			],
			[
				422,
				{
					variants: Array.from({ length: 601 }, (_unused, index) => ({
						sku: `A-${index}`,
						option_values: [{ ...value, label: `${index}` }],
					})),
				},
			],
			[409, { variants: [{ sku: 'le-beanie', option_values: [value] }] }],
			[409, { sku: 'A', variants: [{ sku: 'a', option_values: [value] }] }],
			[
				409,
				{
					variants: [
						{ sku: 'A', option_values: [value] },
						{ sku: 'B', option_values: [value] },
					],
				},
			],
			[422, { custom_fields: [{ name: 'Fabric' }] }],
			[422, { images: [{ image_url: 'shirt.jpg' }] }],
			[422, { videos: [{ video_id: 'https://vimeo.com/1' }] }],
			[
				409,
				{
					bulk_pricing_rules: [
						{ quantity_min: 2, quantity_max: 0, type: 'price', amount: 1 },
						{ quantity_min: 9, quantity_max: 0, type: 'price', amount: 2 },
					],
				},
			],
			[409, { custom_url: { url: '/trailhead-beanie/' } }],
			[409, { categories: [999] }],
		];
		for (const [status, body] of refused) expect((await post(body)).status).toBe(status);
		expect(shop.store.state.products.size).toBe(before);
	});

	it('brings images, fields, prices and videos; a picture that nobody gives out leaves the rest saved', async () => {
		const reply = await post({
			images: [
				{ image_url: 'https://cdn.example.com/1.jpg' },
				{ image_url: 'https://pictures.invalid/2.jpg' },
				{ image_url: 'https://cdn.example.com/3.jpg', is_thumbnail: true },
			],
			custom_fields: [{ name: 'Fabric', value: 'Linen' }],
			bulk_pricing_rules: [{ quantity_min: 5, quantity_max: 0, type: 'percent', amount: '10' }],
			videos: [{ video_id: 'https://www.youtube.com/watch?v=z3fRu9pkuXE' }],
		});
		expect(reply.status).toBe(207);
		expect(reply.json).toMatchObject({ errors: { errors: { images: expect.any(String) } } });
		expect(dataOf(reply)).toMatchObject({
			images: [
				{ image_url: 'https://cdn.example.com/1.jpg', is_thumbnail: false, sort_order: 0 },
				{ image_url: 'https://cdn.example.com/3.jpg', is_thumbnail: true, sort_order: 1 },
			],
			custom_fields: [{ name: 'Fabric', value: 'Linen' }],
			bulk_pricing_rules: [{ quantity_min: 5, type: 'percent', amount: 10 }],
			videos: [{ video_id: 'z3fRu9pkuXE' }],
		});
	});

	it('gets an address of its name that no other has', async () => {
		shop.store.state.products.get(81)!.name = 'Another Beanie';
		const reply = await post({ name: 'Trailhead Beanie' });
		expect(dataOf(reply)).toMatchObject({ custom_url: { url: '/trailhead-beanie-1/' } });
	});
});

describe('a change of a product', () => {
	it('changes rows that it embeds by their id, adds others and takes none away', async () => {
		const id = idOf(await post({ custom_fields: [{ name: 'Fabric', value: 'Linen' }] }));
		const [field] = shop.store.state.products.get(id)?.custom_fields ?? [];
		await put(id, {
			custom_fields: [
				{ id: field?.id, value: 'Flax' },
				{ name: 'Fit', value: 'Wide' },
			],
		});
		expect(await get(id, 'custom_fields')).toMatchObject({
			custom_fields: [
				{ id: field?.id, name: 'Fabric', value: 'Flax' },
				{ name: 'Fit', value: 'Wide' },
			],
		});
		const reply = await put(id, { price: 1, custom_fields: [{ name: 'Fit', value: 'Wide' }] });
		expect(reply.status).toBe(422);
		expect(await get(id)).toMatchObject({ price: 20 });
	});

	it('names every field that breaks a rule', async () => {
		const reply = await put(81, {
			upc: '123456789012345',
			sort_order: 1.5,
			condition: 'Broken',
			is_visible: 'yes',
			meta_keywords: 'a, b',
			is_price_hidden: true,
			tax_class_id: 256,
		});
		expect(reply.status).toBe(422);
		expect(Object.keys(errorsOf(reply)).sort()).toEqual([
			'condition',
			'is_price_hidden',
			'is_visible',
			'meta_keywords',
			'sort_order',
			'tax_class_id',
			'upc',
		]);
	});

	it('saves the rest where a level is negative or an address taken', async () => {
		const reply = await put(81, {
			price: 30,
			inventory_level: -1,
			custom_url: { url: '/granite-2-tent/' },
		});
		expect(reply.status).toBe(207);
		expect(await get(81)).toMatchObject({
			price: 30,
			inventory_level: 60,
			custom_url: { url: '/trailhead-beanie/' },
		});
		await put(81, { inventory_level: 3_000_000_000 });
		expect(await get(81)).toMatchObject({ inventory_level: 2_147_483_647 });
	});

	it('makes a brand of a name that there is none of', async () => {
		await put(81, { brand_name: 'tarn' });
		expect(shop.store.state.brands.get(shop.store.state.products.get(81)!.brand_id)?.name).toBe(
			'Tarn',
		);
		await put(81, { brand_name: 'Newcomer' });
		expect(shop.store.state.brands.get(shop.store.state.products.get(81)!.brand_id)?.name).toBe(
			'Newcomer',
		);
	});

	it('frees the SKU and the name that it gives up', async () => {
		await put(81, { sku: 'BEANIE-2', name: 'Beanie Two' });
		expect((await post({ sku: 'LE-BEANIE', name: 'Trailhead Beanie' })).status).toBe(200);
		expect((await put(82, { sku: 'beanie-2' })).status).toBe(409);
		await call(shop.store, 'DELETE', `${PRODUCTS}/81`);
		expect((await put(82, { sku: 'beanie-2', name: 'Beanie Two' })).status).toBe(200);
	});
});

describe('deleting', () => {
	it.each([
		['the product', (id: number) => `${PRODUCTS}/${id}`],
		['products by filter', (id: number) => `${PRODUCTS}?id:in=${id}`],
	])(
		'%s takes along its metafields, prices and stock, and those of its variants',
		async (_, path) => {
			const { state } = shop.store;
			const [tent, other] = ['NP-TENT-G2', 'LE-BEANIE'].map((sku) =>
				[...state.products.values()].find((product) => product.sku === sku),
			);
			if (!tent?.variants[0] || !other?.variants[0]) throw new Error('the seed has other products');
			const variantId = tent.variants[0].id;
			const [metafield] = [...state.metafields.values()];
			const [price] = [...state.priceRecords.values()];
			const [location] = [...state.locations.values()];
			if (!metafield || !price || !location) throw new Error('the seed lacks records');
			for (const [id, resource_type, resource_id] of [
				[901, 'variant', variantId],
				[902, 'product', other.id],
				// The same number, but of another kind of record.
				[903, 'category', tent.id],
			] as const)
				state.metafields.set(id, { ...metafield, id, resource_type, resource_id });
			state.priceRecords.clear();
			for (const { id, variants } of [tent, other])
				state.priceRecords.set(`of ${id}`, {
					...price,
					product_id: id,
					variant_id: variants[0]?.id ?? 0,
				});
			state.stock.clear();
			for (const product of [tent, other])
				for (const variant of product.variants) {
					const item = { product, variant, trackedBy: 'variant' } as const;
					setStockSettings(state, location, item, { safety_stock: 1 });
				}

			expect((await call(shop.store, 'DELETE', path(tent.id))).status).toBe(204);

			const left = [...state.metafields.values()];
			expect(left.filter(({ resource_type: type }) => type === 'variant')).toEqual([]);
			expect(left.filter(({ resource_type: type }) => type === 'product')).toMatchObject([
				{ id: 902 },
			]);
			expect(left.map(({ id }) => id)).toContain(903);
			expect([...state.priceRecords.keys()]).toEqual([`of ${other.id}`]);
			expect([...state.stock.keys()]).toEqual(
				other.variants.map(({ id }) => `${location.id}:variant:${id}`),
			);
		},
	);
});

describe('deleting by filter', () => {
	it('takes 250 at the most', async () => {
		for (let id = 1_000; id < 1_300; id += 1)
			shop.store.state.products.set(id, { ...shop.store.state.products.get(81)!, id });
		const query = { brand_id: shop.store.state.products.get(81)!.brand_id, 'id:in': '' };
		await call(shop.store, 'DELETE', PRODUCTS, { query });
		expect(shop.store.state.products.size).toBe(324);
		await call(shop.store, 'DELETE', PRODUCTS, { query: { name: 'Trailhead Beanie' } });
		expect(shop.store.state.products.size).toBe(74);
	});
});
