import { readFile } from 'node:fs/promises';

import type { INode } from 'n8n-workflow';

import {
	codesOf,
	importListings,
	productOf,
	productRequests,
	run,
	useShop,
} from '../support/listings';

const shop = useShop();

describe('an import of the shop', () => {
	it('gives an item for every variant on the storefront, in three requests', async () => {
		const listings = await importListings();
		expect(listings).toHaveLength(44);
		expect(
			shop()
				.exchanges.map(({ path }) => path)
				.sort(),
		).toEqual(['/v3/catalog/brands', '/v3/catalog/products', '/v3/catalog/trees/categories']);
		expect(productRequests()[0]?.query).toMatchObject({
			limit: '250',
			include: 'variants,images,custom_fields',
			is_visible: 'true',
			sort: 'id',
		});
		expect(
			listings.every(({ action, status }) => action === 'created' && status === 'active'),
		).toBe(true);
	});

	it('gives each listing all that a listing needs', async () => {
		const [listing] = await importListings({
			filters: { productIds: String(productOf('Granite 2 Tent').id) },
		});
		expect(listing).toEqual({
			action: 'created',
			status: 'active',
			masterSku: 'NP-TENT-G2-MOSS',
			sku: 'NP-TENT-G2-MOSS',
			upc: '850012000100',
			mpn: 'G2-2025-1',
			gtin: '00850012000100',
			productId: 77,
			variantId: expect.any(Number),
			name: 'Granite 2 Tent',
			type: 'physical',
			options: { Color: 'Moss' },
			price: 289,
			salePrice: 249,
			costPrice: 141.5,
			retailPrice: 319,
			quantity: 14,
			inventoryTracking: 'variant',
			isVisible: true,
			availability: 'available',
			condition: 'New',
			weight: 92.5,
			width: 18,
			height: 6,
			depth: 6,
			brand: 'Northpine',
			brandId: 35,
			categories: expect.arrayContaining(['Tents', 'Gifts']),
			categoryPaths: expect.arrayContaining(['Camp/Tents', 'Gifts']),
			categoryIds: expect.any(Array),
			images: expect.arrayContaining([
				{
					url: expect.stringMatching(/granite-2-tent-1.*jpg$/),
					thumbnail: expect.stringMatching(/granite-2-tent-1.*jpg$/),
					description: 'Granite 2 Tent',
				},
			]),
			customFields: [
				{ name: 'Season', value: '3-season' },
				{ name: 'Sleeps', value: '2' },
			],
			url: `https://store-${shop().credential.storeHash}.mybigcommerce.com/granite-2-tent/`,
			dateCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			issues: [],
		});
	});

	it('tells digital products from physical ones, as Publish reads it', async () => {
		const types = new Map((await importListings({})).map(({ sku, type }) => [sku, type]));
		const digital = [...shop().state.products.values()].filter(({ type }) => type === 'digital');
		expect(digital.length).toBeGreaterThan(0);
		for (const { sku } of digital) expect([sku, types.get(sku)]).toEqual([sku, 'digital']);
		expect(types.get('LE-BEANIE')).toBe('physical');
	});

	it("fills what a variant leaves empty from its product, and keeps the variant's own", async () => {
		const jackets = await importListings({ filters: { name: 'Alder Down Jacket' } });
		const of = (size: string) =>
			jackets.find(({ options }) => options.Size === size && options.Color === 'Rust');
		expect(of('S')).toMatchObject({ price: 179.95, costPrice: 82.25, weight: 14.2 });
		expect(of('XL')).toMatchObject({ price: 189.95, costPrice: 82.25, weight: 15.4 });
		expect(of('S')?.images.map(({ url }) => url)).toEqual([
			expect.stringContaining('alder-rust'),
			expect.stringContaining('alder-down-jacket-1'),
			expect.stringContaining('alder-down-jacket-2'),
		]);
	});

	it('calls a variant that cannot be purchased disabled, and a stock that is not tracked null', async () => {
		const [small] = await importListings({ filters: { name: 'Ridgeline Rain Shell' } });
		expect(small).toMatchObject({ options: { Size: 'S' }, availability: 'disabled', quantity: 0 });
		const [filters] = await importListings({ filters: { name: 'Paper Filters, 100 pcs' } });
		expect(filters).toMatchObject({
			quantity: null,
			inventoryTracking: 'none',
			images: [],
			salePrice: null,
		});
	});

	it('gives an item for every product by choice, with its stock in all and its values of each option', async () => {
		const listings = await importListings({ oneItemPer: 'product' });
		expect(listings).toHaveLength(22);
		const jacket = listings.find(({ name }) => name === 'Alder Down Jacket');
		expect(jacket).toMatchObject({
			sku: 'LE-ALDER',
			variantId: null,
			quantity: 2 + 5 + 8 + 11 + 14 + 17 + 20 + 23,
			options: { Size: ['S', 'M', 'L', 'XL'], Color: ['Slate', 'Rust'] },
		});
		expect(listings.find(({ sku }) => sku === 'LE-BEANIE')?.variantId).toEqual(expect.any(Number));
	});

	it('adds the raw records without Simplify, and the description only when it is asked for', async () => {
		const filters = { name: 'Trailhead Beanie' };
		const [plain] = await importListings({ filters });
		expect(plain).not.toHaveProperty('description');
		expect(productRequests()[0]?.query.exclude_fields).toBe('description');
		const [described] = await importListings({ filters, options: { includeDescription: true } });
		expect(described?.description).toContain('Trailhead Beanie');
		const [raw] = await importListings({ filters, output: 'raw' });
		expect(raw).toMatchObject({
			sku: 'LE-BEANIE',
			product: { name: 'Trailhead Beanie', cost_price: 8.4, description: expect.any(String) },
			variant: { sku: 'LE-BEANIE' },
		});
	});

	it('imports hidden products and pauses new listings by choice', async () => {
		const listings = await importListings({ skipHidden: false, pauseNew: true });
		expect(listings).toHaveLength(46);
		expect(listings.find(({ name }) => name === 'Ember Pocket Stove')).toMatchObject({
			isVisible: false,
			status: 'paused',
		});
	});

	it('takes the Master SKU from the chosen code and marks what is missing or shared', async () => {
		const bySku = await importListings();
		const kit = bySku.find(({ name }) => name === 'Field Repair Kit');
		expect(kit).toMatchObject({ masterSku: null, issues: [{ code: 'missingMasterSku' }] });
		const merino = bySku.find(
			({ name, options }) => name === 'Merino Base Layer' && options.Size === 'L',
		);
		expect(merino?.masterSku).toBe('LE-MERINO');

		const byUpc = await importListings({ masterSku: 'upc' });
		expect(byUpc).toHaveLength(44);
		const [dripper, set] = byUpc.filter(({ name }) => name.startsWith('Slope'));
		expect(dripper).toMatchObject({
			masterSku: '850012000540',
			issues: [
				{
					code: 'duplicateMasterSku',
					with: [{ productId: set?.productId, variantId: set?.variantId }],
				},
			],
		});
		const withoutUpc = byUpc.filter((listing) => codesOf(listing).includes('missingMasterSku'));
		expect(withoutUpc.map(({ sku }) => sku)).toEqual(['CC-CLASS', 'NP-MAPS', 'LE-STOVE-R']);
	});

	it('reads every page once, several at a time, and pages of the size that was chosen', async () => {
		shop().setLatency(60);
		expect(await importListings({ skipHidden: false, options: { pageSize: 4 } })).toHaveLength(46);
		expect(productRequests()).toHaveLength(6);
		expect(new Set(productRequests().map(({ query }) => query.page)).size).toBe(6);
		expect(shop().maxParallel).toBeGreaterThan(2);
	});

	it('has an empty result for an empty store', async () => {
		shop().state.products.clear();
		expect(await importListings()).toEqual([]);
		expect(shop().exchanges).toHaveLength(1);
	});
});

