import type { NodeExecutionHint } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runNode } from '../support/runNode';
import { byHand, matchOn } from '../support/tables';

/** Thousands of items take their time where the machine has other work as well. */
jest.setTimeout(60_000);

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 1_000 });
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
	hints?: NodeExecutionHint[];
}
type Row = Record<string, unknown>;

const listing = async (operation: string, parameters: object, rest: Run = {}): Promise<Row[]> =>
	(await runNode(store.credential, { resource: 'listing', operation, ...parameters }, rest)).map(
		({ json }) => json,
	);
const sync = async (items: object[], parameters: object = {}, rest: Run = {}) =>
	await listing('sync', parameters, { items, ...rest });

const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');
const reads = () => store.exchanges.filter(({ method }) => method === 'GET');
const products = () => [...store.state.products.values()];
const bulk = (count: number) =>
	products()
		.filter(({ sku }) => sku.startsWith('TP-'))
		.slice(0, count);
/** A product with options, and its variants that have a SKU of their own. */
const withOptions = () => {
	const product = products().find(
		({ options, inventory_tracking }) => options.length > 0 && inventory_tracking === 'variant',
	);
	if (!product) throw new Error('The demo store has no such product');
	return { product, variants: product.variants.filter(({ sku }) => sku) };
};

describe('Listing: Sync', () => {
	it('writes what differs, says from what to what, and leaves the rest alone', async () => {
		const [one, other] = bulk(2);
		const before = { price: one?.price, quantity: one?.inventory_level };
		const output = await sync([
			{ sku: one?.sku.toLowerCase(), price: '19.99', quantity: 500 },
			{ sku: other?.sku, price: other?.price, quantity: other?.inventory_level },
		]);
		expect(output).toEqual([
			{
				key: one?.sku.toLowerCase(),
				sku: one?.sku,
				productId: one?.id,
				variantId: expect.any(Number),
				name: one?.name,
				action: 'updated',
				changes: {
					price: { from: before.price, to: 19.99 },
					quantity: { from: before.quantity, to: 500 },
				},
				issues: [],
			},
			expect.objectContaining({ sku: other?.sku, action: 'unchanged', changes: {} }),
		]);
		expect([one?.price, one?.inventory_level]).toEqual([19.99, 500]);
		expect(writes().map(({ path, requestBody }) => [path.split('/v3')[1], requestBody])).toEqual([
			['/catalog/products', [{ id: one?.id, price: 19.99 }]],
			[
				'/inventory/adjustments/absolute',
				expect.objectContaining({
					items: [{ location_id: 1, product_id: one?.id, quantity: 500 }],
				}),
			],
		]);
	});

	it('reads price and stock from columns of any spelling, and tells what it did not write', async () => {
		const [product, other] = bulk(2);
		const hints: NodeExecutionHint[] = [];
		const output = await sync(
			[
				{
					sku: product?.sku,
					Price: 15.5,
					Stock: 40,
					Title: 'Mug',
					'Weight (kg)': 'heavy',
					Shelf: 4,
				},
				{ sku: other?.sku, Title: 'Bowl' },
				{ sku: other?.sku },
			],
			{},
			{ hints },
		);
		expect([product?.price, product?.inventory_level]).toEqual([15.5, 40]);
		expect(output.map(({ action, issues }) => [action, issues])).toEqual([
			['updated', []],
			[
				'unchanged',
				[
					{
						code: 'nothingToWrite',
						message:
							"The row says nothing to write: it has Name, which 'Fields to Sync' leaves out",
					},
				],
			],
			['unchanged', [expect.objectContaining({ code: 'nothingToWrite' })]],
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			"Not written: Name, Weight. To write them, add them to 'Fields to Sync'.",
			'Columns read: SKU; Price; Quantity from Stock. Not read: Shelf.',
		]);
	});

	it('writes all that is mapped by hand', async () => {
		const [product] = bulk(1);
		const form = byHand({ sku: '={{ $json.code }}', name: '={{ $json.label }}', price: '7' });
		const [row] = await sync([{ code: product?.sku, label: 'Cedar Mug' }], form);
		expect(row).toMatchObject({ action: 'updated' });
		expect([product?.name, product?.price]).toEqual(['Cedar Mug', 7]);
	});

	it('writes nothing the second time', async () => {
		const items = bulk(300).map(({ sku }, index) => ({ sku, price: index + 0.5, quantity: index }));
		const first = await sync(items);
		expect(first.filter(({ action }) => action === 'updated').length).toBeGreaterThan(290);
		// 300 products in batches of 10, their stock in one request.
		expect(writes().length).toBeLessThanOrEqual(31);
		const before = writes().length;
		const second = await sync(items);
		expect(new Set(second.map(({ action }) => action))).toEqual(new Set(['unchanged']));
		expect(writes()).toHaveLength(before);
	});

	it('takes what Import gives, and finds nothing to change', async () => {
		const imported = await listing('import', {
			returnAll: true,
			oneItemPer: 'variant',
			skipHidden: false,
		});
		const fieldsToSync = [
			'price',
			'salePrice',
			'costPrice',
			'retailPrice',
			'quantity',
			'weight',
			'upc',
			'mpn',
			'isVisible',
			'name',
		];
		const output = await sync(imported, { ...matchOn('variantId'), fieldsToSync });
		expect(output).toHaveLength(imported.length);
		expect(output.filter(({ action }) => action !== 'unchanged')).toEqual([]);
		expect(writes()).toEqual([]);
	});

	it('writes variants by the variant, 50 a request, and their stock by the variant', async () => {
		const { product, variants } = withOptions();
		const output = await sync(
			variants.map(({ sku }, index) => ({ sku, price: 70 + index, quantity: 5 + index })),
		);
		expect(output.map(({ variantId }) => variantId)).toEqual(variants.map(({ id }) => id));
		expect(variants.map(({ price }) => price)).toEqual(variants.map((_, index) => 70 + index));
		expect(variants.map(({ inventory_level }) => inventory_level)).toEqual(
			variants.map((_, index) => 5 + index),
		);
		expect(writes()).toHaveLength(2);
		expect(output.every(({ productId }) => productId === product.id)).toBe(true);
	});

	it.each(['upc', 'mpn', 'gtin'] as const)(
		'matches by %s with one walk of the catalogue',
		async (matchBy) => {
			const [product] = bulk(1);
			Object.assign(product ?? {}, { [matchBy]: '0042000062008' });
			const [row] = await sync([{ [matchBy]: '0042000062008', price: 3 }], matchOn(matchBy));
			expect(row).toMatchObject({ productId: product?.id, action: 'updated' });
			expect(reads().length).toBe(Math.ceil(products().length / 250));
		},
	);

	it('matches by product and by variant IDs', async () => {
		const [product] = bulk(1);
		const { variants } = withOptions();
		const [byProduct] = await sync([{ productId: product?.id, price: 3 }], matchOn('productId'));
		expect(byProduct).toMatchObject({ productId: product?.id, action: 'updated' });
		const [byVariant] = await sync(
			[{ variantId: variants[1]?.id, price: 4 }],
			matchOn('variantId'),
		);
		expect(byVariant).toMatchObject({ variantId: variants[1]?.id, action: 'updated' });
		expect([product?.price, variants[1]?.price]).toEqual([3, 4]);
	});

	it('finds SKUs of variants whose stock is not tracked, too', async () => {
		const { product, variants } = withOptions();
		product.inventory_tracking = 'none';
		const [row] = await sync([{ sku: variants[0]?.sku, price: 5, quantity: 9 }]);
		expect(row).toMatchObject({
			variantId: variants[0]?.id,
			action: 'updated',
			changes: { price: { to: 5 } },
			issues: [{ code: 'notTracked' }],
		});
		const [tracked] = await sync([{ sku: variants[0]?.sku, quantity: 9 }], {
			options: { startTracking: true },
		});
		expect(tracked).toMatchObject({
			changes: { inventoryTracking: { from: 'none', to: 'variant' } },
		});
		expect(product.inventory_tracking).toBe('variant');
		expect(variants[0]?.inventory_level).toBe(9);
	});

	it('reads 1,000 listings in a few requests, and a handful by what names them', async () => {
		await sync(bulk(1_000).map(({ sku, price }) => ({ sku, price })));
		expect(reads().length).toBeLessThanOrEqual(6);
		const before = store.exchanges.length;
		await sync(bulk(40).map(({ sku, price }) => ({ sku, price })));
		expect(store.exchanges.length - before).toBe(1);
	});

	it('finds a SKU with a comma without reading the whole catalogue', async () => {
		const [product, other] = bulk(2);
		const { product: complex, variants } = withOptions();
		const [base] = product?.variants ?? [];
		for (const one of [product, base]) Object.assign(one ?? {}, { sku: 'MUG,12/ü 07' });
		Object.assign(variants[0] ?? {}, { sku: 'S,SLATE' });
		const simple = await sync([
			{ sku: 'mug,12/Ü 07', price: 3 },
			{ sku: other?.sku, price: 3 },
		]);
		expect(simple.map(({ productId }) => productId)).toEqual([product?.id, other?.id]);
		expect(reads()).toHaveLength(2);
		const [ofVariant] = await sync([{ sku: 's,slate', price: 3 }]);
		expect(ofVariant).toMatchObject({ productId: complex.id, variantId: variants[0]?.id });
		expect(reads()).toHaveLength(5);
	});

	it('finds a SKU in any case and with spaces around it', async () => {
		const { product, variants } = withOptions();
		const sku = variants[0]?.sku ?? '';
		expect(sku).not.toBe(sku.toLowerCase());
		const [item] = await sync([{ sku: ` ${sku.toLowerCase()} `, price: 77 }]);
		expect(item).toMatchObject({ action: 'updated', productId: product.id });
		expect(variants[0]?.price).toBe(77);
	});

	it('takes the very SKU where two of the store differ by case alone, and guesses none', async () => {
		const [one, other] = bulk(2);
		if (!one || !other) throw new Error('The demo store has no such products');
		[one.sku, other.sku] = ['Case-1', 'CASE-1'];
		for (const product of [one, other])
			for (const variant of product.variants) variant.sku = product.sku;
		const items = ['CASE-1', 'Case-1', 'case-1'].map((sku, at) => ({ sku, price: 70 + at }));
		const [upper, mixed, neither] = await sync(items, {}, { onError: 'continueRegularOutput' });
		expect([upper, mixed]).toMatchObject([
			{ action: 'updated', productId: other.id },
			{ action: 'updated', productId: one.id },
		]);
		expect(neither?.error).toContain('"case-1" names 2 listings of the store');
		expect([other.price, one.price]).toEqual([70, 71]);
	});

	it('lets the last of several items about one listing count', async () => {
		const [product] = bulk(1);
		const [price = 0, quantity = 0] = [product?.price, product?.inventory_level];
		const output = await sync([
			{ sku: product?.sku, price: price + 1, quantity: quantity + 1 },
			{ sku: product?.sku, price, quantity },
		]);
		expect(output[1]).toMatchObject({
			action: 'updated',
			changes: { price: { from: price + 1, to: price }, quantity: { from: quantity + 1 } },
		});
		expect([product?.price, product?.inventory_level]).toEqual([price, quantity]);
	});

	it('leaves the stock of variants alone when an item is their product as a whole, and says so', async () => {
		const { product } = withOptions();
		const before = product.variants.map(({ inventory_level }) => inventory_level);
		const items = [
			{ sku: product.sku, productId: product.id, quantity: 0 },
			{ sku: product.sku, productId: product.id, quantity: 500 },
		];
		for (const matchBy of ['sku', 'productId']) {
			const output = await sync(items, matchOn(matchBy));
			for (const row of output)
				expect(row).toMatchObject({
					variantId: null,
					action: 'unchanged',
					issues: [{ code: 'stockOfVariants' }],
				});
		}
		expect(product.variants.map(({ inventory_level }) => inventory_level)).toEqual(before);
		expect(writes()).toEqual([]);
	});

	it('asks for no stock where no item gives a quantity', async () => {
		const [product] = bulk(1);
		await sync([{ sku: product?.sku, price: 3 }], { options: { location: 2 } });
		expect(reads().map(({ path }) => path)).toEqual(['/v3/catalog/products']);
	});

	it('says where items for variants of one product contradict each other', async () => {
		const { product, variants } = withOptions();
		const [one, other] = variants;
		const fieldsToSync = ['name', 'price'];
		const output = await sync(
			[
				{ sku: one?.sku, name: 'Jacket S', price: 70 },
				{ sku: other?.sku, name: 'Jacket M', price: 71 },
				{ sku: other?.sku, name: 'Jacket M', price: 71 },
			],
			{ fieldsToSync },
		);
		expect(output.map(({ issues }) => issues)).toEqual([
			[],
			[
				{
					code: 'saidDifferently',
					message: expect.stringMatching(/whole product \(Name\); the last one counts/) as string,
				},
			],
			[],
		]);
		expect(product.name).toBe('Jacket M');
	});

	it('says where the stock is that of all variants together', async () => {
		const { product, variants } = withOptions();
		Object.assign(product, { inventory_tracking: 'product', inventory_level: 50 });
		const items = variants.slice(0, 2).map(({ sku }) => ({ sku, quantity: 6 }));
		const output = await sync(items);
		expect(output).toMatchObject([
			{ issues: [{ code: 'stockOfProduct' }] },
			{ issues: [{ code: 'stockOfProduct' }] },
		]);
		expect(product.inventory_level).toBe(6);
		const again = await sync(items);
		expect(again.map(({ action, issues }) => [action, issues])).toEqual([
			['unchanged', []],
			['unchanged', []],
		]);
	});

	it('says what it does not find, and what is not to be told apart', async () => {
		const [one, other] = bulk(2);
		Object.assign(other ?? {}, { upc: one?.upc });
		const output = await sync(
			[
				{ upc: 'NOBODY', price: 1 },
				{ upc: one?.upc, price: 1 },
			],
			matchOn('upc'),
			{ onError: 'continueRegularOutput' },
		);
		expect(output[0]).toEqual({ key: 'NOBODY', action: 'notFound' });
		expect(output[1]?.error).toMatch(/names 2 listings of the store: product/);
		expect(writes()).toEqual([]);
	});

	it('fails a bad record alone, and writes the good ones of its batch', async () => {
		const chosen = bulk(10);
		const taken = products().find(({ sku }) => sku === 'CC-KETTLE')?.name;
		const output = await sync(
			chosen.map(({ sku }, index) => ({ sku, price: 2, name: index === 3 ? taken : undefined })),
			{ fieldsToSync: ['price', 'name'] },
			{ onError: 'continueRegularOutput' },
		);
		expect(output.flatMap(({ error }, index) => (error ? [index] : []))).toEqual([3]);
		expect(output[3]?.error).toMatch(/could not update the product \d+ \(HTTP 409\)/);
		expect(chosen.map(({ price }) => price === 2)).toEqual(chosen.map((_, index) => index !== 3));
	});

	it('leaves alone what an item does not say; empty fields clear only when asked to', async () => {
		const [product] = bulk(1);
		Object.assign(product ?? {}, { sale_price: 4 });
		const fieldsToSync = ['price', 'salePrice', 'quantity'];
		const item = { sku: product?.sku, salePrice: '', price: null };
		expect((await sync([item], { fieldsToSync }))[0]).toMatchObject({ action: 'unchanged' });
		const [cleared] = await sync([item], { fieldsToSync, options: { emptyCellsClear: true } });
		expect(cleared).toMatchObject({ changes: { salePrice: { from: 4, to: 0 } } });
		expect(product?.sale_price).toBe(0);
	});

	it('creates what the store does not have, if asked to', async () => {
		const [there] = bulk(1);
		const items = [
			{ sku: there?.sku, price: 6 },
			{ sku: 'NEW-1', name: 'Cedar Mug', price: 12, weight: 0.4, quantity: 7, brand: 'Cedar & Co' },
			{ sku: 'NEW-2', name: 'Nameless price' },
			{ sku: 'NEW-3', name: there?.name, price: 1, weight: 1 },
		];
		const create = { notFoundAction: 'create' };
		const goingOn = { onError: 'continueRegularOutput' } as const;
		const preview = await sync(items, { ...create, preview: true }, goingOn);
		expect(preview[1]).toMatchObject({ action: 'created', preview: true });
		expect(writes()).toEqual([]);
		const output = await sync(items, create, goingOn);
		expect(output[0]).toMatchObject({ action: 'updated' });
		const made = products().find(({ sku }) => sku === 'NEW-1');
		expect(output[1]).toMatchObject({ key: 'NEW-1', action: 'created', productId: made?.id });
		expect(made).toMatchObject({ name: 'Cedar Mug', price: 12, inventory_level: 7 });
		expect(output[2]?.error).toMatch(/price/i);
		expect(output[3]).toMatchObject({
			action: 'notFound',
			issues: expect.arrayContaining([
				expect.objectContaining({ code: 'productHasNoSuchVariant' }),
			]),
		});
		const again = await sync(items.slice(0, 2), create);
		expect(again.map(({ action }) => action)).toEqual(['unchanged', 'unchanged']);
	});

	it('creates at the location that the item names, with the brand and categories that are missing', async () => {
		const item = {
			sku: 'NEW-1',
			name: 'Cedar Mug',
			price: 12,
			weight: 0.4,
			quantity: 7,
			brand: 'Cedar & Co',
			categories: 'Kitchen/Mugs',
		};
		const options = { createBrands: true, createCategories: true, location: 2 };
		const [made] = await sync([item], { notFoundAction: 'create', options });
		expect(made).toMatchObject({ action: 'created', issues: [] });
		const product = products().find(({ sku }) => sku === 'NEW-1');
		expect(store.state.brands.get(product?.brand_id ?? 0)).toMatchObject({ name: 'Cedar & Co' });
		expect(store.state.categories.get(product?.categories[0] ?? 0)).toMatchObject({ name: 'Mugs' });
		const [stock] = writes().filter(({ path }) => path.startsWith('/v3/inventory'));
		expect(stock?.requestBody).toMatchObject({
			items: [{ location_id: 2, product_id: product?.id, quantity: 7 }],
		});
	});

	it.each([
		['sku', 'X-1/ü'],
		['upc', '4006381333931'],
		['mpn', 'M-77'],
	] as const)(
		'creates with the %s that it looked for, so that the next run finds it',
		async (matchBy, code) => {
			const item = { artikel: code, name: 'Cedar Mug', price: 12, weight: 0.4 };
			const values = {
				[matchBy]: '={{ $json.artikel }}',
				name: '={{ $json.name }}',
				price: '={{ $json.price }}',
				weight: '={{ $json.weight }}',
			};
			const form = { ...byHand(values, matchBy), notFoundAction: 'create' };
			const [made] = await sync([item], form);
			expect(made).toMatchObject({ key: code, action: 'created' });
			expect(products().find(({ name }) => name === 'Cedar Mug')?.[matchBy]).toBe(code);
			const before = writes().length;
			const [again] = await sync([item], form);
			expect(again).toMatchObject({ productId: made?.productId, action: 'unchanged' });
			expect(writes()).toHaveLength(before);
		},
	);

	it('names the items of the input when it cannot create them', async () => {
		const twice = { sku: 'NEW-1', name: 'Cedar Mug', price: 12, weight: 0.4 };
		const output = await sync(
			[{ sku: '' }, { sku: 'TP-000001', price: 'cheap' }, twice, twice],
			{ notFoundAction: 'create' },
			{ onError: 'continueRegularOutput' },
		);
		expect(output.map(({ error }) => error)).toEqual([
			"'SKU' is empty",
			expect.stringContaining("'Price' is"),
			expect.stringContaining('Items 2 and 3 have the same SKU'),
			expect.stringContaining('Items 2 and 3 have the same SKU'),
		]);
	});

	it('takes condition and availability in any case', async () => {
		const [product] = bulk(1);
		const item = { sku: product?.sku, condition: 'used', availability: 'PREORDER' };
		const fieldsToSync = ['condition', 'availability'];
		await sync([item], { fieldsToSync });
		expect(product).toMatchObject({ condition: 'Used', availability: 'preorder' });
		const [again] = await sync([item], { fieldsToSync });
		expect(again).toMatchObject({ action: 'unchanged' });
	});

	it('takes an item for gone only when it says so', async () => {
		const [one, other, third] = bulk(3);
		const items = [
			{ sku: one?.sku },
			{ sku: other?.sku, gone: '' },
			{ sku: third?.sku, gone: 'yes' },
		];
		const output = await sync(items, {
			goneAction: 'hide',
			gone: '={{ $json.gone }}',
			fieldsToSync: [],
		});
		expect(output.map(({ action }) => action)).toEqual(['unchanged', 'unchanged', 'hidden']);
	});

	it('tells in a preview what it would write, and writes nothing', async () => {
		const [product] = bulk(1);
		const [row] = await sync([{ sku: product?.sku, price: 1 }], { preview: true });
		expect(row).toMatchObject({
			action: 'updated',
			preview: true,
			changes: { price: { to: 1 } },
		});
		expect(writes()).toEqual([]);
	});

	it('writes the stock of the location that each item names', async () => {
		const [one, other, third] = bulk(3);
		const items = [
			{ sku: one?.sku, quantity: 11, at: 2 },
			{ sku: other?.sku, quantity: 12, at: 'Depot Road' },
			{ sku: third?.sku, quantity: 13, at: '' },
			{ sku: third?.sku, quantity: 14, at: 'Nowhere' },
			{ sku: third?.sku, quantity: third?.inventory_level, at: 1 },
		];
		const output = await sync(
			items,
			{ fieldsToSync: ['quantity'], options: { location: '={{ $json.at }}' } },
			{ onError: 'continueRegularOutput' },
		);
		expect(output[3]?.error).toContain('no inventory location "Nowhere"');
		expect(
			writes().flatMap(({ requestBody }) => (requestBody as { items: object[] }).items),
		).toEqual([
			{ location_id: 2, product_id: one?.id, quantity: 11 },
			{ location_id: 2, product_id: other?.id, quantity: 12 },
			// The last one names the default location by its id, which is the third one's place as well.
			{ location_id: 1, product_id: third?.id, quantity: third?.inventory_level },
		]);
	});

	it.each([
		['Preview', { preview: '={{ $json.isDry }}' }, { isDry: false }, { isDry: true }],
		[
			'Delist at Most',
			{ options: { delistAtMost: '={{ $json.most }}' } },
			{ most: 20 },
			{ most: 1 },
		],
		[
			'Location Name or ID',
			{ goneAction: 'hide', options: { missing: true, location: '={{ $json.at }}' } },
			{ at: 1 },
			{ at: 2 },
		],
	])('refuses items of which %s is not what it is for the first', async (label, form, a, b) => {
		const [one, other] = bulk(2);
		const items = [
			{ sku: one?.sku, price: 1, ...a },
			{ sku: other?.sku, productId: other?.id, price: 2, ...b },
		];
		await expect(sync(items, form)).rejects.toThrow(`'${label}' is not what it is for the first`);
		expect(writes()).toEqual([]);
		const output = await sync(items, form, { onError: 'continueRegularOutput' });
		expect(output.map(({ action, error }) => action ?? error)).toEqual([
			'updated',
			expect.stringContaining(label),
		]);
		expect(writes()).toHaveLength(1);
	});

	it.each([
		['Fields to Sync', { fieldsToSync: ['price', 'stock'] }],
		['When an Item Is Gone', { goneAction: 'remove', gone: true }],
	])('refuses a choice of %s that there is not', async (label, form) => {
		const [product] = bulk(1);
		await expect(sync([{ sku: product?.sku, price: 1, stock: 2 }], form)).rejects.toThrow(
			new RegExp(`'${label}' is "(stock|remove)", which is none of its values`),
		);
		expect(store.exchanges).toEqual([]);
	});

	it('writes the stock of the location that was chosen', async () => {
		const [product] = bulk(1);
		const there = () => store.state.stock.get(`2:${product?.id}`)?.on_hand;
		const item = [{ sku: product?.sku, quantity: 44 }];
		await sync(item, { options: { location: 2 } });
		expect(there()).toBe(44);
		const before = writes().length;
		await sync(item, { options: { location: 2 } });
		expect(writes()).toHaveLength(before);
	});

	it.each([
		['SKU', { sku: { code: 'TP-000001' }, price: 1 }],
		['Name', { sku: 'TP-000001', name: { en: 'Mug' } }],
		['Description', { sku: 'TP-000001', description: { html: 'x' } }],
	])('refuses an object for %s', async (label, item) => {
		await expect(sync([item], { fieldsToSync: ['price', 'name', 'description'] })).rejects.toThrow(
			`'${label}' is an object, which is not a text`,
		);
		expect(store.exchanges).toEqual([]);
	});

	it('refuses what is no number before anything is sent', async () => {
		await expect(sync([{ sku: 'TP-000001', price: 'cheap' }])).rejects.toThrow(
			/'Price' is "cheap", which is not a number/,
		);
		expect(store.exchanges).toEqual([]);
	});
});

