import { startDemoStore } from '../../demo/store/index.ts';
import {
	bodies,
	codesOf,
	continueWith,
	mug,
	productNamed,
	publish,
	requests,
	useStore,
	writes,
} from '../support/publishing';
import { runForJson } from '../support/runNode';
import { byHand } from '../support/tables';

const store = useStore();

const shirt = (size: string, color: string, more: object = {}) => ({
	parentSku: 'HS-TEE',
	name: 'Harbour Tee',
	sku: `HS-TEE-${size}-${color}`.toUpperCase(),
	price: 29,
	weight: 6,
	quantity: 4,
	options: { Size: size, Color: color },
	...more,
});

describe('a new product', () => {
	it('without options is one request, with all that the item gives', async () => {
		const [item] = await publish([
			{
				...mug,
				description: '<p>Thrown by hand</p>',
				salePrice: '15',
				costPrice: 6,
				quantity: '7',
				condition: 'new',
				brand: 'Tarn',
				categories: ['Gifts'],
				images: 'https://img.example/mug.jpg, https://img.example/mug-2.jpg',
				customFields: { Glaze: 'Ash' },
				upc: '850012000117',
				width: 4,
			},
		]);
		expect(item).toEqual({
			action: 'created',
			productId: productNamed('Stoneware Mug').id,
			variantId: productNamed('Stoneware Mug').variants[0]?.id,
			sku: 'SW-MUG',
			name: 'Stoneware Mug',
			issues: [],
		});
		expect(writes()).toEqual(['POST /catalog/products']);
		const [tarn] = [...store().state.brands.values()].filter(({ name }) => name === 'Tarn');
		const [gifts] = [...store().state.categories.values()].filter(({ name }) => name === 'Gifts');
		expect(bodies('POST', '/catalog/products')).toEqual([
			{
				name: 'Stoneware Mug',
				type: 'physical',
				sku: 'SW-MUG',
				price: 18.5,
				sale_price: 15,
				cost_price: 6,
				weight: 12,
				width: 4,
				upc: '850012000117',
				description: '<p>Thrown by hand</p>',
				condition: 'New',
				brand_id: tarn?.id,
				categories: [gifts?.category_id],
				is_visible: true,
				inventory_tracking: 'product',
				inventory_level: 7,
				images: [
					{ image_url: 'https://img.example/mug.jpg', is_thumbnail: true, sort_order: 0 },
					{ image_url: 'https://img.example/mug-2.jpg', is_thumbnail: false, sort_order: 1 },
				],
				custom_fields: [{ name: 'Glaze', value: 'Ash' }],
			},
		]);
	});

	it('is made of the items that share a product key: options, variants, and what they have of their own', async () => {
		const front = { url: 'https://img.example/tee.jpg', description: 'Front' };
		const red = { url: 'https://img.example/tee-red.jpg' };
		const items = await publish([
			shirt('S', 'Blue', { images: [front] }),
			shirt('M', 'Blue', { images: [front], price: 31 }),
			shirt('S', 'Red', { images: [red, front], availability: 'disabled', gtin: '00850012000117' }),
		]);
		const product = productNamed('Harbour Tee');
		expect(items.map(({ action, productId }) => [action, productId])).toEqual(
			items.map(() => ['created', product.id]),
		);
		expect(items.map(({ variantId }) => variantId)).toEqual(product.variants.map(({ id }) => id));
		expect(product).toMatchObject({
			sku: 'HS-TEE',
			price: 29,
			inventory_tracking: 'variant',
			availability: 'available',
			options: [
				{ display_name: 'Size', option_values: [{ label: 'S' }, { label: 'M' }] },
				{ display_name: 'Color', option_values: [{ label: 'Blue' }, { label: 'Red' }] },
			],
			variants: [
				{ sku: 'HS-TEE-S-BLUE', price: null, inventory_level: 4, image_url: '' },
				{ sku: 'HS-TEE-M-BLUE', price: 31 },
				{
					sku: 'HS-TEE-S-RED',
					purchasing_disabled: true,
					gtin: '00850012000117',
					image_url: red.url,
				},
			],
			images: [{ image_url: front.url, description: 'Front', is_thumbnail: true }],
		});
		expect(writes()).toEqual(['POST /catalog/products']);
	});

	it('groups items without a key by their name, and takes a list of values for a variant of each', async () => {
		const items = await publish([
			{ ...mug, options: { Color: ['Ash', 'Sea Green'] }, quantity: 9, parentSku: '' },
			{ ...shirt('S', 'Blue'), parentSku: null },
			{ ...shirt('M', 'Blue'), parentSku: null },
		]);
		expect(items.map(codesOf)).toEqual([['skuMade', 'stockOfProduct'], [], []]);
		expect(items[0]).toMatchObject({ sku: 'SW-MUG', variantId: null });
		expect(productNamed('Stoneware Mug')).toMatchObject({
			sku: 'SW-MUG',
			inventory_tracking: 'product',
			inventory_level: 9,
			variants: [{ sku: 'SW-MUG-ASH' }, { sku: 'SW-MUG-SEA-GREEN' }],
		});
		expect(productNamed('Harbour Tee').variants).toHaveLength(2);
		expect(writes()).toHaveLength(2);
	});

	it('is called as its first item says, and the others tell that they say otherwise', async () => {
		const items = await publish([
			shirt('S', 'Blue'),
			shirt('M', 'Blue', { name: 'Harbour Tee M', sku: '' }),
		]);
		expect(items.map(codesOf)).toEqual([['namesDiffer'], ['namesDiffer', 'skuMade']]);
		expect(productNamed('Harbour Tee').variants.map(({ sku }) => sku)).toEqual([
			'HS-TEE-S-BLUE',
			'HS-TEE-M-BLUE',
		]);
	});

	it('has up to 600 variants in one request', async () => {
		const sizes = Array.from({ length: 30 }, (_, at) => `${at}`);
		const colors = Array.from({ length: 20 }, (_, at) => `Shade ${at}`);
		const items = sizes.flatMap((size) => colors.map((color) => shirt(size, color)));
		const published = await publish(items);
		expect(published.every(({ action }) => action === 'created')).toBe(true);
		expect(productNamed('Harbour Tee').variants).toHaveLength(600);
		expect(writes()).toEqual(['POST /catalog/products']);
		const [tooMany] = await publish(
			[...items, shirt('30', 'Shade 0')].map((item) => ({ ...item, name: 'Other', parentSku: '' })),
			{},
			continueWith,
		);
		expect(tooMany?.error).toMatch(/601 variants; BigCommerce takes 600/);
	});

	it('has its variants counted before any is made', async () => {
		const values = (name: string, count: number) =>
			Array.from({ length: count }, (_, at) => `${name} ${at}`);
		const options = {
			Size: values('Size', 60),
			Color: values('Color', 60),
			Fit: values('Fit', 60),
			Cut: values('Cut', 10),
		};
		const before = process.memoryUsage().heapUsed;
		const [tooMany] = await publish([{ ...mug, options }], {}, continueWith);
		expect(tooMany?.error).toMatch(/2160000 variants; BigCommerce takes 600/);
		// All of them would take more than a gigabyte.
		expect(process.memoryUsage().heapUsed - before).toBeLessThan(300e6);
		expect(requests()).toEqual([]);
	});

	it('is visible, hidden, or as the item says', async () => {
		const items = [
			{ ...mug, isVisible: 'no' },
			{ ...mug, name: 'Other', sku: 'SW-2', isVisible: true },
		];
		const visible = () => ['Stoneware Mug', 'Other'].map((name) => productNamed(name).is_visible);
		await publish(items);
		expect(visible()).toEqual([false, true]);
		store().reset();
		await publish(items, { newStatus: 'visible' });
		expect(visible()).toEqual([true, true]);
		store().reset();
		await publish(items, { newStatus: 'hidden' });
		expect(visible()).toEqual([false, false]);
	});

	it('takes its values from elsewhere where the form says so', async () => {
		await publish([{ title: 'Birch Tray', code: 'BT-1', amount: '40.00', kg: 1, maker: 'Tarn' }], {
			...byHand({
				name: '={{ $json.title }}',
				sku: '={{ $json.code }}',
				price: '={{ $json.amount }}',
				weight: '={{ $json.kg }}',
				brand: '={{ $json.maker }}',
				description: 'Of one piece',
			}),
		});
		expect(productNamed('Birch Tray')).toMatchObject({
			sku: 'BT-1',
			price: 40,
			weight: 1,
			description: 'Of one piece',
			brand_id: expect.any(Number),
		});
		expect(productNamed('Birch Tray').brand_id).toBeGreaterThan(0);
	});

	it('is read from a feed with names and lists of its own', async () => {
		const row = (size: string) => ({
			Title: 'Harbour Mug',
			'Item SKU': `HM-${size}`,
			Vendor: 'Tarn',
			Category: 'Gifts',
			'Unit Price': '14.50',
			Qty: '4',
			'Weight (oz)': 7,
			'Variant Options': `Size: ${size}; Color: "Blue; White"`,
			'Image URL': 'https://img.example/hm.jpg "From the side"; https://img.example/hm-2.jpg',
			'Custom Fields': 'Material: Stoneware; Ratio: 1:2',
			Metafields: 'supplier.code: A-17',
			'Page Title': 'Mugs',
		});
		const items = await publish([row('S'), row('L')]);
		expect(items.map(({ action, issues }) => [action, issues])).toEqual([
			['created', []],
			['created', []],
		]);
		expect(productNamed('Harbour Mug')).toMatchObject({
			price: 14.5,
			weight: 7,
			page_title: 'Mugs',
			brand_id: [...store().state.brands.values()].find(({ name }) => name === 'Tarn')?.id,
			categories: [expect.any(Number)],
			variants: [
				{
					sku: 'HM-S',
					inventory_level: 4,
					option_values: [{ label: 'S' }, { label: 'Blue; White' }],
				},
				{ sku: 'HM-L' },
			],
			images: [{ description: 'From the side' }, { image_url: 'https://img.example/hm-2.jpg' }],
			custom_fields: [
				{ name: 'Material', value: 'Stoneware' },
				{ name: 'Ratio', value: '1:2' },
			],
		});
		expect(bodies('POST', '/catalog/products/metafields')).toEqual([
			[expect.objectContaining({ namespace: 'supplier', key: 'code', value: 'A-17' })],
		]);
	});

	it('gets the further fields of a product by their names', async () => {
		const [, failed] = await publish(
			[
				{ ...mug, pageTitle: 'Mugs', sortOrder: '4', isFeatured: 'yes', warranty: '', brandId: 7 },
				{ ...mug, name: 'Bowl', sku: 'BOWL', isFeatured: 'perhaps' },
			],
			{},
			continueWith,
		);
		expect(productNamed('Stoneware Mug')).toMatchObject({
			page_title: 'Mugs',
			sort_order: 4,
			is_featured: true,
			brand_id: 0,
		});
		expect(failed?.error).toMatch(/perhaps/);
	});
});

