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

const store = useStore();
const overwrite = (what: object = {}) => ({ ifExists: 'overwrite', ...what });
const variantWith = (sku: string) =>
	[...store().state.products.values()]
		.flatMap(({ variants }) => variants)
		.find((variant) => variant.sku === sku);

describe('a product that the store has', () => {
	// Of a variant whose stock is tracked, of a product without options, and one that has that name alone.
	const known = [
		{ name: 'Another Name', sku: 'le-alder-m-rust', options: { Size: 'M', Color: 'Rust' } },
		{ ...mug, name: 'Mug', sku: 'TN-MUG12' },
		{ ...mug, name: 'Field Repair Kit', sku: 'NEW-KIT' },
	];

	it.each([
		['skip', 'skipped'],
		['link', 'linked'],
	])('is left as it is: %s', async (ifExists, action) => {
		const before = store().state.products.size;
		const items = await publish(known, { ifExists });
		const kit = productNamed('Field Repair Kit');
		expect(items).toMatchObject([
			{
				action,
				productId: productNamed('Alder Down Jacket').id,
				variantId: variantWith('LE-ALDER-M-RUST')?.id,
				sku: 'LE-ALDER-M-RUST',
				name: 'Alder Down Jacket',
				issues: [],
			},
			{
				action,
				productId: productNamed('Enamel Mug 12 oz').id,
				variantId: variantWith('TN-MUG12')?.id,
				sku: 'TN-MUG12',
			},
			{ action, productId: kit.id, variantId: kit.variants[0]?.id },
		]);
		expect(items.map(codesOf)).toEqual([[], [], ['matchedByName']]);
		expect(bodies('PUT', '/catalog/products')).toEqual([]);
		expect(store().state.products.size).toBe(before);
	});

	it('is looked for by all SKUs together, in two requests and one more for what was found', async () => {
		const items = Array.from({ length: 30 }, (_, at) => ({
			...mug,
			name: `Mug ${at}`,
			sku: `SW-${at}`,
		}));
		await publish([...items, ...known.slice(0, 2).map((item) => ({ ...mug, ...item }))], {
			ifExists: 'link',
		});
		expect(requests(/GET/)).toEqual([
			'GET /catalog/products',
			'GET /inventory/items',
			'GET /catalog/products',
		]);
		expect(requests(/POST/)).toHaveLength(30);
	});

	it.each([
		['skip', 'skipped'],
		['link', 'linked'],
	])(
		'is looked for by its name where it has no SKU, and not created first: %s',
		async (ifExists, action) => {
			const { id } = productNamed('Field Repair Kit');
			const [item] = await publish([{ name: 'Field Repair Kit', price: 9, weight: 1 }], {
				ifExists,
			});
			expect(item).toMatchObject({ action, productId: id });
			expect(requests()).toEqual(['GET /catalog/products']);
		},
	);

	it('is found by one walk of the catalogue when there are more SKUs than pages', async () => {
		const items = Array.from({ length: 400 }, (_, at) => ({
			...mug,
			name: `Mug ${at}`,
			sku: `STONEWARE-MUG-${at}`,
		}));
		const published = await publish([...items, ...known], { ifExists: 'link' });
		expect(requests(/GET/)).toEqual(['GET /catalog/products']);
		expect(published.filter(({ action }) => action === 'created')).toHaveLength(400);
		expect(published.filter(({ action }) => action === 'linked')).toHaveLength(3);
	}, 60_000);

	it('is linked even where the API account may not read the stock', async () => {
		store().setScopes(['store_v2_products']);
		const [item] = await publish(
			[
				{
					...mug,
					name: 'Alder Down Jacket',
					sku: 'LE-ALDER-M-RUST',
					options: { Size: 'M', Color: 'Rust' },
				},
			],
			{ ifExists: 'link' },
		);
		expect(item).toMatchObject({
			action: 'linked',
			productId: productNamed('Alder Down Jacket').id,
			variantId: variantWith('LE-ALDER-M-RUST')?.id,
		});
	});

	it('fails where the SKUs of one product belong to two of the store', async () => {
		const [item] = await publish(
			[
				{ productKey: 'x', name: 'X', sku: 'TN-MUG12', options: { Size: 'S' } },
				{ productKey: 'x', name: 'X', sku: 'CC-KETTLE', options: { Size: 'M' } },
			],
			{},
			continueWith,
		);
		expect(item?.error).toMatch(/belong to several products of the store: .*Enamel Mug/);
		expect(writes()).toEqual([]);
	});
});