describe('input items', () => {
	it('a single one is the origin of all listings; with several the store is read once all the same', async () => {
		const single = await run();
		expect(single.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(
			true,
		);
		shop().exchanges.length = 0;
		const several = await run({}, { items: [{ a: 1 }, { a: 2 }, { a: 3 }] });
		expect(several).toHaveLength(44);
		expect(several.every(({ pairedItem }) => pairedItem === undefined)).toBe(true);
		expect(productRequests()).toHaveLength(1);
	});

	it('with settings of their own have an import of their own', async () => {
		const form = { oneItemPer: '={{ $json.per }}', options: {} };
		const items = [{ per: 'product' }, { per: 'variant' }, { per: 'product' }];
		const output = await run(form, { items });
		const [products, variants] = [await run({ oneItemPer: 'product' }), await run()];
		expect(output).toHaveLength(products.length + variants.length);
		expect(output.filter(({ pairedItem }) => pairedItem !== undefined)).toHaveLength(
			variants.length,
		);
	});

	it('carry what happened when the workflow shall go on', async () => {
		shop().setScopes(['store_v2_orders']);
		const output = await run({}, { items: [{}, {}], onError: 'continueErrorOutput' });
		expect(output).toHaveLength(2);
		expect(output).toMatchObject([
			{
				json: {
					error: expect.stringContaining('list the products'),
					details: { httpCode: 403, description: expect.stringContaining('Products') },
				},
				pairedItem: { item: 0 },
			},
			{ pairedItem: { item: 1 } },
		]);
	});

	it('a page that cannot be read ends the import and says which', async () => {
		shop().faults.add({
			kind: 'status',
			status: 422,
			match: { path: '/v3/catalog/products', query: { page: '3' } },
			times: 1,
		});
		await expect(run({ options: { pageSize: 5 } })).rejects.toThrow('page 3');
	});

	it('disturbances that pass lose nothing', async () => {
		shop().faults.add({ kind: 'cutBody', match: { path: '/v3/catalog/products' }, times: 2 });
		shop().faults.add({
			kind: 'rateLimit',
			resetMs: 20,
			match: { path: '/v3/catalog/products' },
			times: 1,
			after: 2,
		});
		expect(await importListings({ options: { pageSize: 10 } })).toHaveLength(44);
	});
});

describe('the example workflows', () => {
	const parametersIn = async (example: string) => {
		const text = await readFile(`${__dirname}/../../examples/${example}.json`, 'utf8');
		const { nodes } = JSON.parse(text) as { nodes: INode[] };
		return nodes.find(({ type }) => type === 'n8n-nodes-bigcommerce.bigCommerce')?.parameters;
	};

	it('import every variant, paused', async () => {
		const listings = await importListings(await parametersIn('import-listings'));
		expect(listings.map(({ status }) => status)).toEqual(Array(44).fill('paused'));
	});

	it('overwrite prices and stock of listings that exist', async () => {
		const items = [
			{ sku: 'TN-MUG12', title: 'Camp mug', price: 12 },
			{ sku: 'le-beanie' },
			{ sku: 'OLD-LAMP' },
		];
		const listings = await importListings(await parametersIn('import-against-existing'), { items });
		expect(listings.filter(({ action }) => action === 'updated')).toMatchObject([
			{ sku: 'le-beanie', price: 24 },
			{ sku: 'TN-MUG12', title: 'Camp mug', price: 14.5, quantity: 240 },
		]);
	});
});
