import { call, dataOf, pictureForm, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

const MUG = '/v3/catalog/products/82';

const send = async (method: string, path: string, body?: unknown): Promise<Reply> =>
	await call(shop.store, method, MUG + path, body === undefined ? {} : { body });
const upload = async (path: string, form: FormData): Promise<Reply> =>
	await call(shop.store, 'POST', MUG + path, { form });
const idOf = (reply: Reply): number => dataOf<{ id: number }>(reply).id;
const mug = () => shop.store.state.products.get(82)!;

describe('images', () => {
	it('arrive by file whole, and by address; never by an address in a form', async () => {
		const reply = await upload(
			'/images',
			pictureForm(5_000, { is_thumbnail: 'true', sort_order: '7' }),
		);
		expect(dataOf(reply)).toMatchObject({
			is_thumbnail: true,
			sort_order: 7,
			image_url: expect.stringMatching(/^https:\/\/cdn11\.bigcommerce\.com\/.*trail-mug\.png$/),
		});
		expect(mug().images.at(-1)?.upload).toEqual({
			name: 'Trail Mug.png',
			type: 'image/png',
			size: 5_000,
		});
		const form = new FormData();
		form.set('image_url', 'https://cdn.example.com/mug.jpg');
		expect((await upload('/images', form)).status).toBe(422);
		expect((await upload('/custom-fields', form)).status).toBe(415);
		expect((await upload('/images', pictureForm(8 * 1024 * 1024 + 1))).status).toBe(422);
		const broken = { headers: { 'Content-Type': 'multipart/form-data' }, raw: 'no boundary' };
		expect((await call(shop.store, 'POST', `${MUG}/images`, broken)).status).toBe(400);
	});

	it('show the file’s name in the record of requests', async () => {
		await upload('/images', pictureForm(100, { description: 'Front' }));
		expect(shop.store.exchanges.at(-1)?.requestBody).toEqual({
			description: 'Front',
			image_file: 'Trail Mug.png',
		});
	});

	it('have one thumbnail among them, whatever is changed or deleted', async () => {
		const [first, second] = mug().images;
		await send('PUT', `/images/${second?.id}`, { is_thumbnail: true });
		expect(mug().images.map(({ is_thumbnail }) => is_thumbnail)).toEqual([false, true]);
		await send('DELETE', `/images/${second?.id}`);
		expect(mug().images).toMatchObject([{ id: first?.id, is_thumbnail: true }]);
		await send('DELETE', `/images/${first?.id}`);
		expect((await send('GET', '/images')).status).toBe(204);
	});

	it('make room for one that moves back', async () => {
		await send('POST', '/images', { image_url: 'https://cdn.example.com/3.jpg', sort_order: 2 });
		const [first] = mug().images;
		await send('PUT', `/images/${first?.id}`, { sort_order: 1 });
		expect(mug().images.map(({ sort_order }) => sort_order)).toEqual([1, 2, 3]);
	});

	it('are refused where the address cannot be one or its host gives nothing out', async () => {
		const post = async (image_url: unknown): Promise<number> =>
			(await send('POST', '/images', { image_url })).status;
		expect(await post('https://pictures.invalid/a.jpg')).toBe(400);
		expect(await post('mug.jpg')).toBe(422);
		expect(await post('https://[broken/mug.jpg')).toBe(422);
		expect(await post(`https://cdn.example.com/${'x'.repeat(255)}.jpg`)).toBe(422);
		expect(mug().images).toHaveLength(2);
	});
});

describe('custom fields', () => {
	it('are unique pairs of texts, 200 at the most', async () => {
		const post = async (name: unknown, value: unknown): Promise<number> =>
			(await send('POST', '/custom-fields', { name, value })).status;
		expect(await post('Material', 'Enamelled steel')).toBe(422);
		expect(await post('Material', 'Steel')).toBe(200);
		expect(await post('Weight', 6)).toBe(422);
		expect(await post('', 'x')).toBe(422);
		expect(await post('x'.repeat(251), 'x')).toBe(422);
		for (let number = mug().custom_fields.length; number < 200; number += 1)
			expect(await post('Number', String(number))).toBe(200);
		expect(await post('Number', '200')).toBe(422);
	});
});

describe('bulk pricing rules', () => {
	it('do not overlap, also not through a change', async () => {
		const rule = { type: 'price', amount: 1 };
		const post = async (quantity_min: number, quantity_max: number, more = {}): Promise<Reply> =>
			await send('POST', '/bulk-pricing-rules', { ...rule, quantity_min, quantity_max, ...more });
		const first = idOf(await post(5, 9));
		expect((await post(9, 12)).status).toBe(409);
		expect((await post(3, 0)).status).toBe(409);
		expect((await post(10, 0)).status).toBe(200);
		expect((await post(2, 3, { amount: 'some' })).status).toBe(422);
		expect((await post(0, 1, { type: 'fixed' })).status).toBe(422);
		const change = async (body: object): Promise<number> =>
			(await send('PUT', `/bulk-pricing-rules/${first}`, body)).status;
		expect(await change({ quantity_max: 10 })).toBe(409);
		expect(await change({ quantity_max: 8, amount: '.5' })).toBe(200);
		expect(mug().bulk_pricing_rules[0]).toMatchObject({ quantity_max: 8, amount: 0.5 });
	});
});

describe('reviews', () => {
	it('count towards the rating once they are approved', async () => {
		expect((await send('GET', '/reviews')).status).toBe(204);
		const review = { title: 'Warm', date_reviewed: '2024-05-06T07:08:09+00:00', rating: 4 };
		const id = idOf(await send('POST', '/reviews', review));
		expect(mug()).toMatchObject({ reviews_count: 0, reviews_rating_sum: 0 });
		await send('PUT', `/reviews/${id}`, { status: 'approved' });
		expect(mug()).toMatchObject({ reviews_count: 1, reviews_rating_sum: 4 });
		expect(
			dataOf(await call(shop.store, 'GET', `${MUG}/reviews`, { query: { status: 1 } })),
		).toEqual([expect.objectContaining({ id, date_reviewed: '2024-05-06T07:08:09+00:00' })]);
		await send('DELETE', `/reviews/${id}`);
		expect(mug()).toMatchObject({ reviews_count: 0, reviews_rating_sum: 0 });
	});

	it('need a title and a date, and an address of e-mail that can be one', async () => {
		const post = async (more: object): Promise<number> =>
			(
				await send('POST', '/reviews', {
					title: 'Warm',
					date_reviewed: '2024-05-06T07:08:09+00:00',
					...more,
				})
			).status;
		expect(await post({ title: null })).toBe(422);
		expect(await post({ date_reviewed: 'once' })).toBe(422);
		expect(await post({ email: 'ada' })).toBe(422);
		expect(await post({ status: 'loved' })).toBe(422);
		expect(await post({ email: '' })).toBe(200);
	});
});

describe('options and modifiers', () => {
	const value = { label: 'Blue', sort_order: 0 };
	const post = async (path: string, body: object): Promise<Reply> =>
		await send('POST', path, { display_name: 'Color', type: 'dropdown', ...body });

	it('share their names, and hold 250 values', async () => {
		expect((await post('/options', { option_values: [value] })).status).toBe(200);
		expect((await post('/modifiers', { display_name: 'color', required: true })).status).toBe(409);
		const many = (count: number) =>
			Array.from({ length: count }, (_unused, index) => ({
				label: `Tone ${index}`,
				sort_order: index,
			}));
		const tones = { display_name: 'Tone', option_values: many(251) };
		expect((await post('/options', tones)).status).toBe(422);
		const id = idOf(await post('/options', { ...tones, option_values: many(250) }));
		expect((await send('POST', `/options/${id}/values`, value)).status).toBe(422);
		expect((await post('/options', { display_name: 'None', option_values: [] })).status).toBe(422);
	});

	it('have one default value', async () => {
		const id = idOf(
			await post('/options', {
				option_values: [
					{ ...value, is_default: true },
					{ label: 'Red', sort_order: 1 },
				],
			}),
		);
		await send('POST', `/options/${id}/values`, { label: 'Sun', sort_order: 2, is_default: true });
		expect(mug().options[0]?.option_values.map(({ is_default }) => is_default)).toEqual([
			false,
			false,
			true,
		]);
	});

	it('give a checkbox its two values, and keep adjusters that are not sent', async () => {
		const made = dataOf<{ id: number; option_values: Array<{ id: number }> }>(
			await post('/modifiers', { display_name: 'Rush', type: 'checkbox', required: false }),
		);
		expect(made.option_values).toMatchObject([
			{ label: 'Yes', value_data: { checked_value: true }, is_default: false },
			{ label: 'No', value_data: { checked_value: false }, is_default: true },
		]);
		const [yes] = made.option_values;
		await send('PUT', `/modifiers/${made.id}`, {
			type: 'checkbox',
			required: true,
			option_values: [
				{ id: yes?.id, adjusters: { price: { adjuster: 'relative', adjuster_value: 5 } } },
			],
		});
		await upload(`/modifiers/${made.id}/values/${yes?.id}/image`, pictureForm(100));
		expect(mug().modifiers[0]).toMatchObject({
			required: true,
			option_values: [
				{
					label: 'Yes',
					adjusters: {
						price: { adjuster: 'relative', adjuster_value: 5 },
						image_url: expect.stringContaining('trail-mug.png'),
						purchasing_disabled: { status: false, message: '' },
					},
				},
				{ label: 'No' },
			],
		});
	});

	it('tell a product of the lists that offer it', async () => {
		await post('/modifiers', {
			display_name: 'Filters',
			type: 'product_list',
			required: false,
			option_values: [{ ...value, value_data: { product_id: 81 } }],
		});
		const reply = await call(shop.store, 'GET', '/v3/catalog/products/81', {
			query: { include: 'parent_relations' },
		});
		expect(dataOf(reply)).toMatchObject({
			parent_relations: [
				{ type: 'modifier', product_id: 82, attribute_id: mug().modifiers[0]?.id },
			],
		});
	});
});
