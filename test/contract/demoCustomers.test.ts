/** Customers and all that belongs to them, held against the vendor's OpenAPI files. */
import { customerAddressRoutes } from '../../demo/store/endpoints/customerAddresses.ts';
import { customerAttributeRoutes } from '../../demo/store/endpoints/customerAttributes.ts';
import { customerGroupRoutes } from '../../demo/store/endpoints/customerGroups.ts';
import { customerRoutes } from '../../demo/store/endpoints/customers.ts';
import { subscriberRoutes } from '../../demo/store/endpoints/subscribers.ts';
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

	it('subscribers', async () => {
		const all = '/v3/customers/subscribers';
		const subscriber = {
			email: 'ada@example.com',
			first_name: 'Ada',
			last_name: 'Berg',
			source: 'custom',
			order_id: 100,
			channel_id: 1,
			consents: ['marketing_newsletter', 'abandoned_cart'],
		};
		const { data } = await walk.call<{ data: Row }>('POST', all, 200, subscriber);
		const one = `${all}/${data.id}`;
		await walk.call('POST', all, 409, subscriber);
		await walk.call('POST', all, 422, { first_name: 'Nobody' });
		await walk.call('PUT', one, 200, { first_name: 'A.', order_id: null });
		await walk.call('PUT', one, 409, { email: 'jonas.weber@example.com' });
		await walk.call('PUT', one, 422, { consents: ['everything'] });
		await walk.call('PUT', `${all}/999`, 404, { first_name: 'A.' });
		await walk.get(one);
		await walk.get(`${all}/999`, 404);
		await walk.get(`${all}?email=ada@example.com&source=custom&first_name=A.&${TIMES}`);
		await walk.get(`${all}?id:in=1,2&page=1&limit=1`);
		await walk.call('DELETE', one, 204);
		await walk.call('DELETE', `${all}?email=jonas.weber@example.com`, 204);
		expect(store.state.subscribers.size).toBe(2);
		await walk.call('DELETE', all, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('groups', async () => {
		const all = '/v2/customer_groups';
		const made = await walk.call<Row>('POST', all, 200, {
			name: 'Clubs',
			is_group_for_guests: true,
			category_access: { type: 'specific', categories: [1, 2] },
			discount_rules: [
				{ type: 'all', method: 'percent', amount: '5' },
				{ type: 'category', method: 'fixed', amount: '9.5', category_id: 1 },
				{ type: 'product', method: 'price', amount: '1', product_id: 80 },
			],
		});
		const one = `${all}/${made.id}`;
		await walk.call('PUT', one, 200, {
			discount_rules: [{ type: 'price_list', price_list_id: 1 }],
		});
		await walk.call('PUT', one, 200, { name: 'Teams', discount_rules: [] });
		await walk.call('PUT', one, 400, { discount_rules: [{ type: 'everything' }] });
		await walk.call('POST', all, 400, { is_default: true });
		await walk.get(all);
		await walk.get(`${all}/count`);
		await walk.get(`${all}?name:like=t&is_default=false&is_group_for_guests=true&${TIMES}`);
		await walk.get(one);
		await walk.get(`${all}/99`, 404);
		await walk.call('DELETE', one, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('addresses', async () => {
		const all = '/v3/customers/addresses';
		const address = {
			customer_id: 1,
			first_name: 'Ada',
			last_name: 'Berg',
			company: 'Berg & Co',
			address1: '1 Main Street',
			address2: 'Floor 2',
			city: 'Portland',
			state_or_province: 'Oregon',
			postal_code: '97205',
			country_code: 'US',
			phone: '555-0199',
			address_type: 'commercial',
		};
		const { data } = await walk.call<{ data: Row[] }>('POST', all, 200, [address]);
		const id = data[0]?.id;
		expect(await walk.call('POST', all, 200, [address])).toMatchObject({ data: [] });
		await walk.call('POST', all, 422, [{ ...address, country_code: 'USA' }]);
		await walk.call('POST', all, 422, [{ ...address, customer_id: 999 }]);
		await walk.call('PUT', all, 200, [{ id, city: 'Salem' }]);
		await walk.call('PUT', all, 422, [{ id: 999, city: 'Salem' }]);
		await walk.get(`${all}?customer_id:in=1,2&include=formfields&page=1&limit=1`);
		await walk.get(`${all}?id:in=${id}&company:in=Berg %26 Co&name:in=Ada Berg`);
		await walk.call('DELETE', `${all}?id:in=${id}`, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('attributes and their values', async () => {
		const all = '/v3/customers/attributes';
		const values = '/v3/customers/attribute-values';
		const wanted = [{ name: 'Joined', type: 'date' }];
		const { data } = await walk.call<{ data: Row[] }>('POST', all, 200, wanted);
		const id = data[0]?.id ?? 0;
		await walk.call('POST', all, 422, wanted);
		await walk.call('POST', all, 422, [{ name: 'Size', type: 'list' }]);
		await walk.call('PUT', all, 200, [{ id, name: 'Joined on' }]);
		await walk.call('PUT', all, 422, [{ id: 999, name: 'Nobody' }]);
		await walk.get(`${all}?name:like=join&type=date&page=1&limit=5&${TIMES}`);
		await walk.get(`${all}?name=Joined on`);
		const value = { attribute_id: id, customer_id: 1, value: '2026-01-31' };
		const set = await walk.call<{ data: Row[] }>('PUT', values, 200, [value]);
		await walk.call('PUT', values, 422, [{ ...value, customer_id: 999 }]);
		await walk.call('PUT', values, 422, Array<unknown>(11).fill(value));
		await walk.get(`${values}?customer_id:in=1,2&attribute_id:in=${id}&${TIMES}`);
		await walk.get(`${values}?name=Joined on&page=1&limit=5`);
		await walk.get('/v3/customers?include=attributes');
		await walk.call('DELETE', `${values}?id:in=${set.data[0]?.id}`, 204);
		await walk.call('DELETE', `${all}?id:in=${id}`, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('leaves no endpoint out', () => {
		expect(
			walk.leftOut([
				...customerAddressRoutes,
				...customerAttributeRoutes,
				...customerGroupRoutes,
				...customerRoutes,
				...subscriberRoutes,
			]),
		).toEqual([]);
	});
});