describe('rows of one product', () => {
	it('may spell its options in any case and order', async () => {
		const items = await publish([
			shirt('S', 'Red', { sku: 'A' }),
			shirt('', '', { sku: 'B', options: { color: 'red', size: 'M' } }),
			shirt('', '', { sku: 'C', options: [{ name: 'SIZE', value: ['L'] }, { Color: 'BLUE' }] }),
			shirt('m', 'Blue', { sku: 'D' }),
		]);
		const product = productNamed('Harbour Tee');
		expect(items.map(({ variantId }) => variantId)).toEqual(product.variants.map(({ id }) => id));
		expect(product.options).toMatchObject([
			{ display_name: 'Size', option_values: [{ label: 'S' }, { label: 'M' }, { label: 'L' }] },
			{ display_name: 'Color', option_values: [{ label: 'Red' }, { label: 'BLUE' }] },
		]);
	});

	it('put the stock of each variant where the row says, and a preview tells so', async () => {
		const [there] = [...store().state.locations.values()].filter(({ is_default }) => !is_default);
		const items = [shirt('S', 'Red'), shirt('M', 'Red', { quantity: 9, at: there?.id })];
		const form = { options: { location: '={{ $json.at }}' } };
		const preview = await publish(items, { ...form, preview: true });
		expect(preview[1]?.wouldWrite).toMatchObject({ quantity: 9 });
		await publish(items, form);
		const [small, medium] = productNamed('Harbour Tee').variants;
		expect([small, medium].map((variant) => variant?.inventory_level)).toEqual([4, 0]);
		expect(bodies('PUT', '/inventory/adjustments/absolute')).toEqual([
			{ items: [{ location_id: there?.id, variant_id: medium?.id, quantity: 9 }] },
		]);
	});
});

