import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { catalogueRunner, CATALOGUE, picked } from '../support/products';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore(CATALOGUE);
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const { run, each, reads, writes, sent, named, count } = catalogueRunner(() => store, 'product');
const TENT = 'Granite 2 Tent';
const JACKET = 'Alder Down Jacket';
const stored = (id: unknown) => store.state.products.get(Number(id));
const parts = (many: number) =>
	[...store.state.products.values()].filter(({ sku }) => sku.startsWith('TP-')).slice(0, many);

describe('Product: Create', () => {
	const mug = { name: 'Enamel Mug', price: 14.5 };

	it('makes what the form says, in one request', async () => {
		const [product] = await run('create', {
			...mug,
			weight: 9,
			sku: 'BW-MUG',
			categories: picked('id', '18, 21'),
			brandName: 'Basalt Works',
			isVisible: false,
			availability: 'preorder',
		});
		expect(product).toMatchObject({ name: 'Enamel Mug', sku: 'BW-MUG', categoryIds: [18, 21] });
		expect(store.exchanges).toHaveLength(1);
		expect(sent()).toEqual({
			name: 'Enamel Mug',
			price: 14.5,
			type: 'physical',
			weight: 9,
			sku: 'BW-MUG',
			categories: [18, 21],
			brand_name: 'Basalt Works',
			is_visible: false,
			availability: 'preorder',
		});
		expect(stored(product?.id)?.brand_id).toBe(
			[...store.state.brands.values()].find((brand) => brand.name === 'Basalt Works')?.id,
		);
	});

	it('sends every further field under the name and of the kind that the API has', async () => {
		await run('create', {
			...mug,
			additionalFields: {
				brand: picked('id', 35),
				bulkPricingRules: {
					rule: [{ amount: 10, type: 'percent', quantityMin: 5, quantityMax: 0 }],
				},
				condition: 'Used',
				customFields: { field: [{ name: 'Volume', value: '350 ml' }] },
				customUrl: { url: { path: '/enamel/', createRedirect: false } },
				giftWrappingOptionsList: '1, 2',
				images: {
					image: [
						{ imageUrl: 'https://example.com/a.jpg', description: '', isThumbnail: false },
						{ imageUrl: 'https://example.com/b.jpg', description: 'Back', isThumbnail: true },
					],
				},
				inventoryLevel: 12,
				inventoryTracking: 'product',
				metaKeywords: 'mug, enamel',
				openGraphUseProductName: false,
				preorderReleaseDate: '2031-01-02T00:00:00+02:00',
				relatedProducts: '77, 78',
				videos: {
					video: [{ youtubeVideo: 'https://youtu.be/z3fRu9pkuXE', title: '', description: 'How' }],
				},
				fieldsJson:
					'{"tax_class_id": 1, "variants": [{"sku": "BW-MUG-1", "option_values": [{"option_display_name": "Color", "label": "Blue"}]}]}',
			},
		});
		expect(sent()).toMatchObject({
			brand_id: 35,
			bulk_pricing_rules: [{ amount: '0.1', type: 'percent', quantity_min: 5, quantity_max: 0 }],
			condition: 'Used',
			custom_fields: [{ name: 'Volume', value: '350 ml' }],
			custom_url: { url: '/enamel/', is_customized: true, create_redirect: false },
			gift_wrapping_options_list: [1, 2],
			images: [
				{ image_url: 'https://example.com/a.jpg', is_thumbnail: false, sort_order: 0 },
				{ image_url: 'https://example.com/b.jpg', is_thumbnail: true, description: 'Back' },
			],
			inventory_level: 12,
			inventory_tracking: 'product',
			meta_keywords: ['mug', 'enamel'],
			open_graph_use_product_name: false,
			preorder_release_date: '2031-01-01T22:00:00.000Z',
			related_products: [77, 78],
			videos: [{ type: 'youtube', video_id: 'z3fRu9pkuXE', description: 'How' }],
			tax_class_id: 1,
		});
		const made = named('Enamel Mug');
		expect(made.variants.map(({ sku }) => sku)).toEqual(['BW-MUG-1']);
		expect(made.images).toHaveLength(2);
	});

	it('takes values as a spreadsheet gives them, and leaves out what is null', async () => {
		const fields = {
			name: '={{ $json.name }}',
			price: '={{ $json.price }}',
			sku: '={{ $json.sku }}',
			isVisible: '={{ $json.visible }}',
			additionalFields: {
				salePrice: '={{ $json.sale }}',
				costPrice: '={{ $json.cost }}',
				inventoryLevel: '={{ $json.stock }}',
			},
		};
		const row = { name: 'Mug', price: '12.50', sku: 4711, visible: 'FALSE', sale: '9', cost: null };
		await run('create', fields, [{ ...row, stock: '7' }]);
		expect(sent()).toEqual({
			name: 'Mug',
			price: 12.5,
			sku: '4711',
			type: 'physical',
			weight: 0,
			is_visible: false,
			availability: 'available',
			sale_price: 9,
			inventory_level: 7,
		});
		const output = await each('create', fields, [
			{ ...row, name: 'A', price: '12,50' },
			{ ...row, name: 'B', sale: 'cheap' },
			{ ...row, name: 'C', stock: '2.5' },
			{ ...row, name: 'D', price: -1 },
			{ ...row, name: 'E', price: undefined },
			{ ...row, name: ' ' },
		]);
		expect(output.map(({ json }) => json.error)).toEqual([
			`'Price' is "12,50", which is not a number`,
			`'Sale Price' is "cheap", which is not a number`,
			`'Stock' is "2.5", which is not a whole number`,
			`'Price' is -1, which is less than 0`,
			`'Price' is empty`,
			`'Name' is empty`,
		]);
		expect(writes()).toHaveLength(1);
	});

	it.each([
		['{"pricce": 3}', '"pricce", which BigCommerce does not know here. Did you mean price?'],
		['{"is_visible": "maybe"}', 'is_visible: Expected boolean'],
		['{', 'not valid JSON'],
	])('checks JSON before anything is sent: %s', async (fieldsJson, message) => {
		const creation = run('create', { ...mug, additionalFields: { fieldsJson } });
		await expect(creation).rejects.toThrow(message);
		expect(store.exchanges).toHaveLength(0);
	});

	it('does not take a brand twice', async () => {
		const additionalFields = { brand: picked('id', 35) };
		const creation = run('create', { ...mug, brandName: 'Tarn', additionalFields });
		await expect(creation).rejects.toThrow('by name and by ID');
	});

	it('names the product that is there when a part of it could not be saved, and makes one only', async () => {
		const before = count();
		const image = [{ imageUrl: 'https://gone.invalid/a.jpg', description: '', isThumbnail: true }];
		const [output] = await each('create', { ...mug, additionalFields: { images: { image } } });
		const { id } = named('Enamel Mug');
		expect(output?.json).toMatchObject({
			error: expect.stringMatching(
				new RegExp(
					`could not create the product "Enamel Mug" completely.*saved as ${id}.*images: .*downloaded`,
				),
			),
			details: { httpCode: 207, description: expect.stringContaining('do not create it again') },
		});
		expect(count()).toBe(before + 1);
		expect(writes()).toHaveLength(1);
	});

	it.each([
		['name', { name: TENT, price: 1 }, 'name'],
		['SKU', { ...mug, sku: 'np-tent-g2' }, 'sku'],
	])(
		'says that the %s is taken, and how to change the present product',
		async (_name, given, field) => {
			const [output] = await each('create', given);
			expect(output?.json).toMatchObject({
				error: expect.stringContaining(`The product ${field} is a duplicate`),
				details: {
					httpCode: 409,
					description: expect.stringContaining("use 'Create or Update'"),
				},
			});
		},
	);

	it.each([
		['SKU', { ...mug, sku: 'BW-MUG' }],
		['name', mug],
	])('makes no double when the answer is lost: found by its %s', async (_name, given) => {
		const before = count();
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		const [product] = await run('create', given);
		expect(product?.id).toBe(named('Enamel Mug').id);
		expect(count()).toBe(before + 1);
		expect(writes()).toHaveLength(1);
	});

	it('does not take another product for the one whose answer was lost', async () => {
		store.faults.add({ kind: 'reset', match: { method: 'POST' } });
		const [output] = await each('create', { name: TENT, price: 1 });
		expect(output?.json).toMatchObject({ details: { httpCode: 409 } });
	});
});

