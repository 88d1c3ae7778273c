/** The metafields of each kind of record, held against the vendor's OpenAPI files. */
import { metafieldRoutes } from '../../demo/store/endpoints/metafields.ts';
import { CART_ID, startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

interface Kind {
	/** Of one record and of the collection. */
	one: string;
	all: string;
	resource_id: number | string;
}

const field = { permission_set: 'read', namespace: 'attribution', key: 'source', value: 'reel' };

const FILTERS =
	'?limit=2&key:in=source,second&namespace:in=attribution&direction=desc' +
	'&date_created:min=2020-01-01T00:00:00&date_modified:max=2040-01-01T00:00:00';

describeContract('Metafields of the demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;
	const kinds: Record<string, Kind> = {};

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
		const product = [...store.state.products.values()][0];
		const products = `/v3/catalog/products/${product?.id}`;
		const variant = product?.variants[0]?.id ?? 0;
		Object.assign(kinds, {
			orders: { one: '/v3/orders/101', all: '/v3/orders', resource_id: 101 },
			products: { one: products, all: '/v3/catalog/products', resource_id: product?.id },
			variants: {
				one: `${products}/variants/${variant}`,
				all: '/v3/catalog/variants',
				resource_id: variant,
			},
			categories: {
				one: '/v3/catalog/categories/18',
				all: '/v3/catalog/categories',
				resource_id: 18,
			},
			brands: { one: '/v3/catalog/brands/35', all: '/v3/catalog/brands', resource_id: 35 },
			customers: { one: '/v3/customers/1', all: '/v3/customers', resource_id: 1 },
			carts: { one: `/v3/carts/${CART_ID}`, all: '/v3/carts', resource_id: CART_ID },
			channels: { one: '/v3/channels/1', all: '/v3/channels', resource_id: 1 },
			locations: {
				one: '/v3/inventory/locations/1',
				all: '/v3/inventory/locations',
				resource_id: 1,
			},
		});
	});

	afterAll(() => store.stop());

	const NAMES = [
		'orders',
		'products',
		'variants',
		'categories',
		'brands',
		'customers',
		'carts',
		'channels',
		'locations',
	];
	const kind = (name: string): Kind => {
		const found = kinds[name];
		if (!found) throw new Error(`no kind ${name}`);
		return found;
	};

	it.each(NAMES)('of one of the %s', async (name) => {
		const { one } = kind(name);
		const path = `${one}/metafields`;
		const made = await walk.call<{ data: Row }>('POST', path, 200, field);
		await walk.call('POST', path, 200, { ...field, key: 'second', description: 'Where from' });
		await walk.call('POST', path, 200, { ...field, key: 'third', description: 'Where to' });
		await walk.get(path);
		await walk.get(`${path}?limit=1&key=source&namespace=attribution`);
		const page = await walk.get<{ meta: { cursor_pagination: { end_cursor: string } } }>(
			`${path}?limit=1`,
		);
		const after = encodeURIComponent(page.meta.cursor_pagination.end_cursor);
		await walk.get(`${path}?limit=1&after=${after}`);
		await walk.get(`${path}?limit=1&before=${after}`);
		const single = `${path}/${made.data.id}`;
		await walk.get(single);
		// Only the file on customers wants the id in the body as well.
		const id = name === 'customers' ? { id: made.data.id } : {};
		await walk.call('PUT', single, 200, { ...field, ...id, value: 'story' });
		await walk.call('POST', path, 409, field);
		await walk.call('POST', path, 422, { ...field, value: 7 });
		await walk.call('POST', path, 400, [field]);
		await walk.call('PUT', single, 400, [field]);
		await walk.call('PUT', single, 422, { ...field, value: '' });
		await walk.call('DELETE', single, 204);
		await walk.get(single, 404);
		await walk.call('DELETE', single, 404);
		await walk.call('PUT', single, 404, field);
		expect(walk.problems()).toEqual([]);
	});

	it.each(NAMES)('of many %s', async (name) => {
		const { all, resource_id } = kind(name);
		const path = `${all}/metafields`;
		const row = { ...field, key: 'batch', resource_id };
		const made = await walk.call<{ data: Row[] }>('POST', path, 200, [
			row,
			{ ...row, key: 'batch 2' },
		]);
		const [first, second] = made.data;
		await walk.get(path);
		await walk.get(`${path}${FILTERS}`);
		await walk.get(`${path}?include_fields=resource_id,value,owner_client_id`);
		const changed = [first, second].map((metafield) => ({
			...field,
			key: metafield?.key,
			// Text in the file on locations, though the same file answers numbers.
			id: name === 'locations' ? String(metafield?.id) : metafield?.id,
			value: 'story',
		}));
		await walk.call('PUT', path, 200, changed);
		await walk.call('POST', path, 422, [row, { ...row, key: 'batch 3' }]);
		await walk.call('PUT', path, 422, [...changed, { ...field, id: 999_999 }]);
		await walk.call('DELETE', path, 422, [Number(first?.id), 999_999]);
		await walk.call('DELETE', path, 200, [Number(second?.id)]);
		await walk.call('POST', path, 400, row);
		await walk.call('PUT', path, 400, row);
		await walk.call('DELETE', path, 400, {});
		expect(walk.problems()).toEqual([]);
	});

	it('leave no endpoint out', () => {
		expect(walk.leftOut(metafieldRoutes)).toEqual([]);
	});
});
