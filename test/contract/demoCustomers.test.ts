/** Customers and all that belongs to them, held against the vendor's OpenAPI files. */
import { customerRoutes } from '../../demo/store/endpoints/customers.ts';
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

const TIMES = 'date_created:min=2020-01-01T00:00:00Z&date_modified:max=2040-01-01T00:00:00Z';
const CUSTOMERS = '/v3/customers';

describeContract('The customers of the demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
	});

	afterAll(() => store.stop());

	it('customers', async () => {
		const customer = { email: 'ada@example.com', first_name: 'Ada', last_name: 'Berg' };
		const more = {
			...customer,
			email: 'ben@example.com',
			customer_group_id: 2,
			store_credit_amounts: [{ amount: 5 }],
			authentication: { force_password_reset: true, new_password: 'nine words' },
			channel_ids: [1],
			form_fields: [{ name: 'VAT number', value: 'DE1' }],
			trigger_account_created_notification: false,
		};
		const made = await walk.call<{ data: Row[] }>('POST', CUSTOMERS, 200, [customer, more]);
		const id = made.data[0]?.id;
		await walk.call('PUT', CUSTOMERS, 200, [{ id, company: 'Berg & Co', customer_group_id: 0 }]);
		await walk.call('POST', CUSTOMERS, 422, [customer]);
		await walk.call('POST', CUSTOMERS, 422, [
			{ ...customer, email: 'x@example.com', customer_group_id: 99 },
		]);
		await walk.call('PUT', CUSTOMERS, 422, [{ id: 999_999, company: 'Nobody' }]);
		await walk.call('PUT', CUSTOMERS, 422, [{ id, email: 'ben@example.com' }]);
		const eleven = Array.from({ length: 11 }, () => customer);
		await walk.call('POST', CUSTOMERS, 413, eleven);
		await walk.get(CUSTOMERS);
		await walk.get(
			`${CUSTOMERS}?include=addresses,storecredit,attributes,formfields,shopper_profile_id,segment_ids`,
		);
		await walk.get(`${CUSTOMERS}?email:in=ada@example.com,ben@example.com&${TIMES}`);
		await walk.get(`${CUSTOMERS}?customer_group_id:in=1,2&name:like=a&sort=last_name:asc&limit=2`);
		await walk.get(`${CUSTOMERS}?id:in=999999`);
		await walk.call('DELETE', `${CUSTOMERS}?id:in=${id},999999`, 204);
		expect(store.state.customers.has(id ?? 0)).toBe(false);
		expect(walk.problems()).toEqual([]);
	});

	it('leaves no endpoint out', () => {
		expect(walk.leftOut([...customerRoutes])).toEqual([]);
	});
});
