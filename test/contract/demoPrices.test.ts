/** Price lists, their records and assignments, held against the vendor's OpenAPI file. */
import { priceAssignmentRoutes } from '../../demo/store/endpoints/priceAssignments.ts';
import { priceListRoutes } from '../../demo/store/endpoints/priceLists.ts';
import { priceRecordRoutes } from '../../demo/store/endpoints/priceRecords.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

const TIMES = 'date_created:min=2020-01-01T00:00:00Z&date_modified:max=2040-01-01T00:00:00Z';
const LISTS = '/v3/pricelists';
const RECORDS = '/v3/pricelists/1/records';

describeContract('The price lists of the demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;
	let seeded = { id: 0, sku: '' };
	let free = { id: 0, sku: '' };

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
		const variants = [...store.state.products.values()].flatMap((product) => product.variants);
		seeded = variants[0] ?? seeded;
		free = variants.at(-1) ?? free;
	});

	afterAll(() => store.stop());

	it('lists', async () => {
		const { data } = await walk.call<{ data: Row }>('POST', LISTS, 200, { name: 'Clubs' });
		const one = `${LISTS}/${data.id}`;
		await walk.get(LISTS);
		await walk.get(`${LISTS}?page=1&limit=1`);
		await walk.get(`${LISTS}?name:like=l&id:in=1,2,3&${TIMES}`);
		await walk.get(one);
		await walk.call('PUT', one, 200, { name: 'Clubs and Teams', active: false });
		await walk.call('POST', LISTS, 409, { name: 'Wholesale' });
		await walk.call('PUT', one, 409, { name: 'Wholesale' });
		await walk.call('POST', LISTS, 422, { active: true });
		await walk.call('PUT', one, 422, { name: '' });
		await walk.call('PUT', `${LISTS}/99`, 404, { name: 'X' });
		await walk.get(`${LISTS}/99`, 404);
		await walk.call('DELETE', one, 204);
		await walk.call('DELETE', `${LISTS}?id:in=77,78&name=Nothing`, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('records are read', async () => {
		const page = await walk.get<{ meta: { cursor_pagination: { end_cursor: string } } }>(
			`${RECORDS}?limit=1&include=bulk_pricing_tiers,sku`,
		);
		const after = encodeURIComponent(page.meta.cursor_pagination.end_cursor);
		await walk.get(`${RECORDS}?limit=1&after=${after}`);
		await walk.get(`${RECORDS}?limit=2&page=2`);
		await walk.get(`${RECORDS}?variant_id:in=${seeded.id},${free.id}&currency=USD&${TIMES}`);
		await walk.get(`${RECORDS}?sku:in=${seeded.sku}&currency:in=USD,EUR&price:min=1&price:max=9`);
		await walk.get(`${RECORDS}?product_id:in=77,78&calculated_price:min=1&sale_price:max=9`);
		await walk.get(`${RECORDS}/${seeded.id}?include=bulk_pricing_tiers,sku&limit=1`);
		await walk.get(`${RECORDS}/${seeded.id}/USD?include=bulk_pricing_tiers,sku`);
		await walk.get(`${RECORDS}/${free.id}/USD`, 404);
		expect(walk.problems()).toEqual([]);
	});

	it('records are written and deleted', async () => {
		const bulk_pricing_tiers = [
			{ quantity_min: 5, quantity_max: 9, type: 'price', amount: 1.5 },
			{ quantity_min: 10, quantity_max: 20, type: 'percent', amount: 10 },
		];
		const prices = { price: 10.5, sale_price: 9, retail_price: 12, map_price: 8 };
		const row = { variant_id: free.id, currency: 'USD', ...prices, bulk_pricing_tiers };
		const bad = { ...row, variant_id: 999_999 };
		await walk.call('POST', RECORDS, 200, [row]);
		await walk.call('POST', RECORDS, 422, [row]);
		await walk.call('PUT', RECORDS, 200, [{ sku: free.sku, currency: 'eur', price: 3 }]);
		await walk.call('PUT', RECORDS, 422, [row, bad]);
		await walk.call('PUT', RECORDS, 422, Array<unknown>(1_001).fill(row));

		const some = `${LISTS}/records`;
		await walk.call('POST', some, 200, [{ ...row, price_list_id: 2 }]);
		await walk.call('POST', some, 422, [{ ...row, price_list_id: 2 }]);
		await walk.call('PUT', some, 200, [{ ...row, price_list_id: 2, price: 3 }]);
		await walk.call('PUT', some, 422, [{ ...bad, price_list_id: 2 }]);

		const one = `${RECORDS}/${free.id}/USD`;
		await walk.call('PUT', one, 200, { ...prices, bulk_pricing_tiers });
		await walk.call('PUT', one, 422, { price: -1 });
		await walk.call('PUT', `${RECORDS}/999999/USD`, 404, prices);
		store.setLatency(40);
		await Promise.allSettled([1, 2, 3].map(() => walk.call('PUT', RECORDS, 429, [row])));
		store.setLatency(0);
		await walk.call('DELETE', one, 204);
		await walk.call('DELETE', `${RECORDS}?currency=EUR&variant_id:in=${free.id}`, 204);
		await walk.call('DELETE', `${RECORDS}?sku:in=${seeded.sku}`, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('assignments', async () => {
		const all = `${LISTS}/assignments`;
		const own = `${LISTS}/2/assignments`;
		await walk.call('POST', all, 200, [{ price_list_id: 2, customer_group_id: 1, channel_id: 1 }]);
		await walk.call('POST', all, 422, [{ price_list_id: 99, channel_id: 1 }]);
		await walk.call('PUT', own, 200, { customer_group_id: 2, channel_id: 1 });
		await walk.call('PUT', own, 404, { customer_group_id: 99, channel_id: 1 });
		await walk.get(all);
		await walk.get(`${all}?price_list_id=2&customer_group_id=1&channel_id=1&page=1&limit=5`);
		await walk.get(
			`${all}?price_list_id:in=1,2&customer_group_id:in=1,2&channel_id:in=1&id:in=1,2`,
		);
		await walk.call('DELETE', all, 422);
		await walk.call('DELETE', `${all}?price_list_id=2&channel_id:in=1`, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('deletions wait for each other', async () => {
		store.state.settings.priceDeletionMs = 60_000;
		await walk.call('DELETE', RECORDS, 204);
		await walk.call('DELETE', RECORDS, 503);
		await walk.call('DELETE', `${LISTS}/1`, 503);
		await walk.call('DELETE', LISTS, 503);
		expect(walk.problems()).toEqual([]);
	});

	it('leave no endpoint out', () => {
		const routes = [...priceAssignmentRoutes, ...priceListRoutes, ...priceRecordRoutes];
		expect(walk.leftOut(routes)).toEqual([]);
	});
});