describe('Product: Update', () => {
	const price = { updateFields: { price: '={{ $json.price }}' } };
	const ids = { product: picked('id', '={{ $json.id }}') };

	it('writes 10 products a request, and of each only what was added', async () => {
		const items = parts(25).map(({ id }, index) => ({ id, price: 100 + index }));
		const output = await each('update', { ...ids, ...price }, items);
		expect(output.map(({ json, pairedItem }) => [json.id, json.price, pairedItem])).toEqual(
			items.map((item, index) => [item.id, item.price, { item: index }]),
		);
		expect(writes().map(({ requestBody }) => requestBody)).toEqual(
			[0, 10, 20].map((start) => items.slice(start, start + 10)),
		);
		expect(reads()).toEqual([]);
	});

	it('merges changes of one product, so that the last one counts', async () => {
		const [one, two] = parts(2).map(({ id }) => id);
		const output = await each('update', { ...ids, ...price }, [
			{ id: one, price: 1 },
			{ id: two, price: 2 },
			{ id: one, price: 3 },
		]);
		expect(output.map(({ json }) => json.price)).toEqual([3, 2, 3]);
		expect(sent()).toEqual([
			{ id: one, price: 3 },
			{ id: two, price: 2 },
		]);
	});

	const name = { updateFields: { name: '={{ $json.name }}' } };
	it('lets the bad one of two changes of one product fail alone', async () => {
		const [one] = parts(1).map(({ id }) => id);
		const output = await each('update', { ...ids, ...name }, [
			{ id: one, name: 'Fine' },
			{ id: one, name: TENT },
		]);
		expect(output.map(({ json }) => json.name ?? json.error)).toEqual([
			'Fine',
			expect.stringContaining(`update the product ${one} (HTTP 409)`),
		]);
		expect(stored(one)?.name).toBe('Fine');
	});

	it.each([
		['a name that is taken', 409, { name: TENT }],
		['a name that is too long', 422, { name: 'x'.repeat(251) }],
		['an ID that is gone', 404, { id: 99_999_999 }],
	])('writes the others once when one has %s', async (_name, status, bad) => {
		const items = parts(20).map(({ id }) => ({ id, name: `Renamed ${id}` }));
		Object.assign(items[13] ?? {}, bad);
		const output = await each('update', { ...ids, ...name }, items);
		expect(output[13]?.json).toMatchObject({
			error: expect.stringContaining(`update the product ${items[13]?.id} (HTTP ${status})`),
		});
		const written = store.exchanges
			.filter(({ method, status: answered }) => method === 'PUT' && answered === 200)
			.flatMap(({ requestBody }) => (requestBody as Array<{ id: number }>).map(({ id }) => id));
		const good = items.filter((_item, index) => index !== 13).map(({ id }) => id);
		expect(written.sort((a, b) => a - b)).toEqual(good);
		for (const [index, { json }] of output.entries())
			if (index !== 13) expect(json.name).toBe(`Renamed ${good[index > 13 ? index - 1 : index]}`);
	});

	it('looks up once which products are gone', async () => {
		const items = parts(10).map(({ id }) => ({ id, price: 5 }));
		for (const at of [2, 5, 7]) Object.assign(items[at] ?? {}, { id: 99_999_990 + at });
		const output = await each('update', { ...ids, ...price }, items);
		expect(output.map(({ json }) => json.error !== undefined)).toEqual(
			items.map((_item, index) => [2, 5, 7].includes(index)),
		);
		expect(store.exchanges.map(({ method }) => method)).toEqual(['PUT', 'GET', 'PUT']);
	});

	it('gives a part that failed to its own product alone, and sends nothing twice', async () => {
		const taken = named(TENT).custom_url.url;
		const items = parts(4).map(({ id }, index) => ({
			id,
			path: index === 2 ? taken : `/new-${id}/`,
		}));
		const customUrl = { url: { path: '={{ $json.path }}', createRedirect: true } };
		const output = await each('update', { ...ids, updateFields: { price: 5, customUrl } }, items);
		expect(output.map(({ json }) => json.url ?? json.error)).toEqual(
			items.map(({ id, path }, index) =>
				index === 2 ? expect.stringContaining(`saved as ${id}, but a part of it was not`) : path,
			),
		);
		expect(writes()).toHaveLength(4);
	});

	it('blames a partial answer on those alone that sent the part', async () => {
		const items = parts(3).map(({ id }, index) => ({
			id,
			json: index === 1 ? { warranty: 'Long' } : { price: 5 },
		}));
		const errors = { status: 207, title: 'Saved in part', errors: { warranty: 'Too long' } };
		const data = items.map(({ id }) => ({ ...stored(id), price: 5 }));
		const match = { method: 'PUT' };
		store.faults.add({ kind: 'status', status: 207, body: { data, errors }, applied: true, match });
		const updateFields = { fieldsJson: '={{ $json.json }}' };
		const output = await each('update', { ...ids, updateFields }, items);
		expect(output.map(({ json }) => json.price ?? json.error)).toEqual([
			5,
			expect.stringContaining(`saved as ${items[1]?.id}, but a part of it was not`),
			5,
		]);
		expect(writes()).toHaveLength(1);
	});

	it('finds many products by their SKUs in one request', async () => {
		const items = parts(20).map(({ sku }, index) => ({ sku: sku.toLowerCase(), price: index }));
		const product = picked('sku', '={{ $json.sku }}');
		const output = await each('update', { product, ...price }, [
			...items,
			{ sku: 'NOBODY', price: 1 },
			{ sku: named(JACKET).variants[0]?.sku, price: 1 },
		]);
		expect(output.slice(0, 20).map(({ json }) => json.price)).toEqual(
			items.map((item) => item.price),
		);
		expect(output.slice(20).map(({ json }) => json.error)).toEqual([
			expect.stringContaining('find the product with the SKU NOBODY (HTTP 404)'),
			expect.stringContaining(`belongs to variant ${named(JACKET).variants[0]?.id}`),
		]);
		expect(writes()).toHaveLength(2);
		// One for all, and one for each SKU that no product has.
		expect(reads()).toHaveLength(3);
	});

	it('finds a product by the SKU that an earlier item gives it, as one item after the other would', async () => {
		const [one, two] = parts(2);
		const items = [
			{ sku: one?.sku, newSku: 'RENAMED' },
			{ sku: ' renamed', newSku: 'RENAMED-2' },
			{ sku: one?.sku, newSku: two?.sku },
			{ sku: two?.sku, newSku: 'OTHER' },
		];
		const output = await each(
			'update',
			{ product: picked('sku', '={{ $json.sku }}'), updateFields: { sku: '={{ $json.newSku }}' } },
			items,
		);
		expect(output.map(({ json }) => json.id ?? json.error)).toEqual([
			one?.id,
			one?.id,
			expect.stringContaining('The store has no such product'),
			two?.id,
		]);
		expect([stored(one?.id)?.sku, stored(two?.id)?.sku]).toEqual(['RENAMED-2', 'OTHER']);
	});

	it('is not carried out without a change', async () => {
		await expect(run('update', { product: picked('id', named(TENT).id) })).rejects.toThrow(
			"'Update Fields' holds no change",
		);
		expect(store.exchanges).toHaveLength(0);
	});

	it('never wipes a list that was added and left empty', async () => {
		const updateFields = { categories: picked('list', '') };
		await expect(
			run('update', { product: picked('id', named(TENT).id), updateFields }),
		).rejects.toThrow("'Categories' is empty");
	});

	it('changes a product all the same when the answer is lost', async () => {
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'PUT' } });
		const product = picked('id', named(TENT).id);
		const [output] = await run('update', { product, updateFields: { price: 300 } });
		expect(output?.price).toBe(300);
	});
});