describe('a new variant of a product that is left as it is', () => {
	it.each(['skip', 'link'])('is told when the choice is %s', async (ifExists) => {
		const items = ['S', 'XXL', 'XXXL'].map((Size) => ({
			parentSku: 'LE-ALDER',
			sku: `LE-ALDER-${Size}-RUST`,
			options: { Size, Color: 'Rust' },
		}));
		const { id } = productNamed('Alder Down Jacket');
		for (const preview of [true, false]) {
			const published = await publish(items, { ifExists, preview });
			expect(published.map(({ productId }) => productId)).toEqual([id, id, id]);
			expect(published.map(({ issues }) => issues)).toEqual([
				[],
				[
					{
						code: 'productHasNoSuchVariant',
						message: expect.stringContaining('no variant Size XXL, Color Rust') as string,
					},
				],
				[expect.objectContaining({ code: 'productHasNoSuchVariant' })],
			]);
		}
		expect(writes()).toEqual([]);
	});
});

describe('settings that an expression gives', () => {
	it.each([
		['If the Product Exists', { ifExists: '={{ $json.given }}' }, 'skip, |link'],
		['Fields to Overwrite', { overwrite: '={{ $json.given }}' }, 'priceAndStock'],
		['Chosen Fields', { overwrite: 'chosen', chosenFields: '={{ [$json.given] }}' }, 'salePrice'],
		['Status of New Products', { newStatus: '={{ $json.given }}' }, 'hidden'],
		['When an Attribute Is Too Long', { options: { ifTooLong: '={{ $json.given }}' } }, 'truncate'],
	])('fail the item alone for which %s is none of its choices', async (label, form, choices) => {
		const items = [
			{ sku: 'TN-MUG12', price: 8, given: 'replace' },
			{ sku: 'BW-GRIND', price: 10, given: '' },
		];
		const [failed, other] = await publish(items, overwrite(form), continueWith);
		expect(failed?.error).toBe(`'${label}' is "replace", which is none of its values`);
		expect(failed?.details?.description).toMatch(new RegExp(choices));
		expect(other?.error).toBeUndefined();
		expect(productNamed('Enamel Mug 12 oz').price).not.toBe(8);
	});
});

