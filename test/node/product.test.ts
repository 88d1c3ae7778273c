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

const { run, each, reads, writes, named, count } = catalogueRunner(() => store, 'product');
const TENT = 'Granite 2 Tent';
const JACKET = 'Alder Down Jacket';
const trailParts = (from: number, to: number) =>
	[...store.state.products.values()]
		.filter(({ sku }) => sku.startsWith('TP-'))
		.slice(from, to)
		.map(({ id }) => id);

describe('Product: Get', () => {
	it.each([
		['ID', () => picked('id', named(TENT).id)],
		[
			'address',
			() =>
				picked('url', `https://store-x.mybigcommerce.com/manage/products/edit/${named(TENT).id}`),
		],
		['SKU in any case', () => picked('sku', ' np-tent-g2 ')],
	])('reads one by its %s, in one request', async (_name, product) => {
		const tent = named(TENT);
		expect(await run('get', { product: product() })).toEqual([
			{
				id: tent.id,
				name: TENT,
				sku: 'NP-TENT-G2',
				type: 'physical',
				price: 289,
				salePrice: 249,
				calculatedPrice: 249,
				isVisible: true,
				availability: 'available',
				inventoryTracking: 'variant',
				inventoryLevel: 17,
				brandId: tent.brand_id,
				categoryIds: tent.categories,
				url: '/granite-2-tent/',
				dateCreated: new Date(tent.date_created).toISOString().replace(/\.\d+/, '.000'),
				dateModified: new Date(tent.date_modified).toISOString().replace(/\.\d+/, '.000'),
			},
		]);
		expect(store.exchanges).toHaveLength(1);
	});

	it("finds the product of a variant's SKU", async () => {
		const jacket = named(JACKET);
		const [found] = await run('get', { product: picked('sku', jacket.variants[2]?.sku) });
		expect(found?.id).toBe(jacket.id);
		expect(reads().map(({ path }) => path)).toEqual([
			'/v3/catalog/products',
			'/v3/catalog/variants',
			`/v3/catalog/products/${jacket.id}`,
		]);
	});

	it('brings the parts that are asked for, under the names of the form', async () => {
		const [found] = await run('get', {
			product: picked('id', named(JACKET).id),
			include: ['variants', 'custom_fields', 'options'],
		});
		expect(found).toMatchObject({
			customFields: [{ name: 'Fill', value: '700 down' }],
			options: [{ displayName: 'Size' }, { displayName: 'Color' }],
		});
		expect(found?.variants).toContainEqual(
			expect.objectContaining({ options: { Size: 'XL', Color: 'Rust' }, price: 189.95 }),
		);
	});

	it("gives the API's own record, of the fields that are wanted alone", async () => {
		const [found] = await run('get', {
			product: picked('sku', 'NP-TENT-G2'),
			options: { includeFields: 'name, price' },
			output: 'raw',
		});
		expect(found).toEqual({ id: named(TENT).id, name: TENT, price: 289 });
	});

	it.each([
		['id', '99999999', 'could not read the product 99999999 (HTTP 404)'],
		['sku', 'NOBODY', 'could not find the product with the SKU NOBODY (HTTP 404)'],
		['sku', ' ', "'Product' is empty"],
	])('says what is not there: %s %s', async (mode, value, message) => {
		await expect(run('get', { product: picked(mode, value) })).rejects.toThrow(message);
	});
});

