/** Stock, its adjustments and the locations, held against the vendor's OpenAPI files. */
import { inventoryRoutes } from '../../demo/store/endpoints/inventory.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk } from './storeWalk.ts';

describeContract('The inventory of the demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;
	let sku = '';
	let variant_id = 0;
	let product_id = 0;

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
		const products = [...store.state.products.values()];
		const variant = products.find(({ inventory_tracking }) => inventory_tracking === 'variant')
			?.variants[0];
		sku = variant?.sku ?? '';
		variant_id = variant?.id ?? 0;
		product_id =
			products.find(({ inventory_tracking }) => inventory_tracking === 'product')?.id ?? 0;
	});

	afterAll(() => store.stop());

	it.each([
		'',
		'?limit=1000',
		'?page=2&limit=5',
		'?location_id:in=1,2&variant_id:in=301,302&product_id:in=77,78',
		'?location_code:in=DEPOT',
	])('items%s', async (query) => {
		await walk.get(`/v3/inventory/items${query}`);
		expect(walk.problems()).toEqual([]);
	});

	it('items of a location', async () => {
		const path = '/v3/inventory/locations/2/items';
		await walk.get(`${path}?limit=1000`);
		await walk.get(`${path}?sku:in=${sku}&variant_id:in=${variant_id}&page=1`);
		await walk.get(`${path}?product_id:in=${product_id},${product_id}&variant_id:in=1,2`);
		await walk.get('/v3/inventory/locations/99/items', 404);
		expect(walk.problems()).toEqual([]);
	});

	it('adjustments', async () => {
		const items = [
			{ location_id: 1, sku, quantity: 12 },
			{ location_id: 1, product_id, quantity: 12 },
			{ location_id: 2, variant_id, quantity: 12 },
		];
		const [absolute, relative] = [
			'/v3/inventory/adjustments/absolute',
			'/v3/inventory/adjustments/relative',
		];
		await walk.call('PUT', absolute, 200, { reason: 'count', items });
		await walk.call('POST', relative, 200, { reason: 'sold', items });
		for (const [method, path] of [
			['PUT', absolute],
			['POST', relative],
		] as const) {
			await walk.call(method, path, 422, { items: [{ ...items[0], sku: 'NOWHERE' }] });
			await walk.call(method, path, 422, { items: [{ ...items[0], variant_id }] });
			await walk.call(method, path, 422, { items: [{ ...items[2], quantity: -40 }] });
			await walk.call(method, path, 422, { items: Array<unknown>(2_001).fill(items[0]) });
			await walk.call(method, path, 422, {});
		}
		expect(walk.problems()).toEqual([]);
	});

	it('settings', async () => {
		const path = '/v3/inventory/locations/1/items';
		const rows = [{ sku }, { variant_id }, { product_id }].map((identity) => ({
			identity,
			safety_stock: 1,
			is_in_stock: true,
			warning_level: 2,
			bin_picking_number: 'A1',
		}));
		await walk.call('PUT', path, 200, { settings: rows });
		await walk.call('PUT', path, 422, { settings: [{ identity: { sku } }] });
		await walk.call('PUT', path, 422, {});
		await walk.get(path);
		expect(walk.problems()).toEqual([]);
	});

	it('locations', async () => {
		const path = '/v3/inventory/locations';
		const location = {
			code: 'HARBOR',
			label: 'Harbor Store',
			description: 'By the quay',
			managed_by_external_source: true,
			type_id: 'PHYSICAL',
			enabled: true,
			time_zone: 'America/Boise',
			storefront_visibility: true,
			operating_hours: { monday: { open: true, opening: '08:00', closing: '16:00' } },
			special_hours: [{ label: 'Thanksgiving', date: '2026-11-26', open: false }],
			address: {
				address1: '1 Quay',
				city: 'Boise',
				state: 'ID',
				zip: '83702',
				email: 'harbor@example.com',
				geo_coordinates: { latitude: 1, longitude: 2 },
				country_code: 'US',
			},
		};
		await walk.call('POST', path, 200, [location]);
		await walk.get(path);
		const filters =
			'type_id:in=PHYSICAL&managed_by_external_source=true&storefront_visibility=true';
		const [made] = await walk.rows(`${path}?location_code:in=HARBOR&is_active=true&${filters}`);
		await walk.get(`${path}?location_id:in=1,2&is_default=false&page=1&limit=1000`);
		await walk.call('PUT', path, 200, [{ id: made?.id, label: 'Harbor' }]);
		await walk.call('POST', path, 422, [{ label: 'No address' }]);
		await walk.call('PUT', path, 422, [{ id: 99 }]);
		await walk.call('DELETE', `${path}?location_id:in=1`, 422);
		await walk.call('DELETE', `${path}?location_id:in=99`, 404);
		await walk.call('DELETE', `${path}?location_id:in=${made?.id}`, 200);
		expect(walk.problems()).toEqual([]);
	});

	it('leaves no endpoint out', () => {
		expect(walk.leftOut(inventoryRoutes)).toEqual([]);
	});
});
