/** Categories, their trees and brands, held against the vendor's OpenAPI files. */
import { brandAndCategoryRoutes } from '../../demo/store/endpoints/catalogue.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

const CATEGORIES = '/v3/catalog/trees/categories';
const BRANDS = '/v3/catalog/brands';

/** The beginning of a PNG, which is all that the store looks at. */
const PNG = Uint8Array.from(Buffer.from('89504e470d0a1a0a', 'hex'));

type Category = Row & { category_id: number };

describeContract('Categories and brands of the demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
	});

	afterAll(() => store.stop());

	it.each([
		'?limit=250',
		'?page=2&limit=3',
		'?category_id:in=18,19&tree_id:in=1&parent_id:in=0&is_visible=true',
		'?category_id:not_in=18&tree_id:not_in=2&parent_id:not_in=18',
		'?name=Tents&page_title=Tents',
		'?name:like=camp&page_title:like=kitchen&keyword=camp',
		'?include_fields=name',
		'?exclude_fields=url,description',
	])('categories%s', async (query) => {
		await walk.get(CATEGORIES + query);
		expect(walk.problems()).toEqual([]);
	});

	it('categories by their UUIDs', async () => {
		const [first] = await walk.rows(CATEGORIES);
		await walk.get(`${CATEGORIES}?category_uuid:in=${String(first?.category_uuid)}`);
		await walk.get(`${CATEGORIES}?category_uuid:not_in=${String(first?.category_uuid)}`);
		expect(walk.problems()).toEqual([]);
	});

	it('categories are created, changed and deleted', async () => {
		const made = await walk.call<{ data: Category[] }>('POST', CATEGORIES, 201, [
			{
				name: 'Boats',
				tree_id: 1,
				url: { path: '/on-the-water/', is_customized: true },
				description: '<p>Afloat.</p>',
				views: 3,
				sort_order: -1,
				page_title: 'Boats and more',
				meta_keywords: ['boat'],
				meta_description: 'Boats',
				layout_file: 'boats.html',
				image_url: 'https://cdn.example.com/boats.jpg',
				is_visible: false,
				search_keywords: 'canoe',
				default_product_sort: 'newest',
			},
			{ name: 'Stoves', parent_id: 18 },
		]);
		const [boats, stoves] = made.data;
		await walk.call('POST', CATEGORIES, 207, [
			{ name: 'Oars', parent_id: boats?.category_id },
			{ name: 'Boats', tree_id: 1 },
		]);
		await walk.call('POST', CATEGORIES, 422, [{ name: 'Lost', parent_id: 999_999 }]);
		await walk.call('POST', CATEGORIES, 422, [{ name: 'Nowhere' }, { tree_id: 1 }]);
		await walk.call('POST', CATEGORIES, 400, { name: 'Alone', tree_id: 1 });

		await walk.call('PUT', CATEGORIES, 200, [
			{ category_id: boats?.category_id, name: 'Canoes', url: { path: '/canoes/' } },
			{ category_id: stoves?.category_id, parent_id: boats?.category_id, is_visible: false },
		]);
		await walk.call('PUT', CATEGORIES, 207, [
			{ category_id: stoves?.category_id, sort_order: 2 },
			{ category_id: 999_999, sort_order: 2 },
		]);
		await walk.call('PUT', CATEGORIES, 422, [{ category_id: boats?.category_id, name: 'Camp' }]);
		await walk.call('PUT', CATEGORIES, 400, {});

		await walk.call('DELETE', `${CATEGORIES}?category_id:in=${boats?.category_id}`, 202);
		await walk.call('DELETE', CATEGORIES, 422);
		expect(walk.problems()).toEqual([]);
	});

	it('category trees', async () => {
		const trees = '/v3/catalog/trees';
		await walk.get(trees);
		await walk.get(`${trees}?id:in=1,2&channel_id:in=1`);
		await walk.get(`${trees}/1/categories`);
		await walk.get(`${trees}/1/categories?depth=1`);
		await walk.get(`${trees}/999999/categories`, 404);
		await walk.call('PUT', trees, 200, [{ id: 2, name: 'Outlet' }]);
		await walk.call('PUT', trees, 422, [{ name: 'Second', channels: [1] }]);
		const many = Array.from({ length: 51 }, () => ({ id: 2 }));
		await walk.call('PUT', trees, 413, many);
		await walk.call('DELETE', `${trees}?id:in=2`, 204);
		await walk.call('PUT', trees, 200, [{ name: 'Outlet', channels: [664_321] }]);
		await walk.call('DELETE', trees, 422);
		expect(walk.problems()).toEqual([]);
	});

	it.each([
		'',
		'?id:in=35,36&sort=name&direction=desc&limit=1&page=2',
		'?name=Tarn&include_fields=name',
		'?name:like=coffee&page_title=Cinder%20Coffee%20Co.&exclude_fields=page_title',
		'?id:min=36&id:max=38&id:not_in=37&id:greater=35&id:less=39&id=36',
	])('brands%s', async (query) => {
		await walk.get(BRANDS + query);
		expect(walk.problems()).toEqual([]);
	});

	it('brands are created, changed and deleted', async () => {
		const brand = {
			name: 'Fell & Field',
			page_title: 'All of Fell',
			meta_keywords: ['fell'],
			meta_description: 'Of the fells',
			search_keywords: 'fell',
			image_url: 'https://cdn.example.com/fell.jpg',
			custom_url: { url: '/fell/', is_customized: true },
		};
		const made = await walk.call<{ data: Row }>('POST', BRANDS, 200, brand);
		const one = `${BRANDS}/${made.data.id}`;
		await walk.get(`${one}?include_fields=name`);
		await walk.call('POST', BRANDS, 409, { name: 'fell & field' });
		await walk.call('POST', BRANDS, 422, { page_title: 'No name' });
		const image_url = 'https://pictures.invalid/a.jpg';
		await walk.call('POST', BRANDS, 207, { name: 'Half', image_url });
		await walk.call('PUT', one, 200, { name: 'Fell', page_title: '' });
		await walk.call('PUT', one, 207, { name: 'Fell', image_url });
		await walk.call('PUT', one, 409, { name: 'Tarn' });
		await walk.call('PUT', one, 422, { name: 'Fell', custom_url: { url: '/ä/' } });
		await walk.call('PUT', `${BRANDS}/999999`, 404, { name: 'Nobody' });
		await walk.get(`${BRANDS}/999999`, 404);

		const form = (bytes: Uint8Array<ArrayBuffer> | string): FormData => {
			const data = new FormData();
			data.set('image_file', new Blob([bytes]), 'fell.png');
			return data;
		};
		await walk.call('POST', `${one}/image`, 200, form(PNG));
		await walk.call('POST', `${one}/image`, 422, form('no picture'));
		await walk.call('POST', `${BRANDS}/999999/image`, 404, form(PNG));
		await walk.call('DELETE', `${one}/image`, 204);

		await walk.call('DELETE', one, 204);
		await walk.call('DELETE', one, 404);
		await walk.call('DELETE', `${BRANDS}?name=Half`, 204);
		await walk.call('DELETE', BRANDS, 422);
		expect(walk.problems()).toEqual([]);
	});

	it('has no endpoint that this walk leaves out', () => {
		expect(walk.leftOut(brandAndCategoryRoutes)).toEqual([]);
	});
});