describe('Product: Get Many', () => {
	it('reads all in pages of 250, in an order that keeps its place', async () => {
		const output = await run('getAll', { returnAll: true });
		expect(output.map(({ id }) => id)).toEqual([...store.state.products.keys()]);
		expect(reads().map(({ query }) => query)).toEqual([
			{ limit: '250', page: '1', sort: 'id', direction: 'asc' },
			{ limit: '250', page: '2', sort: 'id', direction: 'asc' },
		]);
	});

	it('asks for 10 a page where options come with them', async () => {
		const output = await run('getAll', { limit: 15, include: ['options'] });
		expect(output).toHaveLength(15);
		expect(reads().map(({ query }) => [query.limit, query.page])).toEqual([
			['10', '1'],
			['10', '2'],
		]);
	});

	it('sorts as the form says', async () => {
		const output = await run('getAll', { limit: 3, sort: { by: 'price', direction: 'desc' } });
		const dearest = [...store.state.products.values()]
			.map(({ price }) => price)
			.sort((a, b) => b - a);
		expect(output.map(({ price }) => price)).toEqual(dearest.slice(0, 3));
	});

	const at = '2026-02-03T04:05:06Z';
	const instant = '2026-02-03T04:05:06.000Z';
	it.each([
		[
			'what a product is',
			{
				availability: 'preorder',
				brand: picked('id', 35),
				category: picked('id', '18, 19'),
				channels: [1],
				condition: 'used',
				isFeatured: true,
				isFreeShipping: false,
				isVisible: false,
				keyword: ' tent ',
				keywordContext: 'merchant',
				mpn: 'G2',
				name: TENT,
				onlyCategory: '18',
				price: '289.50',
				sku: 'NP-TENT-G2',
				skus: ['NP-TENT-G2', 'LE-ALDER'],
				totalSold: 3,
				type: 'physical',
				upc: '850012000100',
				weight: 92.5,
			},
			{
				availability: 'preorder',
				brand_id: '35',
				'categories:in': '18,19',
				'channel_id:in': '1',
				condition: 'used',
				is_featured: '1',
				is_free_shipping: '0',
				is_visible: 'false',
				keyword: 'tent',
				keyword_context: 'merchant',
				mpn: 'G2',
				name: TENT,
				categories: '18',
				price: '289.5',
				sku: 'NP-TENT-G2',
				'sku:in': 'NP-TENT-G2,LE-ALDER',
				total_sold: '3',
				type: 'physical',
				upc: '850012000100',
				weight: '92.5',
			},
		],
		[
			'ids, dates and stock',
			{
				idFrom: 5,
				idGreater: 6,
				idLess: 900,
				idTo: 899,
				ids: '77, 80',
				notIds: [78],
				importedAfter: at,
				importedAt: at,
				importedBefore: at,
				importedNotAt: at,
				modifiedAfter: at,
				modifiedAt: at,
				modifiedBefore: at,
				inventoryFrom: 1,
				inventoryGreater: 2,
				inventoryLess: 90,
				inventoryLevel: 4,
				inventoryLevels: '4, 5',
				notInventoryLevels: '9',
				inventoryLow: false,
				inventoryTo: 80,
				outOfStock: true,
			},
			{
				'id:min': '5',
				'id:greater': '6',
				'id:less': '900',
				'id:max': '899',
				'id:in': '77,80',
				'id:not_in': '78',
				'date_last_imported:min': instant,
				date_last_imported: instant,
				'date_last_imported:max': instant,
				'date_last_imported:not': instant,
				'date_modified:min': instant,
				date_modified: instant,
				'date_modified:max': instant,
				'inventory_level:min': '1',
				'inventory_level:greater': '2',
				'inventory_level:less': '90',
				inventory_level: '4',
				'inventory_level:in': '4,5',
				'inventory_level:not_in': '9',
				inventory_low: '0',
				'inventory_level:max': '80',
				out_of_stock: '1',
			},
		],
	])('hands every filter to BigCommerce: %s', async (_name, filters, query) => {
		await run('getAll', { filters });
		const shared = { sort: 'id', direction: 'asc', limit: '50', page: '1' };
		expect(reads().map((read) => read.query)).toEqual([{ ...query, ...shared }]);
	});

	it('takes more IDs than fit one address', async () => {
		const ids = trailParts(0, 150);
		const output = await run('getAll', { limit: 120, filters: { ids: '={{ $json.ids }}' } }, [
			{ ids },
		]);
		expect(output.map(({ id }) => id)).toEqual(ids.slice(0, 120));
		expect(reads()).toHaveLength(2);
	});

	it.each([
		['name', ' ', "'Name' is empty"],
		['ids', '', "'IDs' is empty"],
		['price', 'dear', '\'Price\' is "dear", which is not a number'],
		['channels', [], "'Channel Names or IDs' is empty"],
		['brand', picked('list', ''), "'Brand' is empty"],
		['category', picked('list', ''), "'Category' is empty"],
		['skus', ',', "'SKUs' is empty"],
	])('never takes an empty filter for all products: %s', async (name, value, message) => {
		await expect(run('getAll', { filters: { [name]: value } })).rejects.toThrow(message);
		expect(store.exchanges).toHaveLength(0);
	});
});

