import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { catalogueRunner, CATALOGUE, picked } from '../support/products';
import { searchList } from '../support/runNode';
import { byHand, matchOn } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore(CATALOGUE);
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const { run, each, reads, writes, sent, named } = catalogueRunner(() => store, 'productVariant');
const JACKET = 'Alder Down Jacket';
const jacket = () => named(JACKET);
const all = () => [...store.state.products.values()].flatMap((product) => product.variants);
const stored = (id: unknown) => all().find((variant) => variant.id === id);
const first = () => jacket().variants[0] as ReturnType<typeof all>[number];
const trailParts = (many: number) =>
	all()
		.filter(({ sku }) => sku.startsWith('TP-'))
		.slice(0, many);
const one = () => ({ product: picked('id', jacket().id), variant: picked('id', first().id) });
const bySku = (sku: string) => ({ findBy: 'sku', sku });

describe('Product Variant: Get', () => {
	it.each([
		['its product and ID', one],
		['its SKU in any case', () => bySku(first().sku.toLowerCase())],
	])('reads one by %s, in one request', async (_name, given) => {
		const [variant] = await run('get', given());
		expect(variant).toMatchObject({
			id: first().id,
			productId: jacket().id,
			sku: first().sku,
			options: { Size: 'S', Color: 'Slate' },
			price: null,
			calculatedPrice: 179.95,
			inventoryLevel: first().inventory_level,
		});
		expect(store.exchanges).toHaveLength(1);
	});

	it("gives the API's own record, of the fields that are wanted alone", async () => {
		const given = { ...bySku(first().sku), options: { includeFields: 'upc' }, output: 'raw' };
		expect(await run('get', given)).toEqual([{ id: first().id, upc: first().upc }]);
	});

	it.each([
		[() => bySku('NOBODY'), 'find the product variant with the SKU NOBODY (HTTP 404)'],
		[
			() => ({ ...one(), variant: picked('id', 9_999_999) }),
			'product variant 9999999 of product 78 (HTTP 404)',
		],
		[() => bySku(' '), "'SKU' is empty"],
	])('says what is not there: %#', async (given, message) => {
		await expect(run('get', given())).rejects.toThrow(message);
	});
});

describe('Product Variant: Get Many', () => {
	it('reads those of one product', async () => {
		const output = await run('getAll', { product: picked('id', jacket().id), returnAll: true });
		expect(output.map(({ id }) => id)).toEqual(jacket().variants.map(({ id }) => id));
		expect(reads().map(({ path }) => path)).toEqual([
			`/v3/catalog/products/${jacket().id}/variants`,
		]);
	});

	it('reads those of the whole catalog in pages of 250', async () => {
		const output = await run('getAll', { from: 'all', returnAll: true });
		expect(output).toHaveLength(all().length);
		expect(reads().map(({ query }) => query.limit)).toEqual(['250', '250']);
	});

	it('hands every filter to BigCommerce', async () => {
		const { sku, upc, id } = first();
		const filters = { id: String(id), sku, upc, productIds: [jacket().id, 79] };
		await run('getAll', { from: 'all', filters, options: { excludeFields: 'mpn, gtin' } });
		expect(reads().map(({ query }) => query)).toEqual([
			{
				id: String(id),
				sku,
				upc,
				'product_id:in': `${jacket().id},79`,
				exclude_fields: 'mpn,gtin',
				limit: '50',
				page: '1',
			},
		]);
	});

	it.each([
		['sku', ' ', "'SKU' is empty"],
		['productIds', '', "'Product IDs' is empty"],
		['id', '', "'Variant ID' is empty"],
	])('never takes an empty filter for all variants: %s', async (name, value, message) => {
		await expect(run('getAll', { from: 'all', filters: { [name]: value } })).rejects.toThrow(
			message,
		);
		expect(store.exchanges).toHaveLength(0);
	});
});