describe('Listing: Sync when an item is gone', () => {
	it.each([{}, { options: { location: 2 } }])(
		'sets each variant of a product as a whole out of stock: %j',
		async (form) => {
			const { product } = withOptions();
			const location = 'options' in form ? 2 : 1;
			const ids = product.variants.map(({ id }) => id);
			if (location === 2)
				await sync(
					ids.map((variantId) => ({ variantId, quantity: 3 })),
					{ ...matchOn('variantId'), ...form },
				);
			const rows = [{ productId: product.id }];
			const gone = { ...matchOn('productId'), goneAction: 'outOfStock', gone: true, ...form };
			const [first] = await sync(rows, gone);
			expect(first).toMatchObject({ action: 'outOfStock', changes: { quantity: { to: 0 } } });
			const levels = ids.map((id) => store.state.stock.get(`2:variant:${id}`)?.on_hand);
			if (location === 1)
				expect(product.variants.every(({ inventory_level }) => inventory_level === 0)).toBe(true);
			else expect(levels).toEqual(ids.map(() => 0));
			const before = writes().length;
			const [again] = await sync(rows, gone);
			expect(again).toMatchObject({ action: 'unchanged' });
			expect(writes()).toHaveLength(before);
		},
	);

	it('hides products and variants, and shows them again', async () => {
		const [product] = bulk(1);
		const { variants } = withOptions();
		const items = [{ sku: product?.sku }, { sku: variants[0]?.sku }];
		const hide = { goneAction: 'hide' };
		const gone = await sync(items, { ...hide, gone: true });
		expect(gone.map(({ action }) => action)).toEqual(['hidden', 'hidden']);
		expect([product?.is_visible, variants[0]?.purchasing_disabled]).toEqual([false, true]);
		expect((await sync(items, { ...hide, gone: true })).map(({ action }) => action)).toEqual([
			'unchanged',
			'unchanged',
		]);
		const kept = await sync(items, { ...hide, options: { showAgain: false } });
		expect(kept[0]).toMatchObject({ action: 'unchanged' });
		const back = await sync(items, hide);
		expect(back[0]).toMatchObject({ action: 'updated', changes: { isVisible: { to: true } } });
		expect([product?.is_visible, variants[0]?.purchasing_disabled]).toEqual([true, false]);
	});

	it('sets them out of stock', async () => {
		const [product] = bulk(2).slice(1);
		const [row] = await sync([{ sku: product?.sku }], { goneAction: 'outOfStock', gone: true });
		expect(row).toMatchObject({ action: 'outOfStock', changes: { quantity: { to: 0 } } });
		expect(product?.inventory_level).toBe(0);
	});

	it('deletes them, but no more than one allowed', async () => {
		const chosen = bulk(4);
		const { product, variants } = withOptions();
		const count = product.variants.length;
		const items = [...chosen, ...variants.slice(0, 1)].map(({ sku }) => ({ sku }));
		const delist = { goneAction: 'delist', gone: true };
		await expect(sync(items, { ...delist, options: { delistAtMost: 4 } })).rejects.toThrow(
			"5 listings would be deleted; 'Delist at Most' allows 4",
		);
		expect(writes()).toEqual([]);
		const output = await sync(items, delist);
		expect(new Set(output.map(({ action }) => action))).toEqual(new Set(['deleted']));
		expect(chosen.some(({ id }) => store.state.products.has(id))).toBe(false);
		expect(product.variants).toHaveLength(count - 1);
	});

	it('deletes each once, however many items say so, and takes what went with its product for gone', async () => {
		const [one] = bulk(1);
		const { product, variants } = withOptions();
		const skus = [one?.sku, one?.sku.toLowerCase(), product.sku, ...variants.map(({ sku }) => sku)];
		const items = skus.map((sku) => ({ sku }));
		const output = await sync(items, {
			goneAction: 'delist',
			gone: true,
			options: { delistAtMost: skus.length - 1 },
		});
		expect(output.map(({ action }) => action)).toEqual(skus.map(() => 'deleted'));
		expect(writes().filter(({ path }) => path.endsWith(`/${one?.id}`))).toHaveLength(1);
		expect([one?.id ?? 0, product.id].some((id) => store.state.products.has(id))).toBe(false);
	});

	it('holds Delist at Most for the whole run, however far apart the items lie', async () => {
		const [kept, ...gone] = bulk(13).map(({ sku }) => ({ sku }));
		const filler = Array.from({ length: 10_000 }, () => ({ ...kept, gone: false }));
		const goneItems = gone.map((item) => ({ ...item, gone: true }));
		const items = [...goneItems.slice(0, 6), ...filler, ...goneItems.slice(6)];
		const parameters = (delistAtMost: number) => ({
			fieldsToSync: ['price'],
			goneAction: 'delist',
			gone: '={{ $json.gone }}',
			options: { delistAtMost },
		});
		const output = await sync(items, parameters(8), { onError: 'continueRegularOutput' });
		expect(writes()).toEqual([]);
		expect(output).toHaveLength(items.length);
		const refused = expect.stringMatching(/^12 listings would be deleted; .* allows 8$/);
		expect([...output.slice(0, 6), ...output.slice(-6)].map(({ error }) => error)).toEqual(
			gone.map(() => refused),
		);
		const deleted = await sync(items, parameters(12));
		expect(deleted.map(({ key, sku }) => sku ?? key)).toEqual(items.map(({ sku }) => sku));
		expect(deleted.filter(({ action }) => action === 'deleted')).toHaveLength(12);
		expect(writes()).toHaveLength(12);
	}, 120_000);

	it('creates a product with all of its variants, however far apart the items lie', async () => {
		const [known] = bulk(1);
		const variant = (size: string) => ({
			sku: `EDGE-${size}`,
			name: 'Edge Tee',
			options: { Size: size },
			price: 20,
			weight: 1,
		});
		const filler = Array.from({ length: 9_999 }, () => ({ sku: known?.sku, price: known?.price }));
		const items = [...filler, variant('S'), variant('M'), variant('L')];
		const output = await sync(items, { fieldsToSync: ['price'], notFoundAction: 'create' });
		expect(output.slice(-3)).toMatchObject(
			['S', 'M', 'L'].map((size) => ({ sku: `EDGE-${size}`, action: 'created', issues: [] })),
		);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /v3/catalog/products',
		]);
		const made = products().find(({ name }) => name === 'Edge Tee');
		expect(made?.variants.map(({ sku }) => sku)).toEqual(['EDGE-S', 'EDGE-M', 'EDGE-L']);
	}, 120_000);

	it('takes variants for named by their product as a whole, unless some are named by themselves', async () => {
		const { product, variants } = withOptions();
		const [kept, ...gone] = variants;
		const imported = await listing('import', {
			returnAll: true,
			oneItemPer: 'variant',
			skipHidden: false,
		});
		const others = imported.filter(({ sku, productId }) => sku && productId !== product.id);
		const form = { goneAction: 'hide', fieldsToSync: [], options: { missing: true } };
		const whole = await sync([...others, { sku: product.sku }], { ...form, preview: true });
		expect(whole.filter(({ missingInInput }) => missingInInput)).toEqual([]);
		const items = [...others, { sku: product.sku }, { sku: kept?.sku }];
		const some = await sync(items, { ...form, preview: true });
		expect(
			some.filter(({ missingInInput }) => missingInInput).map(({ variantId }) => variantId),
		).toEqual(gone.map(({ id }) => id));
	});

	it('takes nothing down, and finds nothing missing, where a list is not answered', async () => {
		const items = bulk(3).map(({ sku }) => ({ sku }));
		const faults = { kind: 'empty', status: 204, match: { path: '/v3/catalog/products' } } as const;
		const options = { missing: true, takeDownAtMost: 10_000 };
		store.faults.add({ ...faults, times: 100 });
		await expect(sync(items, { goneAction: 'hide', options })).rejects.toThrow();
		await expect(listing('import', { onlyChanged: false })).rejects.toThrow();
		const output = await sync(
			items,
			{ notFoundAction: 'create' },
			{
				onError: 'continueRegularOutput',
			},
		);
		expect(output.map(({ error, action }) => [typeof error, action])).toEqual(
			items.map(() => ['string', undefined]),
		);
		expect(writes()).toEqual([]);
	}, 180_000);

	it('takes down what no item names, once the whole input was read', async () => {
		const imported = await listing('import', {
			returnAll: true,
			oneItemPer: 'variant',
			skipHidden: false,
		});
		const named = imported.filter(({ sku }) => sku);
		const [left, alsoLeft] = bulk(2);
		const items = named.filter(({ sku }) => sku !== left?.sku && sku !== alsoLeft?.sku);
		const parameters = {
			goneAction: 'hide',
			fieldsToSync: [],
			options: { missing: true, showAgain: false },
		};
		const preview = await sync(items, { ...parameters, preview: true });
		expect(preview.filter(({ missingInInput }) => missingInInput)).toHaveLength(2);
		expect(writes()).toEqual([]);
		const output = await sync(items, parameters);
		expect(output.slice(items.length)).toMatchObject([
			{ sku: left?.sku, action: 'hidden', missingInInput: true },
			{ sku: alsoLeft?.sku, action: 'hidden', missingInInput: true },
		]);
		expect([left?.is_visible, alsoLeft?.is_visible]).toEqual([false, false]);
		expect(output).toHaveLength(items.length + 2);
	});

	it('takes nothing down at another location than the one that is meant', async () => {
		const items = products()
			.flatMap(({ sku, variants }) => [sku, ...variants.map((variant) => variant.sku)])
			.filter(Boolean)
			.slice(2)
			.map((sku) => ({ sku, quantity: 1 }));
		const parameters = {
			goneAction: 'outOfStock',
			fieldsToSync: [],
			options: { missing: true, location: 'Nowhere' },
		};
		const going = sync(items, parameters, { onError: 'continueRegularOutput' });
		await expect(going).rejects.toThrow('no inventory location "Nowhere"');
		expect(writes()).toEqual([]);
	});

	it('touches nothing when the input is most likely not complete', async () => {
		const items = bulk(5).map(({ sku }) => ({ sku }));
		const parameters = { goneAction: 'delist', fieldsToSync: [], options: { missing: true } };
		await expect(sync(items, parameters)).rejects.toThrow(
			/listings of the store are missing in the input; 'Take Down at Most' allows 50, so none was touched/,
		);
		const some = await sync([...items, { sku: '' }], parameters, {
			onError: 'continueRegularOutput',
		});
		expect(some).toHaveLength(6);
		expect(writes()).toEqual([]);
	});
});