describe('what Import outputs of one store', () => {
	it('is the same in another after it was published there', async () => {
		const other = await startDemoStore({ seed: 'empty' });
		try {
			const read = async (credential: object) => {
				const listings = await runForJson(credential, {
					resource: 'listing',
					operation: 'import',
					returnAll: true,
					output: 'nested',
					skipHidden: false,
					options: { includeDescription: true },
				});
				return new Map(
					listings.map((listing) => [
						`${listing.name} ${JSON.stringify(listing.options)}`,
						listing,
					]),
				);
			};
			const source = await read(store().credential);
			const published = await publish(
				[...source.values()],
				{ options: { createBrands: true, createCategories: true } },
				{ credential: other.credential },
			);
			expect(published.map(({ action }) => action)).toEqual(published.map(() => 'created'));
			expect(other.state.products.size).toBe(store().state.products.size);
			const creations = other.exchanges.filter(
				({ method, path }) => method === 'POST' && path === '/v3/catalog/products',
			);
			expect(creations).toHaveLength(other.state.products.size);

			const there = await read(other.credential);
			expect([...there.keys()].sort()).toEqual([...source.keys()].sort());
			const kept = [
				'type',
				'sku',
				'upc',
				'mpn',
				'gtin',
				'price',
				'salePrice',
				'costPrice',
				'retailPrice',
				'quantity',
				'isVisible',
				'availability',
				'condition',
				'weight',
				'width',
				'height',
				'depth',
				'brand',
				'customFields',
				'description',
			];
			for (const [key, listing] of source) {
				const copy = there.get(key);
				expect([key, ...kept.map((field) => copy?.[field])]).toEqual([
					key,
					...kept.map((field) => listing[field]),
				]);
				const paths = [copy, listing].map((one) => [...(one?.categoryPaths as string[])].sort());
				expect([key, paths[0]]).toEqual([key, paths[1]]);
				expect((copy?.images as unknown[]).length).toBe((listing.images as unknown[]).length);
			}
		} finally {
			await other.stop();
		}
	});
});