describe('overwriting', () => {
	it('writes price and stock of products and variants in batches, and nothing else', async () => {
		const simple = [...store().state.products.values()]
			.filter(
				({ options, inventory_tracking }) =>
					options.length === 0 && inventory_tracking === 'product',
			)
			.map(({ sku, name }) => ({
				sku,
				name: `${name} (new)`,
				price: 9.5,
				salePrice: 0,
				quantity: 3,
				description: 'New',
			}));
		const jackets = productNamed('Alder Down Jacket').variants.map(({ sku }) => ({
			sku,
			price: '210',
			quantity: 0,
		}));
		expect(simple.length).toBeGreaterThan(10);
		const items = await publish([...simple, ...jackets], overwrite());
		expect(items.every(({ action }) => action === 'updated')).toBe(true);
		expect(items.map(({ sku }) => sku)).toEqual([...simple, ...jackets].map(({ sku }) => sku));
		expect(writes().sort()).toEqual([
			'PUT /catalog/products',
			'PUT /catalog/products',
			'PUT /catalog/variants',
			'PUT /inventory/adjustments/absolute',
		]);
		expect(productNamed('Enamel Mug 12 oz')).toMatchObject({ price: 9.5, sale_price: 0 });
		expect(productNamed('Enamel Mug 12 oz').description).not.toBe('New');
		expect(variantWith('LE-ALDER-S-SLAT')?.price).toBe(210);
		expect(productNamed('Alder Down Jacket').price).not.toBe(210);
		const [adjustment] = bodies('PUT', '/inventory/adjustments/absolute') as Array<{
			items: Array<{ quantity: number }>;
		}>;
		expect(adjustment?.items).toHaveLength(simple.length + jackets.length);
		expect(variantWith('LE-ALDER-S-SLAT')?.inventory_level).toBe(0);
		expect(productNamed('Enamel Mug 12 oz').inventory_level).toBe(3);
	});

	it('leaves alone what the item does not give', async () => {
		const before = structuredClone(productNamed('Enamel Mug 12 oz'));
		await publish([{ sku: 'TN-MUG12', price: 12, quantity: '', salePrice: null }], overwrite());
		expect(bodies('PUT', '/catalog/products')).toEqual([[{ id: before.id, price: 12 }]]);
		expect(requests(/inventory\/adj/)).toEqual([]);
	});

	it('writes the chosen fields, and the name by choice', async () => {
		const item = {
			sku: 'TN-MUG12',
			name: 'Enamel Cup',
			price: 1,
			brand: 'Northpine',
			availability: 'preorder',
			isVisible: 'false',
			description: 'A cup',
		};
		const chosen = { overwrite: 'chosen', chosenFields: ['brand', 'isVisible', 'description'] };
		const { id } = productNamed('Enamel Mug 12 oz');
		await publish([item], overwrite(chosen));
		const brand = [...store().state.brands.values()].find(({ name }) => name === 'Northpine');
		expect(bodies('PUT', '/catalog/products')).toEqual([
			[{ id, description: 'A cup', is_visible: false, brand_id: brand?.id }],
		]);
		await publish([item], overwrite({ ...chosen, overrideName: true }));
		expect(productNamed('Enamel Cup').id).toBe(id);
	});

	it('writes all: fields, categories, custom fields and images that are missing, and variants that are new', async () => {
		const { id } = productNamed('Alder Down Jacket');
		store().state.products.get(id)?.custom_fields.push({ id: 900, name: 'Lining', value: 'Down' });
		const images = store()
			.state.products.get(id)
			?.images.map(({ image_url }) => ({
				url: image_url.replace(/(\.\w+)$/, '__12345.1596000000.1280.1280$1'),
			}));
		const base = {
			parentSku: 'LE-ALDER',
			name: 'Alder Down Jacket, 2026',
			description: 'Warmer',
			categories: ['Gifts'],
			customFields: { Lining: 'Recycled down', Season: 'Winter' },
			images: [...(images ?? []), { url: 'https://img.example/alder-side.jpg' }],
		};
		const items = await publish(
			[
				{
					...base,
					sku: 'LE-ALDER-S-RUST',
					options: { Size: 'S', Color: 'Rust' },
					price: 199,
					quantity: 5,
				},
				{
					...base,
					sku: 'LE-ALDER-XXL-MOSS',
					options: { Size: 'XXL', Color: 'Moss' },
					price: 219,
					quantity: 2,
				},
			],
			overwrite({ overwrite: 'all' }),
		);
		expect(items.map(({ action }) => action)).toEqual(['updated', 'created']);
		const product = productNamed('Alder Down Jacket');
		const added = product.variants.at(-1);
		expect(items[1]).toMatchObject({
			productId: id,
			variantId: added?.id,
			sku: 'LE-ALDER-XXL-MOSS',
		});
		expect(added).toMatchObject({
			sku: 'LE-ALDER-XXL-MOSS',
			price: 219,
			inventory_level: 2,
			option_values: [{ label: 'XXL' }, { label: 'Moss' }],
		});
		expect(product).toMatchObject({ id, description: 'Warmer', categories: [expect.any(Number)] });
		expect(product.custom_fields.filter(({ name }) => name === 'Lining')).toEqual([
			{ id: 900, name: 'Lining', value: 'Recycled down' },
		]);
		expect(product.custom_fields.find(({ name }) => name === 'Season')?.value).toBe('Winter');
		expect(product.images).toHaveLength((images?.length ?? 0) + 1);
		expect(variantWith('LE-ALDER-S-RUST')).toMatchObject({ price: 199, inventory_level: 5 });
		expect(product.name).toBe('Alder Down Jacket');

		const before = store().exchanges.length;
		await publish(
			[{ ...base, sku: 'LE-ALDER-XXL-MOSS', options: { Size: 'XXL', Color: 'Moss' } }],
			overwrite({ overwrite: 'all' }),
		);
		const again = store().exchanges.slice(before);
		expect(again.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('fails the item alone whose variant the product lacks, unless all is written', async () => {
		const items = await publish(
			[
				{
					parentSku: 'LE-ALDER',
					sku: 'LE-ALDER-S-RUST',
					options: { Size: 'S', Color: 'Rust' },
					price: 1,
				},
				{
					parentSku: 'LE-ALDER',
					sku: 'LE-ALDER-XXL-RUST',
					options: { Size: 'XXL', Color: 'Rust' },
					price: 2,
				},
			],
			overwrite(),
			continueWith,
		);
		expect(items).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ action: 'updated', sku: 'LE-ALDER-S-RUST' }),
				expect.objectContaining({
					error: expect.stringMatching(/has no variant Size XXL, Color Rust/) as string,
				}),
			]),
		);
		expect(variantWith('LE-ALDER-S-RUST')?.price).toBe(1);
	});

	it('checks only what it writes, and tells only of what it left out', async () => {
		const [item] = await publish(
			[{ ...mug, sku: 'TN-MUG12', brand: 'Nobody', customFields: { Care: 'x'.repeat(300) } }],
			overwrite({ options: { ifTooLong: 'fail' } }),
		);
		expect(item).toMatchObject({ action: 'updated', issues: [] });
		const [skipped] = await publish([
			{ ...mug, name: 'Field Repair Kit', sku: '', brand: 'Nobody' },
		]);
		expect(skipped).toMatchObject({ action: 'skipped', issues: [] });
		const [all] = await publish(
			[{ sku: 'TN-MUG12', brand: 'Nobody', customFields: { Care: 'x'.repeat(300) } }],
			overwrite({ overwrite: 'all' }),
		);
		expect(all && codesOf(all).sort()).toEqual(['attributeTruncated', 'brandMissing']);
	});

	it('writes nothing of a product whose options are others', async () => {
		const outcomes = await publish(
			[
				{ parentSku: 'LE-ALDER', description: 'No', sku: 'A', options: { Length: 'Long' } },
				{ parentSku: 'TN-MUG12', description: 'No', sku: 'B', options: { Size: 'S' } },
			],
			overwrite({ overwrite: 'all' }),
			continueWith,
		);
		expect(outcomes.map(({ error }) => error)).toEqual([
			expect.stringMatching(/has the options Size, Color, and the product "LE-ALDER" .* Length/),
			expect.stringMatching(/has no options, and the input gives it "Size S"/),
		]);
		expect(writes()).toEqual([]);
	});

	it('gives a bad value to the item that it came from, and writes the others once', async () => {
		const items = [
			{ sku: 'TN-MUG12', price: 8 },
			{ sku: 'CC-KETTLE', name: 'Slope Pour-Over Dripper', price: 9 },
			{ sku: 'BW-GRIND', price: 10 },
		];
		const outcomes = await publish(items, overwrite({ overrideName: true }), continueWith);
		expect(outcomes.filter(({ error }) => error)).toHaveLength(1);
		expect(outcomes.find(({ error }) => error)?.details?.httpCode).toBe(409);
		expect(productNamed('Enamel Mug 12 oz').price).toBe(8);
		expect(productNamed('Quarry Hand Grinder').price).toBe(10);
	});

	it('tells where the stock is not tracked, and writes it to the chosen location', async () => {
		const [location] = [...store().state.locations.values()].filter(
			({ is_default }) => !is_default,
		);
		const items = await publish(
			[
				{ sku: 'CC-FILT100', quantity: 4 },
				{ sku: 'TN-MUG12', quantity: 4 },
			],
			overwrite({ options: { location: location?.id } }),
		);
		expect(items.map(codesOf)).toEqual([['stockNotTracked'], []]);
		expect(bodies('PUT', '/inventory/adjustments/absolute')).toEqual([
			{
				items: [
					{
						location_id: location?.id,
						product_id: productNamed('Enamel Mug 12 oz').id,
						quantity: 4,
					},
				],
			},
		]);
	});

	const wholeMug = {
		...mug,
		description: '<p>Thrown by hand</p>',
		salePrice: 15,
		quantity: 7,
		brand: 'Tarn',
		categories: ['Gifts'],
		images: 'https://img.example/mug.jpg',
		customFields: { Glaze: 'Ash' },
		metafields: [{ namespace: 'supplier', key: 'code', value: 'A-17' }],
		searchKeywords: 'cup, mug',
	};
	const jackets = () =>
		productNamed('Alder Down Jacket').variants.map(({ sku }, index) => ({
			sku,
			price: 210 + index,
			quantity: index,
			description: 'Warmer',
			images: 'https://img.example/alder-side.jpg',
			customFields: { Season: 'Winter' },
			metafields: [{ namespace: 'supplier', key: 'code', value: 'LE-1' }],
		}));

	it('writes nothing the second time', async () => {
		const items = [wholeMug, ...jackets()];
		const form = overwrite({ overwrite: 'all', overrideName: true });
		await publish(items, form);
		const before = writes().length;
		expect(before).toBeGreaterThan(3);
		const again = await publish(items, form);
		expect(again.every(({ action }) => action === 'updated')).toBe(true);
		const preview = await publish(items, { ...form, preview: true });
		expect(preview.map(({ wouldWrite }) => wouldWrite)).toEqual([
			{ metafields: wholeMug.metafields },
			...jackets().map(({ metafields }) => ({ metafields })),
		]);
		expect(writes()).toHaveLength(before);
		await publish([{ ...wholeMug, price: 19 }, ...jackets()], form);
		expect(writes().slice(before)).toEqual(['PUT /catalog/products']);
	});

	it('takes variants that are named by their SKUs alone for one product', async () => {
		const items = await publish(jackets(), overwrite({ overwrite: 'all' }));
		expect(items.flatMap(({ issues }) => issues)).toEqual([]);
		const { id, description, variants } = productNamed('Alder Down Jacket');
		expect(description).toBe('Warmer');
		expect(variants.map(({ price, inventory_level }) => [price, inventory_level])).toEqual(
			variants.map((_variant, index) => [210 + index, index]),
		);
		expect(requests(/^POST/)).toEqual([
			`POST /catalog/products/${id}/images`,
			`POST /catalog/products/${id}/custom-fields`,
			'POST /catalog/products/metafields',
		]);
		expect(bodies('POST', '/catalog/products/metafields')).toEqual([
			[{ resource_id: id, permission_set: 'app_only', ...jackets()[0]?.metafields[0] }],
		]);
	});

	it('lets the last item count for the stock of a product that is tracked as a whole, and says so', async () => {
		const product = productNamed('Alder Down Jacket');
		Object.assign(product, { inventory_tracking: 'product', inventory_level: 6 });
		const items = product.variants.slice(0, 2).map(({ sku }, at) => ({ sku, quantity: 5 + at }));
		const published = await publish(items, overwrite());
		expect(published.map(codesOf)).toEqual([['stockOfProduct'], ['stockOfProduct']]);
		expect(product.inventory_level).toBe(6);
	});

	it('says that a new variant is there although its stock could not be set', async () => {
		store().faults.add({
			match: { method: 'PUT', path: '/v3/inventory/adjustments/absolute' },
			kind: 'status',
			status: 422,
			times: 9,
		});
		const added = {
			parentSku: 'LE-ALDER',
			sku: 'LE-ALDER-XXL-RUST',
			options: { Size: 'XXL', Color: 'Rust' },
			quantity: 3,
		};
		const [item] = await publish([added], overwrite({ overwrite: 'all' }));
		expect(item).toMatchObject({
			action: 'created',
			variantId: variantWith('LE-ALDER-XXL-RUST')?.id,
		});
		expect(item && codesOf(item)).toEqual(['stockFailed']);
	});

	it('adds as many variants as a product may have, and sends nothing for the others', async () => {
		const size = (number: number, sku: string, Cut = 'Slim') => ({
			...mug,
			name: 'Made to Measure',
			parentSku: 'MTM',
			sku,
			options: { Size: `${number % 200}`, Fit: `${Math.floor(number / 200)}`, Cut },
		});
		const there = Array.from({ length: 599 }, (_, at) => size(at, `MTM-${at}`));
		await publish(there);
		const before = writes().length;
		const items = await publish(
			[size(0, 'NEW-0', 'Wide'), size(0, 'NEW-1', 'Loose'), size(1, 'MTM-1')],
			overwrite({ overwrite: 'all' }),
			continueWith,
		);
		expect(items.map(({ action, error }) => error ?? action)).toEqual([
			'created',
			expect.stringMatching(/no room for the variant Size 0, Fit 0, Cut Loose; .* takes 600$/),
			'updated',
		]);
		expect(writes().slice(before)).toHaveLength(2);
	});

	it('says where a new variant has no stock of its own', async () => {
		productNamed('Alder Down Jacket').inventory_tracking = 'none';
		const added = {
			parentSku: 'LE-ALDER',
			sku: 'LE-ALDER-XXL-RUST',
			options: { Size: 'XXL', Color: 'Rust' },
			quantity: 3,
		};
		const [item] = await publish([added], overwrite({ overwrite: 'all' }));
		expect(item).toMatchObject({ action: 'created' });
		expect(item && codesOf(item)).toEqual(['stockNotTracked']);
	});

	it('leaves the tracking by variants as it is when an item is the product as a whole', async () => {
		const listings = await runForJson(store().credential, {
			resource: 'listing',
			operation: 'import',
			returnAll: true,
			output: 'nested',
			oneItemPer: 'product',
			skipHidden: false,
		});
		const before = structuredClone([...store().state.products.values()]);
		const published = await publish(
			listings.map((listing) => ({ ...listing, categoryPaths: undefined, categories: undefined })),
			overwrite({ overwrite: 'all' }),
		);
		expect(published.filter(({ action }) => action !== 'updated')).toEqual([]);
		expect([...store().state.products.values()]).toEqual(before);
		expect(writes()).toEqual([]);
		const jacket = published.find(({ name }) => name === 'Alder Down Jacket');
		expect(jacket && codesOf(jacket)).toEqual(['stockNotTracked']);
	});
});