describe('Product Variant: Create', () => {
	const choices = (...pairs: Array<[string, string]>) => ({
		optionValues: { choice: pairs.map(([option, value]) => ({ option, value })) },
	});
	/** Takes one combination out of the store, so that it can be made. */
	const free = () => {
		const product = jacket();
		const [gone] = product.variants.splice(0, 1);
		return { product: picked('id', product.id), gone };
	};

	it('makes one for values that the options have, by their names', async () => {
		const { product } = free();
		const [variant] = await run('create', {
			product,
			sku: 'LE-ALDER-NEW',
			...choices(['size', 's'], ['Color', 'Slate']),
			additionalFields: { price: '185.50', inventoryLevel: 4, mpn: 77, isFreeShipping: true },
		});
		expect(variant).toMatchObject({
			sku: 'LE-ALDER-NEW',
			productId: jacket().id,
			options: { Size: 'S', Color: 'Slate' },
			price: 185.5,
		});
		const [size, color] = jacket().options;
		expect(sent()).toEqual({
			sku: 'LE-ALDER-NEW',
			option_values: [
				{ option_id: size?.id, id: size?.option_values[0]?.id },
				{ option_id: color?.id, id: color?.option_values[0]?.id },
			],
			price: 185.5,
			inventory_level: 4,
			mpn: '77',
			is_free_shipping: true,
		});
	});

	it('reads the options of a product once for all its items, and takes ids for names', async () => {
		const product = jacket();
		product.variants.splice(0, 2);
		const [size, color] = product.options;
		const items = [0, 1].map((at) => ({
			sku: `NEW-${at}`,
			size: size?.option_values[0]?.id,
			color: color?.option_values[at]?.label,
		}));
		const output = await each(
			'create',
			{
				product: picked('id', product.id),
				sku: '={{ $json.sku }}',
				...choices([String(size?.id), '={{ $json.size }}'], ['Color', '={{ $json.color }}']),
			},
			items,
		);
		expect(output.map(({ json }) => [json.sku, json.options])).toEqual([
			['NEW-0', { Size: 'S', Color: 'Slate' }],
			['NEW-1', { Size: 'S', Color: 'Rust' }],
		]);
		expect(reads()).toHaveLength(1);
	});

	it('makes no double when the answer is lost', async () => {
		const { product } = free();
		const before = all().length;
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		const given = { product, sku: 'LE-NEW', ...choices(['Size', 'S'], ['Color', 'Slate']) };
		const [variant] = await run('create', given);
		expect(variant?.sku).toBe('LE-NEW');
		expect(all()).toHaveLength(before + 1);
		expect(writes()).toHaveLength(1);
	});

	it.each([
		[[['Size', 'XXL']], 'no value "XXL"', 'Its values are "S", "M", "L", "XL"'],
		[[['Fit', 'Slim']], 'no option "Fit"', 'Its options are "Size", "Color"'],
		[[], "'Option Values' is empty", 'such as Color: Moss'],
	] as Array<[Array<[string, string]>, string, string]>)(
		'says what the product has instead of %j',
		async (pairs, message, advice) => {
			const given = { product: picked('id', jacket().id), sku: 'X', ...choices(...pairs) };
			const [output] = await each('create', given);
			expect(output?.json).toMatchObject({
				error: expect.stringContaining(message),
				details: { description: expect.stringContaining(advice) },
			});
			expect(writes()).toEqual([]);
		},
	);

	it('says that a combination or a SKU is taken', async () => {
		const given = {
			product: picked('id', jacket().id),
			...choices(['Size', 'S'], ['Color', 'Slate']),
		};
		const [output] = await each('create', { ...given, sku: 'LE-TWICE' });
		expect(output?.json.error).toContain(
			'create the product variant "LE-TWICE" of product 78 (HTTP 4',
		);
	});
});

describe('Product Variant: Update', () => {
	it.each([
		['product and ID', one, 1],
		['SKU', () => bySku(first().sku), 2],
	])('changes what was added, by %s', async (_name, given, requests) => {
		const [variant] = await run('update', {
			...given(),
			updateFields: {
				sku: 'LE-RENAMED',
				price: '190.25',
				gtin: '0085001200',
				purchasingDisabled: true,
			},
		});
		expect(variant).toMatchObject({ sku: 'LE-RENAMED', price: 190.25, purchasingDisabled: true });
		expect(sent()).toEqual({
			sku: 'LE-RENAMED',
			price: 190.25,
			gtin: '0085001200',
			purchasing_disabled: true,
		});
		expect(store.exchanges).toHaveLength(requests);
	});

	it('gives values back to the product', async () => {
		const dear = jacket().variants.find(({ price }) => price !== null);
		const variant = picked('id', dear?.id);
		const inherit = ['price', 'weight'];
		await run('update', { ...one(), variant, updateFields: { inherit } });
		expect(sent()).toEqual({ price: null, weight: null });
		expect(stored(dear?.id)).toMatchObject({ price: null, weight: null });
	});

	it('takes null in JSON, and refuses what it does not know', async () => {
		await run('update', { ...one(), updateFields: { fieldsJson: '{"sale_price": null}' } });
		expect(sent()).toEqual({ sale_price: null });
		const updateFields = { fieldsJson: '{"map_price": 3}' };
		await expect(run('update', { ...one(), updateFields })).rejects.toThrow('"map_price"');
	});

	it('is not carried out without a change', async () => {
		await expect(run('update', one())).rejects.toThrow("'Update Fields' holds no change");
		expect(store.exchanges).toHaveLength(0);
	});
});