describe('brands and categories', () => {
	it('looks for many brands together, and creates each that is missing once', async () => {
		const names = ['Tarn', 'NORTHPINE', 'Kiln & Co', 'kiln & co', 'Ash, Oak', 'tarn'];
		const items = names.map((brand, at) => ({ ...mug, name: `Mug ${at}`, sku: `M-${at}`, brand }));
		const options = { createBrands: true };
		await publish(items, { options });
		expect(requests(/brands/)).toEqual([
			'GET /catalog/brands',
			'POST /catalog/brands',
			'POST /catalog/brands',
		]);
		const brandOf = (name: string) =>
			store().state.brands.get(productNamed(name).brand_id ?? 0)?.name;
		expect(names.map((_name, at) => brandOf(`Mug ${at}`))).toEqual([
			'Tarn',
			'Northpine',
			'Kiln & Co',
			'Kiln & Co',
			'Ash, Oak',
			'Tarn',
		]);
	});

	const wares = [
		{ ...mug, brand: 'Kiln & Co', categories: 'Kitchen/Mugs; Gifts' },
		{
			...mug,
			name: 'Stoneware Bowl',
			sku: 'SW-BOWL',
			brand: 'KILN & CO',
			categories: 'Kitchen/Bowls',
		},
	];

	it('are left out where they are missing, and the issues tell', async () => {
		const items = await publish(wares);
		expect(items.map(codesOf)).toEqual([
			['brandMissing', 'categoryMissing'],
			['brandMissing', 'categoryMissing'],
		]);
		expect(items[0]?.issues[1]?.message).toContain('Kitchen/Mugs');
		expect(productNamed('Stoneware Mug').categories).toHaveLength(1);
		expect(productNamed('Stoneware Bowl')).toMatchObject({ brand_id: 0, categories: [] });
	});

	it('are created once where that is asked for', async () => {
		const items = await publish(wares, {
			options: { createBrands: true, createCategories: true },
		});
		expect(items.map(codesOf)).toEqual([[], []]);
		expect(requests(/POST \/catalog\/brands/)).toHaveLength(1);
		const named = (name: string) =>
			[...store().state.categories.values()].filter((category) => category.name === name);
		expect(named('Kitchen')).toHaveLength(1);
		expect(named('Mugs')[0]?.parent_id).toBe(named('Kitchen')[0]?.category_id);
		expect(productNamed('Stoneware Bowl').categories).toEqual([named('Bowls')[0]?.category_id]);
		expect(productNamed('Stoneware Bowl').brand_id).toBe(productNamed('Stoneware Mug').brand_id);
	});

	it('are looked for in the tree that is chosen', async () => {
		store().state.trees.set(7, { id: 7, name: 'Outlet', channels: [] });
		const options = { tree: 7, createCategories: true };
		await publish([{ ...mug, categories: 'Gifts' }], { options });
		const [id] = productNamed('Stoneware Mug').categories;
		expect(store().state.categories.get(id ?? 0)).toMatchObject({ name: 'Gifts', tree_id: 7 });
	});

	it('may stand anywhere in the tree where a name alone is given that is there once', async () => {
		const below = [...store().state.categories.values()].find(({ parent_id }) => parent_id > 0);
		const [item] = await publish([{ ...mug, categories: [below?.name] }]);
		expect(item?.issues).toEqual([]);
		expect(productNamed('Stoneware Mug').categories).toEqual([below?.category_id]);
	});
});

