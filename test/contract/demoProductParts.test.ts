/** What hangs on a product (images, options, reviews, …), held against the vendor's OpenAPI files. */
import { productPartRoutes } from '../../demo/store/endpoints/catalogue.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

/** The beginning of a PNG, which is all that the store looks at. */
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);

function form(fields: Record<string, string>, file?: Buffer): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	if (file)
		data.set('image_file', new Blob([new Uint8Array(file)], { type: 'image/png' }), 'shirt.png');
	return data;
}

describeContract('The parts of the demo store’s products', () => {
	let store: DemoStore;
	let walk: StoreWalk;
	let product = '';

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
		const made = await walk.call<{ data: Row }>('POST', '/v3/catalog/products', 200, {
			name: 'Linen Shirt',
			type: 'physical',
			weight: 1,
			price: 2,
		});
		product = `/v3/catalog/products/${made.data.id}`;
	});

	afterAll(() => store.stop());

	/** Create, list, get, update; gives the path of the new one. */
	async function lifeOf(path: string, body: object, change: object): Promise<string> {
		const made = await walk.call<{ data: Row }>('POST', path, 200, body);
		const one = `${path}/${made.data.id}`;
		await walk.get(path);
		await walk.get(one);
		await walk.call('PUT', one, 200, change);
		await walk.get(`${path}/999999`, 404);
		return one;
	}

	it('custom fields', async () => {
		const path = `${product}/custom-fields`;
		const field = { name: 'Fabric', value: 'Linen' };
		const one = await lifeOf(path, field, { value: 'Flax' });
		await walk.call('POST', path, 422, { name: 'Fabric', value: 'Flax' });
		await walk.call('POST', path, 422, { name: 'Fabric' });
		await walk.get('/v3/catalog/products/999999/custom-fields', 404);
		await walk.get(`${path}?include_fields=name&page=1&limit=10`);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('bulk pricing rules', async () => {
		const path = `${product}/bulk-pricing-rules`;
		const rule = { quantity_min: 5, quantity_max: 9, type: 'percent', amount: '5' };
		const one = await lifeOf(path, rule, { ...rule, type: 'price', amount: 1.5 });
		await walk.call('POST', path, 409, { ...rule, quantity_min: 9, quantity_max: 0 });
		await walk.call('POST', path, 422, { ...rule, quantity_min: 20, quantity_max: 10 });
		const open = await walk.call<{ data: Row }>('POST', path, 200, {
			...rule,
			quantity_min: 10,
			quantity_max: 0,
		});
		await walk.call('PUT', `${path}/${open.data.id}`, 409, { ...rule, quantity_max: 20 });
		await walk.call('PUT', one, 422, { ...rule, quantity_max: 1 });
		await walk.call('DELETE', one, 204);
		await walk.call('DELETE', one, 404);
		expect(walk.problems()).toEqual([]);
	});

	it('videos', async () => {
		const path = `${product}/videos`;
		const video = { video_id: 'z3fRu9pkuXE', title: 'How it is woven' };
		const one = await lifeOf(path, video, { description: 'By hand', sort_order: 2 });
		await walk.call('POST', path, 422, { title: 'No id' });
		await walk.call('POST', '/v3/catalog/products/999999/videos', 404, video);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('reviews', async () => {
		const path = `${product}/reviews`;
		await walk.get(path, 204);
		const review = {
			title: 'Airy',
			date_reviewed: '2024-05-06T07:08:09+00:00',
			rating: 5,
			status: 'approved',
			name: 'Ada',
			email: 'ada@example.com',
			text: 'All summer',
		};
		const { title, date_reviewed } = review;
		const one = await lifeOf(path, review, { title, date_reviewed, status: 'disapproved' });
		await walk.call('POST', path, 200, { title: 'Nice', date_reviewed });
		await walk.get(`${path}?status=0&limit=1`);
		await walk.get(`${path}?status=1`, 204);
		await walk.call('POST', path, 422, { ...review, rating: 6 });
		await walk.get(`${product}?include=reviews`);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('images', async () => {
		const path = `${product}/images`;
		await walk.get(path, 204);
		const image = { image_url: 'https://cdn.example.com/shirt.jpg', description: 'Front' };
		const one = await lifeOf(path, image, { is_thumbnail: true, sort_order: 4 });
		await walk.call('POST', path, 200, form({ is_thumbnail: 'false', sort_order: '1' }, PNG));
		await walk.call('POST', path, 422, form({ image_url: image.image_url }));
		await walk.call('POST', path, 422, {});
		await walk.call('POST', path, 400, { image_url: 'https://pictures.invalid/a.jpg' });
		await walk.call('PUT', one, 200, form({ description: 'Back' }, PNG));
		await walk.call('PUT', one, 400, { image_url: 'https://pictures.invalid/a.jpg' });
		await walk.call('PUT', one, 422, { image_url: 'shirt.jpg' });
		await walk.get('/v3/catalog/products/999999/images', 404);
		await walk.get(`${product}?include=images,primary_image`);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('options and their values', async () => {
		const path = `${product}/options`;
		const option = {
			display_name: 'Color',
			type: 'swatch',
			option_values: [
				{ label: 'Sand', sort_order: 0, value_data: { colors: ['#FAFAEB'] } },
				{ label: 'Sea', sort_order: 1 },
			],
		};
		const one = await lifeOf(path, option, { display_name: 'Colour', sort_order: 3 });
		await walk.call('POST', path, 409, { ...option, display_name: 'colour' });
		await walk.call('POST', path, 422, { ...option, display_name: 'Size', type: 'slider' });
		await walk.call('PUT', one, 422, { option_values: [] });
		await walk.get(`${path}?include_fields=display_name&limit=5`);

		const values = `${one}/values`;
		const value = { label: 'Sun', sort_order: 2, value_data: { colors: ['#FFEE00'] } };
		const added = await lifeOf(values, value, { ...value, label: 'Dawn', is_default: true });
		await walk.call('POST', values, 422, { label: 'Moon' });
		await walk.call('POST', values, 422, { ...value, label: 'Dawn' });
		await walk.get(`${product}?include=options,variants`);
		await walk.call('DELETE', added, 204);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('modifiers, their values and complex rules', async () => {
		const path = `${product}/modifiers`;
		const modifier = {
			display_name: 'Gift Wrap',
			type: 'radio_buttons',
			required: false,
			option_values: [
				{
					label: 'Paper',
					sort_order: 0,
					is_default: true,
					adjusters: { price: { adjuster: 'relative', adjuster_value: 2 } },
				},
				{ label: 'None', sort_order: 1, value_data: {} },
			],
		};
		const one = await lifeOf(path, modifier, {
			type: 'radio_buttons',
			required: true,
			display_name: 'Wrapping',
		});
		const engraving = { display_name: 'Engraving', type: 'text', required: false };
		await walk.call('POST', path, 200, {
			...engraving,
			config: { text_characters_limited: true, text_min_length: 0, text_max_length: 20 },
		});
		await walk.call('POST', path, 409, engraving);
		await walk.call('POST', path, 422, { display_name: 'Date', type: 'date' });
		await walk.call('POST', path, 500, {
			display_name: 'Date',
			type: 'date',
			required: true,
			config: { date_limited: true, date_limit_mode: 'range' },
		});
		await walk.call('POST', path, 200, { ...engraving, display_name: 'Rush', type: 'checkbox' });

		const values = `${one}/values`;
		const value = {
			label: 'Cloth',
			sort_order: 2,
			adjusters: {
				price: { adjuster: 'percentage', adjuster_value: 5 },
				purchasing_disabled: { status: true, message: 'Sold out' },
			},
		};
		const added = await lifeOf(values, value, { ...value, label: 'Silk' });
		await walk.call('POST', values, 422, { label: 'Wool' });
		await walk.call('POST', `${added}/image`, 200, form({}, PNG));
		await walk.call('POST', `${added}/image`, 422, form({}, Buffer.from('no picture')));
		await walk.call('POST', `${values}/999999/image`, 404, form({}, PNG));
		await walk.get(`${product}?include=modifiers`);

		const [, modifierId = 0, valueId = 0] = /modifiers\/(\d+)\/values\/(\d+)/.exec(added) ?? [];
		const rule = {
			price_adjuster: { adjuster: 'relative', adjuster_value: 3 },
			conditions: [{ modifier_id: Number(modifierId), modifier_value_id: Number(valueId) }],
		};
		const rules = `${product}/complex-rules`;
		const ruled = await lifeOf(rules, rule, { enabled: false, purchasing_disabled: true });
		await walk.call('POST', rules, 409, rule);
		const [variant] = await walk.rows(`${product}/variants`);
		const byVariant = await walk.call<{ data: Row }>('POST', rules, 200, {
			weight_adjuster: { adjuster: 'percentage', adjuster_value: 10 },
			conditions: [{ variant_id: variant?.id }],
		});
		await walk.get(`${rules}/${byVariant.data.id}`);
		await walk.call('POST', rules, 422, { conditions: [{ variant_id: 999_999 }] });
		await walk.call('DELETE', ruled, 204);
		await walk.call('DELETE', added, 204);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('has no endpoint that this walk leaves out', () => {
		expect(walk.leftOut(productPartRoutes)).toEqual([]);
	});
});
