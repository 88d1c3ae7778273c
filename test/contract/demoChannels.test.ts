/** What a channel sells: assignments and listings, held against the vendor's OpenAPI files. */
import { catalogueAssignmentRoutes } from '../../demo/store/endpoints/catalogueAssignments.ts';
import { channelListingRoutes } from '../../demo/store/endpoints/channelListings.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

const OUTLET = 664_321;

describeContract('The channels of the demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;
	let product = { id: 0, variants: [{ id: 0 }] };

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
		product = [...store.state.products.values()][4] ?? product;
	});

	afterAll(() => store.stop());

	it.each([
		['channel', OUTLET],
		['category', 27],
	])('%s assignments', async (name, id) => {
		const path = `/v3/catalog/products/${name}-assignments`;
		const row = { product_id: product.id, [`${name}_id`]: id };
		await walk.call('PUT', path, 204, [row]);
		await walk.call('PUT', path, 422, [{ ...row, product_id: 999_999 }]);
		await walk.get(path);
		await walk.get(`${path}?product_id:in=${product.id},77&${name}_id:in=${id},1&limit=250&page=1`);
		await walk.call('DELETE', path, 422);
		await walk.call('DELETE', `${path}?product_id:in=${product.id}&${name}_id:in=${id}`, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('listings', async () => {
		const path = `/v3/channels/${OUTLET}/listings`;
		const listing = {
			product_id: product.id,
			external_id: 'X-1',
			state: 'active',
			name: 'Outlet shirt',
			description: 'Last season',
			variants: product.variants.map(({ id }) => ({
				product_id: product.id,
				variant_id: id,
				external_id: `X-${id}`,
				state: 'active',
			})),
		};
		const { data } = await walk.call<{ data: Row[] }>('POST', path, 200, [listing]);
		const listing_id = data[0]?.listing_id;
		await walk.call('PUT', path, 200, [{ ...listing, listing_id, state: 'disabled' }]);
		await walk.call('PUT', path, 200, [{ ...listing, listing_id: 9_999 }]);
		await walk.get(path);
		await walk.get(`${path}?limit=1`);
		await walk.get(`${path}?limit=1&after=1&product_id:in=77,78&date_created:min=2020-01-01`);
		await walk.get(`${path}/${String(listing_id)}`);
		await walk.get(`${path}/9999`, 404);
		await walk.get('/v3/channels/5/listings');
		await walk.call('POST', path, 422, [{ product_id: product.id }]);
		await walk.call('POST', path, 422, [{ ...listing, product_id: 999_999 }]);
		await walk.call('POST', '/v3/channels/5/listings', 422, [listing]);
		await walk.call('PUT', path, 422, [{ ...listing, listing_id: 0 }]);
		await walk.get(`${path}?limit=x`, 422);
		expect(walk.problems()).toEqual([]);
	});

	it('leave no endpoint out', () => {
		const routes = [...catalogueAssignmentRoutes, ...channelListingRoutes];
		expect(walk.leftOut(routes)).toEqual([]);
	});
});