describe('items that cannot be published', () => {
	const failing: Array<[string, object[], RegExp]> = [
		['no price and no weight', [{ name: 'Lid', sku: 'LID' }], /without 'Price' and 'Weight'/],
		['no name', [{ sku: 'LID', price: 1, weight: 1 }], /without 'Name'/],
		['nothing at all', [{ lid: 'Lid' }], /'Name', 'SKU' and 'Product Key' are empty/],
		[
			'a category with a name that is too long',
			[{ ...mug, categories: `Kitchen/${'x'.repeat(51)}` }],
			/'Categories' holds "x+", which has 51 characters/,
		],
		['an object for a name', [{ ...mug, name: { en: 'Mug' } }], /'Name' is an object/],
		['an object for a SKU', [{ ...mug, sku: { code: 'M' } }], /'SKU' is an object/],
		[
			'an object for a description',
			[{ ...mug, description: { html: 'x' } }],
			/'Description' is an object/,
		],
		[
			'an object for the value of a custom field',
			[{ ...mug, customFields: { Care: { wash: 30 } } }],
			/'Custom Fields' is an object/,
		],
		[
			'an object for the name of a custom field',
			[{ ...mug, customFields: [{ name: { en: 'Care' }, value: 'Wash' }] }],
			/'Custom Fields' is an object/,
		],
		['a price that is no number', [{ ...mug, price: '18,50 €' }], /'Price' is "18,50 €"/],
		[
			'one SKU twice',
			[mug, { ...mug, name: 'Other', sku: 'sw-mug' }],
			/The SKU "SW-MUG" would be given twice, for input items 0 and 1/,
		],
		[
			'one SKU for variants of two products',
			[
				shirt('S', 'Red', { parentSku: 'P' }),
				shirt('M', 'Red', { parentSku: 'P' }),
				shirt('S', 'Red', { parentSku: 'Q', name: 'Other', sku: 'Q-S' }),
				shirt('L', 'Red', { parentSku: 'Q', name: 'Other', sku: 'HS-TEE-M-RED' }),
			],
			/The SKU "HS-TEE-M-RED" would be given twice, for input items 1 and 3/,
		],
		[
			'one name for two keys',
			[
				{ ...mug, productKey: 'a' },
				{ ...mug, sku: 'SW-2', productKey: 'b' },
			],
			/The name "Stoneware Mug" would be given to 2 products/,
		],
		[
			'a variant without a value',
			[shirt('S', 'Blue'), shirt('M', '')],
			/Item 1 has no value for the option "Color" of the product "Harbour Tee"/,
		],
		[
			'two variants with the same values',
			[shirt('S', 'Blue'), shirt('s', 'blue', { sku: 'OTHER' })],
			/Items 0 and 1 are the same variant .* Size S, Color Blue/,
		],
		[
			'nothing to tell variants apart',
			[
				{ ...mug, sku: 'A' },
				{ ...mug, sku: 'B' },
			],
			/2 items are the product "Stoneware Mug", and nothing in 'Variant Options'/,
		],
	];

	it.each([
		['named by its SKU', { sku: 'HS-TEE', parentSku: '' }],
		['named by the key of its variants', { sku: 'HS-TEE' }],
	])('say what to do with a row for the product as a whole, %s', async (_how, row) => {
		const outcomes = await publish(
			[shirt('', '', { ...row, options: '' }), shirt('S', 'Blue'), shirt('M', 'Blue')],
			{},
			continueWith,
		);
		for (const { details } of outcomes)
			expect(details?.description).toMatch(/^A row for the product as a whole .* leave it out/);
	});

	it.each(failing)('fail before anything is written: %s', async (_what, items, message) => {
		const good = { ...mug, name: 'Good', sku: 'GOOD' };
		const outcomes = await publish([...items, good], {}, continueWith);
		expect(outcomes).toHaveLength(items.length + 1);
		const errors = outcomes.filter(({ error }) => error !== undefined);
		expect(errors.map(({ error }) => error)).toEqual(
			items.map(() => expect.stringMatching(message) as string),
		);
		expect(errors.every(({ details }) => (details?.description ?? '').length > 20)).toBe(true);
		expect(productNamed('Good').id).toBeGreaterThan(0);
		expect(writes()).toEqual(['POST /catalog/products']);

		store().reset();
		await expect(publish([good, ...items])).rejects.toThrow();
		expect(writes()).toEqual([]);
	});
});