describe('Product: Create or Update', () => {
	const form = {
		sku: '={{ $json.sku }}',
		additionalFields: { name: '={{ $json.name }}', price: '={{ $json.price }}' },
	};

	it('changes what is there in batches, and creates the rest', async () => {
		const known = parts(12).map(({ sku, name }) => ({ sku: sku.toLowerCase(), name, price: 3 }));
		const fresh = ['A', 'B'].map((letter) => ({
			sku: `NEW-${letter}`,
			name: `New ${letter}`,
			price: 4,
		}));
		const output = await each('upsert', form, [...known, ...fresh]);
		expect(output.map(({ json }) => [json.action, json.name, json.price])).toEqual([
			...known.map(({ name }) => ['updated', name, 3]),
			...fresh.map(({ name }) => ['created', name, 4]),
		]);
		expect(store.exchanges.map(({ method }) => method).sort()).toEqual([
			'GET',
			'POST',
			'POST',
			'PUT',
			'PUT',
		]);
		// What the product is found by is not written once more.
		expect(writes().filter(({ method }) => method === 'PUT')[0]?.requestBody).not.toContainEqual(
			expect.objectContaining({ sku: expect.anything() }),
		);
	});

	it('finds products by their names', async () => {
		const given = { findBy: 'name', name: '={{ $json.name }}', additionalFields: { price: 7 } };
		const output = await each('upsert', given, [
			{ name: TENT.toUpperCase() },
			{ name: 'New Tent' },
		]);
		expect(output.map(({ json }) => [json.action, json.name])).toEqual([
			['updated', TENT],
			['created', 'New Tent'],
		]);
	});

	it('creates one product for several items of one SKU', async () => {
		const before = count();
		const output = await each('upsert', form, [
			{ sku: 'NEW-A', name: 'New', price: 1 },
			{ sku: 'new-a', name: 'New', price: 2 },
		]);
		expect(output.map(({ json }) => [json.action, json.price])).toEqual([
			['created', 2],
			['created', 2],
		]);
		expect(count()).toBe(before + 1);
		expect(writes()).toHaveLength(1);
	});

	it.each([
		['is there', () => parts(1).map(({ sku, name }) => ({ sku, name }))],
		['is new', () => [{ sku: 'NEW-A', name: 'New' }]],
	])('lets the last item count, named by SKU or by name, where the product %s', async (_is, of) => {
		const [{ sku, name } = { sku: '', name: '' }] = of();
		const before = count();
		const output = await each(
			'upsert',
			{
				findBy: '={{ $json.by }}',
				sku,
				name,
				additionalFields: { price: '={{ $json.price }}', fieldsJson: '={{ $json.other }}' },
			},
			[
				{ by: 'sku', price: 1, other: { name } },
				{ by: 'name', price: 2, other: { sku } },
				{ by: 'sku', price: 3, other: { name } },
			],
		);
		for (const { json } of output) expect(json).not.toHaveProperty('error');
		expect(named(name)).toMatchObject({ sku, price: 3 });
		expect(count() - before).toBe(sku === 'NEW-A' ? 1 : 0);
	});

	it('says what a new product lacks, and lets it fail alone', async () => {
		const output = await each('upsert', form, [
			{ sku: 'NEW-A', name: 'New' },
			{ sku: 'NP-TENT-G2', price: 250 },
			{ sku: ' ', name: 'X', price: 1 },
		]);
		expect(output.map(({ json }) => json.action ?? json.error)).toEqual([
			"The store has no product with the SKU NEW-A, and the new one lacks 'Price'",
			'updated',
			"'SKU' is empty",
		]);
	});

	it('changes the product that somebody made meanwhile', async () => {
		const nothing = { kind: 'status' as const, status: 200, body: { data: [], meta: {} } };
		store.faults.add({ ...nothing, match: { method: 'GET', path: '/v3/catalog/products' } });
		const [output] = await each('upsert', form, [{ sku: 'NP-TENT-G2', name: TENT, price: 250 }]);
		expect(output?.json).toMatchObject({ action: 'updated', price: 250, id: named(TENT).id });
		expect(store.exchanges.map(({ method, status }) => [method, status])).toEqual([
			['GET', 200],
			['POST', 409],
			['GET', 200],
			['PUT', 200],
		]);
	});

	it("does not take a variant's SKU for the product's", async () => {
		const { sku } = named(JACKET).variants[0] ?? {};
		const [output] = await each('upsert', form, [{ sku, name: 'New', price: 1 }]);
		expect(output?.json.error).toContain('(HTTP 409): The product sku is a duplicate');
	});

	it('does not change what the product is found by', async () => {
		const additionalFields = { sku: 'OTHER', price: 1 };
		await expect(run('upsert', { sku: 'NP-TENT-G2', additionalFields })).rejects.toThrow(
			"'Additional Fields' have another SKU for it",
		);
	});
});