describe('Product Variant: Update Many', () => {
	const byId = matchOn('variantId');

	it('writes 50 variants a request, and of each only what was added', async () => {
		const items = trailParts(120).map(({ id }, index) => ({ id, price: 10 + index }));
		const output = await each('updateMany', byId, items);
		expect(output.map(({ json, pairedItem }) => [json.id, json.price, pairedItem])).toEqual(
			items.map((item, index) => [item.id, item.price, { item: index }]),
		);
		expect(writes().map(({ requestBody }) => requestBody)).toEqual([
			items.slice(0, 50),
			items.slice(50, 100),
			items.slice(100),
		]);
		expect(reads()).toEqual([]);
	});

	it('merges changes of one variant, so that the last one counts', async () => {
		const [a, b] = trailParts(2).map(({ id }) => id);
		const output = await each('updateMany', byId, [
			{ id: a, price: 1 },
			{ id: b, price: 2 },
			{ id: a, price: 3 },
		]);
		expect(output.map(({ json }) => json.price)).toEqual([3, 2, 3]);
		expect(sent()).toEqual([
			{ id: a, price: 3 },
			{ id: b, price: 2 },
		]);
	});

	it('lets those alone fail that are gone: they are looked up once', async () => {
		const items = trailParts(50).map(({ id }) => ({ id, price: 5 }));
		for (const at of [7, 31]) Object.assign(items[at] ?? {}, { id: 9_999_900 + at });
		const output = await each('updateMany', byId, items);
		expect(output.map(({ json }) => json.price ?? json.error)).toEqual(
			items.map(({ id }, index) =>
				[7, 31].includes(index)
					? `BigCommerce could not update the product variant ${id} (HTTP 404): The store has no such product variant`
					: 5,
			),
		);
		// The batch, and the others together.
		expect(writes().map(({ requestBody }) => (requestBody as object[]).length)).toEqual([50, 48]);
	});

	describe('when a refusal names variants', () => {
		const refusing = (entries: object[]) =>
			store.faults.add({
				kind: 'status',
				status: 422,
				body: { batch_errors: entries },
				match: { method: 'PUT' },
			});
		const sizes = () => writes().map(({ requestBody }) => (requestBody as object[]).length);

		it('writes the others together, which shows that these alone are bad', async () => {
			const items = trailParts(20).map(({ id }) => ({ id, price: 5 }));
			const named = [items[3]?.id, items[11]?.id];
			refusing(named.map((id) => ({ status: 422, title: `Variant ${id} is locked` })));
			const output = await each('updateMany', byId, items);
			expect(output.map(({ json }) => json.price ?? json.error)).toEqual(
				items.map(({ id }) =>
					named.includes(id)
						? `BigCommerce could not update the product variant ${id} (HTTP 422): Variant ${id} is locked`
						: 5,
				),
			);
			expect(sizes()).toEqual([20, 18]);
		});

		it('gives those a try of their own that may be named by chance', async () => {
			const items = trailParts(20).map(({ id }) => ({ id, text: 'Sold out' }));
			Object.assign(items[13] ?? {}, { text: 'x'.repeat(256) });
			refusing([{ status: 422, title: `More than ${items[3]?.id} characters` }]);
			const soldOut = byHand(
				{ variantId: '={{ $json.id }}', purchasingDisabledMessage: '={{ $json.text }}' },
				'variantId',
			);
			const output = await each('updateMany', soldOut, items);
			expect(output.flatMap(({ json }, index) => (json.error ? [index] : []))).toEqual([13]);
		});
	});

	it('writes the others once when one is refused without being named', async () => {
		const items = trailParts(20).map(({ id }) => ({ id, text: 'Sold out' }));
		Object.assign(items[13] ?? {}, { text: 'x'.repeat(256) });
		const soldOut = byHand(
			{ variantId: '={{ $json.id }}', purchasingDisabledMessage: '={{ $json.text }}' },
			'variantId',
		);
		const output = await each('updateMany', soldOut, items);
		expect(output.map(({ json }) => json.error !== undefined)).toEqual(
			items.map((_item, index) => index === 13),
		);
		const written = writes()
			.filter(({ status }) => status === 200)
			.flatMap(({ requestBody }) => (requestBody as Array<{ id: number }>).map(({ id }) => id));
		expect(written.sort((a, b) => a - b)).toEqual(
			items.flatMap(({ id }, index) => (index === 13 ? [] : [id])),
		);
	});

	it('takes a batch apart that is too large', async () => {
		const items = trailParts(8).map(({ id }) => ({ id, price: 5 }));
		const body = { status: 413, title: 'The request payload is too large' };
		store.faults.add({ kind: 'status', status: 413, body, match: { method: 'PUT' } });
		const output = await each('updateMany', byId, items);
		expect(output.map(({ json }) => json.price)).toEqual(items.map(() => 5));
		expect(writes().map(({ requestBody }) => (requestBody as object[]).length)).toEqual([8, 4, 4]);
	});

	const skuItems = (many: number) =>
		[...trailParts(many), ...jacket().variants].map(({ id, sku }) => ({
			id,
			sku: sku.toLowerCase(),
			price: 5,
		}));
	const missing = { sku: 'NOBODY', price: 5 };

	it('finds many SKUs in few requests', async () => {
		const items = skuItems(40);
		const output = await each('updateMany', {}, [...items, missing]);
		expect(output.map(({ json }) => json.id ?? json.error)).toEqual([
			...items.map(({ id }) => id),
			expect.stringContaining('find the product variant with the SKU NOBODY (HTTP 404)'),
		]);
		expect(writes()).toHaveLength(1);
		// Two by the list of the stock, one for the SKU that it does not know.
		expect(reads().map(({ path }) => path)).toEqual([
			'/v3/inventory/items',
			'/v3/inventory/items',
			'/v3/catalog/variants',
		]);
	});

	it('does without the scope of the stock', async () => {
		store.setScopes(['store_v2_products']);
		const items = skuItems(40);
		const output = await each('updateMany', {}, items);
		expect(output.map(({ json }) => json.id)).toEqual(items.map(({ id }) => id));
		// Two pages hold all variants there are: fewer than one request a SKU.
		const found = reads().filter(({ status }) => status === 200);
		expect(found.map(({ path }) => path)).toEqual(['/v3/catalog/variants', '/v3/catalog/variants']);
	});

	it('asks for a few SKUs one by one, and for each once', async () => {
		const [item] = skuItems(1);
		const output = await each('updateMany', {}, [item ?? {}, { ...item, price: 6 }]);
		expect(output.map(({ json }) => json.price)).toEqual([6, 6]);
		expect(reads().map(({ query }) => query.sku)).toEqual([item?.sku]);
	});

	it('finds what has no stock to tell', async () => {
		const parts = [...store.state.products.values()].filter(({ sku }) => sku.startsWith('TP-'));
		for (const part of parts.slice(0, 4)) part.inventory_tracking = 'none';
		const skus = parts.slice(0, 8).map(({ sku }) => sku);
		const output = await each(
			'updateMany',
			{},
			skus.map((sku) => ({ sku, price: 9 })),
		);
		expect(output.map(({ json }) => json.sku)).toEqual(skus);
		// Eight by the list of the stock; of the four that it does not know, page one of two, then the other.
		expect(reads().map(({ path }) => path)).toEqual([
			'/v3/inventory/items',
			'/v3/catalog/variants',
			'/v3/catalog/variants',
		]);
	});

	it.each([
		[{ sku: '', price: 5 }, "'SKU' is empty"],
		[{ sku: 'A', price: 'dear' }, '\'Price\' is "dear", which is not a number'],
		[{ sku: 'A' }, 'says nothing to write'],
	])('says what is wrong with the item %j', async (item, message) => {
		const [output] = await each('updateMany', {}, [item]);
		expect(output?.json.error).toContain(message);
		expect(store.exchanges).toHaveLength(0);
	});
});

