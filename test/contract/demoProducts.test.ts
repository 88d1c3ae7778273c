/** Products and variants, held against the vendor's OpenAPI files. */
import { productAndVariantRoutes } from '../../demo/store/endpoints/catalogue.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

/** The beginning of a PNG, which is all that the store looks at. */
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);

const PRODUCTS = '/v3/catalog/products';

describeContract('Products and variants of the demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
	});

	afterAll(() => store.stop());

	it.each([
		'?limit=250',
		'?limit=250&include=variants,images,custom_fields,bulk_pricing_rules,primary_image',
		'?limit=250&include=channels,parent_relations,reviews,videos',
		'?limit=10&include=options,modifiers',
		'?limit=2&page=2&include_fields=name,sku&sort=name&direction=desc',
		'?exclude_fields=description&is_visible=true&id:min=2',
		'?sku:in=LE-BEANIE,TN-MUG12&id:not_in=1&categories:in=20',
		'?keyword=slope&keyword_context=merchant&type=physical&condition=new&availability=available',
		'?inventory_level:greater=1&inventory_low=0&is_featured=1&date_modified:min=2024-01-01',
	])('products%s', async (query) => {
		await walk.get(PRODUCTS + query);
		expect(walk.problems()).toEqual([]);
	});

	it('variants, all of them', async () => {
		await walk.get('/v3/catalog/variants?limit=250');
		await walk.get('/v3/catalog/variants?sku=LE-BEANIE&include_fields=sku,price');
		await walk.get('/v3/catalog/variants?product_id:in=77,78&upc=850012000100&page=1');
		await walk.get('/v3/catalog/variants?id=301&exclude_fields=price');
		await walk.get('/v3/catalog/summary');
		expect(walk.problems()).toEqual([]);
	});

	it('a product with all that it can bring', async () => {
		const made = await walk.call<{ data: Row }>('POST', PRODUCTS, 200, {
			name: 'Linen Shirt',
			type: 'physical',
			sku: 'SHIRT',
			weight: 0.4,
			price: 39.9,
			...WRITABLE,
			categories: [19],
			brand_name: 'Hemp & Flax',
			custom_fields: [{ name: 'Fabric', value: 'Linen' }],
			bulk_pricing_rules: [{ quantity_min: 10, quantity_max: 0, type: 'percent', amount: 5 }],
			images: [{ image_url: 'https://cdn.example.com/shirt.jpg', is_thumbnail: true }],
			videos: [{ video_id: 'z3fRu9pkuXE', type: 'youtube' }],
			variants: [variant('SHIRT-S', 'S'), variant('SHIRT-M', 'M')],
		});
		const one = `${PRODUCTS}/${made.data.id}`;
		await walk.get(
			`${one}?include=variants,images,options,modifiers,custom_fields,bulk_pricing_rules,videos,reviews,parent_relations,channels,primary_image`,
		);
		await walk.call('PUT', one, 200, {
			price: 35,
			preorder_release_date: null,
			custom_url: { url: '/shirt/', is_customized: true, create_redirect: true },
			custom_fields: [{ name: 'Fit', value: 'Wide' }],
		});
		await walk.call('PUT', `${one}?include=variants&include_fields=name`, 200, { price: 34 });
		await walk.call('PUT', `${PRODUCTS}?include_fields=name`, 200, [
			{ id: made.data.id, price: 33 },
		]);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('products that are refused, or saved in part', async () => {
		const base = { type: 'physical', weight: 1, price: 2 };
		await walk.call('POST', PRODUCTS, 409, { ...base, name: 'Granite 2 Tent' });
		await walk.call('POST', PRODUCTS, 422, { name: 'No price' });
		const images = [{ image_url: 'https://pictures.invalid/a.jpg' }];
		const half = await walk.call<{ data: Row }>('POST', PRODUCTS, 207, {
			...base,
			name: 'Half',
			images,
		});
		const one = `${PRODUCTS}/${half.data.id}`;
		await walk.call('PUT', one, 207, { inventory_level: 3, images });
		await walk.call('PUT', PRODUCTS, 207, [{ id: half.data.id, images }]);
		await walk.call('PUT', one, 409, { brand_id: 999_999 });
		await walk.call('PUT', one, 422, { name: '' });
		await walk.call('PUT', PRODUCTS, 404, [{ id: 999_999 }]);
		await walk.call('PUT', PRODUCTS, 409, [{ id: half.data.id, sku: 'LE-BEANIE' }]);
		await walk.call('PUT', PRODUCTS, 422, [{ id: half.data.id, price: 'cheap' }]);
		const eleven = Array.from({ length: 11 }, () => ({ id: half.data.id }));
		await walk.call('PUT', PRODUCTS, 413, eleven);
		await walk.get(`${PRODUCTS}/999999`, 404);
		await walk.call('PUT', `${PRODUCTS}/999999`, 404, { price: 1 });
		await walk.get(`${PRODUCTS}?limit=251`, 413);
		await walk.call('DELETE', `${PRODUCTS}?id:in=${half.data.id},999999&keyword=half`, 204);
		await walk.call('DELETE', PRODUCTS, 422);
		expect(walk.problems()).toEqual([]);
	});

	it('variants of a product', async () => {
		const path = `${PRODUCTS}/81/variants`;
		await walk.get(`${path}?page=1&limit=5&include_fields=sku`);
		const option = await walk.call<{ data: Row & { option_values: Row[] } }>(
			'POST',
			`${PRODUCTS}/81/options`,
			200,
			{
				display_name: 'Size',
				type: 'rectangles',
				option_values: ['S', 'M', 'L'].map((label, sort_order) => ({ label, sort_order })),
			},
		);
		const [small, medium, large] = option.data.option_values.map(({ id }) => [
			{ option_id: option.data.id, id },
		]);
		const made = await walk.call<{ data: Row }>('POST', path, 200, {
			sku: 'BEANIE-S',
			option_values: small,
			price: 25,
			sale_price: null,
			weight: 2.25,
			upc: '850012000501',
			inventory_level: 4,
		});
		await walk.call('POST', path, 207, {
			sku: 'BEANIE-M',
			option_values: medium,
			inventory_level: -4,
		});
		await walk.call('POST', path, 409, { sku: 'beanie-s', option_values: large });
		await walk.call('POST', path, 409, { sku: 'BEANIE-X', option_values: small });
		await walk.call('POST', path, 422, { sku: 'BEANIE-X' });
		await walk.call('POST', `${PRODUCTS}/999999/variants`, 404, { sku: 'X' });
		const one = `${path}/${made.data.id}`;
		await walk.get(`${one}?exclude_fields=upc`);
		await walk.call('PUT', one, 200, { sku: 'BEANIE-SMALL', price: null, is_free_shipping: true });
		await walk.call('PUT', one, 207, { inventory_level: -1 });
		await walk.call('PUT', one, 422, { price: -1 });
		await walk.get(`${path}/999999`, 404);
		await walk.call('PUT', '/v3/catalog/variants', 200, [
			{ id: made.data.id, inventory_level: 7, price: 12 },
			{ product_id: 81, sku: 'BEANIE-L', option_values: large },
		]);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('images of variants', async () => {
		const [product] = await walk.rows(`${PRODUCTS}?sku=LE-ALDER`);
		const [first] = await walk.rows(`${PRODUCTS}/${product?.id}/variants`);
		const image = `${PRODUCTS}/${product?.id}/variants/${first?.id}/image`;
		await walk.call('POST', image, 200, { image_url: 'https://cdn.example.com/slate.jpg' });
		await walk.call('POST', image, 400, { image_url: 'https://pictures.invalid/slate.jpg' });
		await walk.call('POST', image, 422, {});
		const form = (bytes: Buffer): FormData => {
			const data = new FormData();
			data.set('image_file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'slate.png');
			return data;
		};
		await walk.call('POST', image, 200, form(PNG));
		await walk.call('POST', image, 422, form(Buffer.from('no picture')));
		await walk.call('POST', image, 500, form(Buffer.concat([PNG, Buffer.alloc(1024 * 1024)])));
		await walk.call('POST', image.replace(`/${first?.id}/`, '/999999/'), 404, form(PNG));
		expect(walk.problems()).toEqual([]);
	});

	it('batches of variants that are refused', async () => {
		const path = '/v3/catalog/variants';
		await walk.call('PUT', path, 422, [{ id: 999_999, price: 1 }, { product_id: 77 }]);
		await walk.call('PUT', path, 422, [{ id: 301, price: -1 }]);
		const many = Array.from({ length: 51 }, () => ({ id: 301 }));
		await walk.call('PUT', path, 413, many);
		expect(walk.problems()).toEqual([]);
	});

	it('has no endpoint that this walk leaves out', () => {
		expect(walk.leftOut(productAndVariantRoutes)).toEqual([]);
	});
});

const variant = (sku: string, label: string): object => ({
	sku,
	price: 41.5,
	weight: null,
	inventory_level: 3,
	option_values: [{ option_display_name: 'Size', label }],
});

/** Every other field that a product takes, with a value that it does not have by itself. */
const WRITABLE = {
	description: '<p>Airy.</p>',
	width: 30,
	depth: 20,
	height: 2,
	cost_price: 12.5,
	retail_price: 49.9,
	sale_price: 37.25,
	map_price: 35,
	tax_class_id: 0,
	product_tax_code: 'PC040100',
	inventory_level: 12,
	inventory_warning_level: 2,
	inventory_tracking: 'variant',
	fixed_cost_shipping_price: 4,
	is_free_shipping: true,
	is_visible: false,
	is_featured: true,
	related_products: [77, 78],
	warranty: '2 years',
	bin_picking_number: 'A-7',
	layout_file: 'shirt.html',
	upc: '850012000999',
	search_keywords: 'shirt, linen',
	availability_description: 'Ships in a day',
	availability: 'disabled',
	gift_wrapping_options_type: 'list',
	gift_wrapping_options_list: [1, 2],
	sort_order: -3,
	condition: 'Refurbished',
	is_condition_shown: true,
	order_quantity_minimum: 1,
	order_quantity_maximum: 9,
	page_title: 'A linen shirt',
	meta_keywords: ['shirt', 'linen'],
	meta_description: 'A shirt of linen',
	view_count: 5,
	preorder_release_date: '2030-01-02T00:00:00+00:00',
	preorder_message: 'Soon',
	is_preorder_only: true,
	is_price_hidden: true,
	price_hidden_label: 'Ask us',
	custom_url: { url: '/linen-shirt-wide/', is_customized: true },
	open_graph_type: 'book',
	open_graph_title: 'Shirt',
	open_graph_description: 'Of linen',
	open_graph_use_meta_description: false,
	open_graph_use_product_name: false,
	open_graph_use_image: false,
	gtin: '00850012000999',
	mpn: 'SH-1',
	date_last_imported: '2024-05-06T07:08:09+00:00',
	reviews_rating_sum: 9,
	reviews_count: 2,
	total_sold: 4,
};