describe('Product: Delete', () => {
	it.each([
		['ID', () => picked('id', named(TENT).id), 1],
		['SKU', () => picked('sku', 'np-tent-g2'), 2],
	])('deletes one by its %s', async (_name, product, requests) => {
		const { id } = named(TENT);
		expect(await run('delete', { product: product() })).toEqual([{ deleted: true, id }]);
		expect(store.state.products.has(id)).toBe(false);
		expect(store.exchanges).toHaveLength(requests);
	});

	it("deletes nothing by a variant's SKU", async () => {
		const { id, variants } = named(JACKET);
		const [output] = await each('delete', { product: picked('sku', variants[0]?.sku) });
		expect(output?.json.error).toContain(`belongs to variant ${variants[0]?.id} of product ${id}`);
		expect(writes()).toEqual([]);
	});

	it('says so when there is no such product', async () => {
		await expect(run('delete', { product: picked('id', 99_999_999) })).rejects.toThrow('404');
	});
});

describe('Product: Delete Many', () => {
	it('deletes what all items name in the fewest requests, and says what it was', async () => {
		const ids = trailParts(0, 130);
		const before = count();
		const output = await each('deleteMany', { ids: '={{ $json.ids }}' }, [
			{ ids: ids.slice(0, 120) },
			{ ids: `${ids.slice(110).join(', ')} 99999999` },
			{ ids: '99999998' },
		]);
		expect(output.map(({ json }) => json)).toEqual([
			{ deleted: true, ids: ids.slice(0, 120) },
			{ deleted: true, ids: ids.slice(110), notFound: [99_999_999] },
			{ deleted: false, ids: [], notFound: [99_999_998] },
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(count()).toBe(before - 130);
		expect(writes().map(({ query }) => query['id:in']?.split(',').length)).toEqual([100, 30]);
		for (const { method, path, query } of store.exchanges) {
			const address = `${store.origin}/stores/${store.credential.storeHash}${path}`;
			expect([method, `${address}?${new URLSearchParams(query).toString()}`.length < 1024]).toEqual(
				[method, true],
			);
		}
	});

	it.each([
		['', "'Product IDs' is empty"],
		[' , ', "'Product IDs' is empty"],
		[[], "'Product IDs' is empty"],
		['77, all', '"all", which is not an ID'],
	])('never deletes without IDs: %j', async (ids, message) => {
		const before = count();
		const [output] = await each('deleteMany', { ids: '={{ $json.ids }}' }, [{ ids }]);
		expect(output?.json.error).toContain(message);
		expect(store.exchanges).toHaveLength(0);
		expect(count()).toBe(before);
	});

	it('deletes the others where the store refuses to delete one', async () => {
		const [good = 0, bad = 0] = trailParts(0, 2);
		for (const ids of [[good, bad], [bad]])
			store.faults.add({
				kind: 'status',
				status: 422,
				times: Infinity,
				match: { method: 'DELETE', query: { 'id:in': ids.join(',') } },
			});
		const items = [{ id: good }, { id: bad }];
		const output = await each('deleteMany', { ids: '={{ $json.id }}' }, items);
		expect(output[0]?.json).toEqual({ deleted: true, ids: [good] });
		expect(output[1]?.json.error).toContain('could not delete');
		expect([good, bad].map((id) => store.state.products.has(id))).toEqual([false, true]);
	});

	it('tells which items a failure concerns', async () => {
		const ids = trailParts(0, 101);
		store.faults.add({ kind: 'status', status: 403, match: { method: 'DELETE' }, after: 1 });
		const output = await each(
			'deleteMany',
			{ ids: '={{ $json.id }}' },
			ids.map((id) => ({ id })),
		);
		const errors = output.filter(({ json }) => json.error !== undefined);
		expect(errors.length === 1 || errors.length === 100).toBe(true);
		expect(errors[0]?.json.error).toContain('could not delete');
		for (const [index, { json }] of output.entries())
			expect(store.state.products.has(ids[index] ?? 0)).toBe(json.error !== undefined);
	});
});

describe('Product: Get Summary', () => {
	it('tells what the catalog holds', async () => {
		const variants = [...store.state.products.values()].flatMap((product) => product.variants);
		const [summary] = await run('getSummary');
		expect(summary).toMatchObject({
			variantCount: variants.length,
			lowestVariantPrice: expect.any(Number),
			primaryCategoryName: expect.any(String),
		});
		expect(await run('getSummary', { output: 'raw' })).toEqual([
			expect.objectContaining({ variant_count: variants.length }),
		]);
	});
});