describe('the picker of variants', () => {
	it('offers those of the product that the form names, by their values and SKUs', async () => {
		const search = async (text: string) =>
			(
				await searchList(store.credential, 'searchVariants', text, undefined, {
					resource: 'productVariant',
					operation: 'get',
					product: picked('id', jacket().id),
				})
			).results.map(({ name }) => name);
		expect(await search('')).toHaveLength(jacket().variants.length);
		expect(await search('xl, rust')).toEqual([expect.stringMatching(/^XL, Rust · LE-ALDER/)]);
	});

	it('finds one that is far down the list of a product with many', async () => {
		const { id, variants } = jacket();
		const [model] = variants;
		if (!model) throw new Error('The jacket has no variants');
		for (let at = 1; at <= 590; at++)
			variants.push({ ...model, id: 900_000 + at, sku: `LE-FAR-${at}` });
		const search = async (text: string) =>
			await searchList(store.credential, 'searchVariants', text, undefined, {
				resource: 'productVariant',
				operation: 'get',
				product: picked('id', id),
			});
		expect((await search('le-far-590')).results.map(({ value }) => value)).toEqual([900_590]);
		expect(store.exchanges).toHaveLength(3);
		expect((await search('no such thing')).results).toEqual([]);
		expect((await search('')).results).toHaveLength(50);
	});
});

describe('Product Variant: Delete', () => {
	it.each([
		['product and ID', one],
		['SKU', () => bySku(first().sku)],
	])('deletes one by %s', async (_name, given) => {
		const { id } = first();
		expect(await run('delete', given())).toEqual([{ deleted: true, id }]);
		expect(stored(id)).toBeUndefined();
	});
});
