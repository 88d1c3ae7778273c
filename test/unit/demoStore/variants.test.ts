import { call, dataOf, pictureForm, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

const TENT = '/v3/catalog/products/77/variants';
const BEANIE = '/v3/catalog/products/81';

const product = (id: number) => shop.store.state.products.get(id)!;
const send = async (method: string, path: string, body?: unknown): Promise<Reply> =>
	await call(shop.store, method, path, body === undefined ? {} : { body });

/** Gives the beanie an option; the ids that a variant with each value names. */
async function sizes(
	...labels: string[]
): Promise<Array<Array<{ option_id: number; id: number }>>> {
	const option = dataOf<{ id: number; option_values: Array<{ id: number }> }>(
		await send('POST', `${BEANIE}/options`, {
			display_name: 'Size',
			type: 'rectangles',
			option_values: labels.map((label, sort_order) => ({ label, sort_order })),
		}),
	);
	return option.option_values.map(({ id }) => [{ option_id: option.id, id }]);
}

describe('the variants of one product', () => {
	it('take the place of the base variant with the first, and give it back after the last', async () => {
		const [base] = product(81).variants;
		const [small = []] = await sizes('S', 'M');
		// An option alone makes no variants.
		expect(product(81).variants).toEqual([base]);
		const made = dataOf<{ id: number }>(
			await send('POST', `${BEANIE}/variants`, { sku: 'BEANIE-S', option_values: small }),
		);
		expect(dataOf(await send('GET', BEANIE))).toMatchObject({ base_variant_id: null });
		expect(dataOf(await send('GET', `${BEANIE}/variants`))).toEqual([
			expect.objectContaining({ id: made.id, sku: 'BEANIE-S' }),
		]);
		expect((await send('DELETE', `${BEANIE}/variants/${made.id}`)).status).toBe(204);
		expect(product(81).variants).toMatchObject([{ sku: 'LE-BEANIE', option_values: [] }]);
		expect((await send('DELETE', `${BEANIE}/variants/${product(81).variants[0]?.id}`)).status).toBe(
			422,
		);
	});

	it('are one for each combination, with a SKU of its own', async () => {
		const [small = [], medium = []] = await sizes('S', 'M');
		const post = async (body: object): Promise<number> =>
			(await send('POST', `${BEANIE}/variants`, body)).status;
		expect(await post({ sku: 'BEANIE-S', option_values: small })).toBe(200);
		expect(await post({ sku: 'BEANIE-M', option_values: small })).toBe(409);
		expect(await post({ sku: 'beanie-s', option_values: medium })).toBe(409);
		expect(await post({ sku: 'le-beanie', option_values: medium })).toBe(409);
		expect(await post({ sku: 'BEANIE-M' })).toBe(422);
		expect(await post({ option_values: medium })).toBe(422);
		expect(await post({ sku: 'BEANIE-M', option_values: [{ option_id: 1, id: 1 }] })).toBe(422);
		expect(await post({ sku: 'BEANIE-M', option_values: [...medium, ...small] })).toBe(422);
	});

	it('take null for the product’s value, and show the price that counts', async () => {
		const [variant] = product(77).variants;
		const one = `${TENT}/${variant?.id}`;
		expect(dataOf(await send('PUT', one, { price: 300, upc: null, weight: 90 }))).toMatchObject({
			price: 300,
			upc: '',
			calculated_price: 300,
			calculated_weight: 90,
		});
		expect(dataOf(await send('PUT', one, { price: null, weight: null }))).toMatchObject({
			price: null,
			calculated_price: 249,
			calculated_weight: 92.5,
		});
	});

	it('are saved but for a negative level', async () => {
		const [variant] = product(77).variants;
		const reply = await send('PUT', `${TENT}/${variant?.id}`, { price: 300, inventory_level: -1 });
		expect(reply.status).toBe(207);
		expect(variant).toMatchObject({ price: 300, inventory_level: 14 });
	});

	it('go with the value or the option that they chose', async () => {
		const [option] = product(77).options;
		const [moss, ember] = option?.option_values ?? [];
		const path = `/v3/catalog/products/77/options/${option?.id}`;
		await send('PUT', `${path}/values/${moss?.id}`, { label: 'Fern', sort_order: 0 });
		expect(product(77).variants.map((variant) => variant.option_values[0]?.label)).toEqual([
			'Fern',
			'Ember',
		]);
		await send('DELETE', `${path}/values/${ember?.id}`);
		expect(product(77).variants).toHaveLength(1);
		await send('DELETE', path);
		expect(product(77).variants).toMatchObject([{ sku: 'NP-TENT-G2', option_values: [] }]);
	});

	it('have one image each, by address or by file', async () => {
		const [variant] = product(77).variants;
		const path = `${TENT}/${variant?.id}/image`;
		await send('POST', path, { image_url: 'https://cdn.example.com/moss.jpg' });
		expect(variant?.image_url).toBe('https://cdn.example.com/moss.jpg');
		expect((await send('POST', path, { image_url: 'https://a.invalid/moss.jpg' })).status).toBe(
			400,
		);
		const upload = async (size: number): Promise<number> =>
			(await call(shop.store, 'POST', path, { form: pictureForm(size) })).status;
		expect(await upload(1_000)).toBe(200);
		expect(variant?.image_url).toMatch(/\/products\/77\/variants\/\d+\/trail-mug\.png$/);
		expect(await upload(1024 * 1024 + 1)).toBe(500);
	});
});

describe('a batch of variants', () => {
	const put = async (body: unknown): Promise<Reply> =>
		await send('PUT', '/v3/catalog/variants', body);

	it('changes by id and makes the others', async () => {
		const [small = [], medium = []] = await sizes('S', 'M');
		const [tent] = product(77).variants;
		const rows = dataOf<object[]>(
			await put([
				{ id: tent?.id, price: 260, sku: 'TENT-MOSS' },
				{ product_id: 81, sku: 'BEANIE-S', option_values: small, inventory_level: 3 },
				{ product_id: 81, sku: 'BEANIE-M', option_values: medium },
			]),
		);
		expect(rows).toMatchObject([
			{ id: tent?.id, price: 260, sku: 'TENT-MOSS' },
			{ product_id: 81, sku: 'BEANIE-S', inventory_level: 3 },
			{ product_id: 81, sku: 'BEANIE-M' },
		]);
		expect(
			dataOf(await call(shop.store, 'GET', '/v3/catalog/variants', { query: { sku: 'beanie-m' } })),
		).toHaveLength(1);
	});

	it('is refused whole, with an entry for each bad row', async () => {
		const [small = [], medium = []] = await sizes('S', 'M');
		const [tent] = product(77).variants;
		const reply = await put([
			{ id: tent?.id, price: 260 },
			{ id: 999_999 },
			{ product_id: 81, sku: 'LE-RIDGE', option_values: medium },
			{ id: tent?.id, inventory_level: -1 },
			{ product_id: 81, sku: 'BEANIE-S', option_values: small },
			{ product_id: 81, sku: 'beanie-s', option_values: small },
			{ product_id: 999, sku: 'X', option_values: small },
		]);
		expect(reply.status).toBe(422);
		expect(
			(reply.json as { batch_errors: Array<{ errors: object }> }).batch_errors.map(({ errors }) =>
				Object.keys(errors).join(),
			),
		).toEqual(['id', 'sku', 'inventory_level', 'sku', 'product_id']);
		expect(tent?.price).toBeNull();
	});

	it('changes a simple product through its base variant', async () => {
		const [base] = product(81).variants;
		await put([{ id: base?.id, sku: 'BEANIE-2', inventory_level: 9, gtin: '00850012000501' }]);
		expect(product(81)).toMatchObject({
			sku: 'BEANIE-2',
			inventory_level: 9,
			gtin: '00850012000501',
		});
	});
});
