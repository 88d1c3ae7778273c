/** The demo store answers as the vendor's OpenAPI files say: each endpoint, its errors too. */
import {
	brandAndCategoryRoutes,
	productAndVariantRoutes,
	productPartRoutes,
} from '../../demo/store/endpoints/catalogue.ts';
import { catalogueAssignmentRoutes } from '../../demo/store/endpoints/catalogueAssignments.ts';
import { channelListingRoutes } from '../../demo/store/endpoints/channelListings.ts';
import { customerAddressRoutes } from '../../demo/store/endpoints/customerAddresses.ts';
import { customerAttributeRoutes } from '../../demo/store/endpoints/customerAttributes.ts';
import { customerGroupRoutes } from '../../demo/store/endpoints/customerGroups.ts';
import { customerRoutes } from '../../demo/store/endpoints/customers.ts';
import { allRoutes } from '../../demo/store/endpoints/index.ts';
import { inventoryRoutes } from '../../demo/store/endpoints/inventory.ts';
import { metafieldRoutes } from '../../demo/store/endpoints/metafields.ts';
import { priceAssignmentRoutes } from '../../demo/store/endpoints/priceAssignments.ts';
import { priceListRoutes } from '../../demo/store/endpoints/priceLists.ts';
import { priceRecordRoutes } from '../../demo/store/endpoints/priceRecords.ts';
import { subscriberRoutes } from '../../demo/store/endpoints/subscribers.ts';
import type { Route } from '../../demo/store/http/routes.ts';
import {
	ABANDONED_CART_TOKEN,
	CART_ID,
	startDemoStore,
	type DemoStore,
} from '../../demo/store/index.ts';
import { describeContract } from './specs.ts';
import { StoreWalk, type Row } from './storeWalk.ts';

describeContract('The demo store', () => {
	let store: DemoStore;
	let walk: StoreWalk;

	beforeAll(async () => {
		store = await startDemoStore();
		walk = new StoreWalk(store);
	});

	afterAll(() => store.stop());

	describe('lists', () => {
		it.each([
			'/v2/store',
			'/v2/time',
			'/v2/currencies',
			'/v2/order_statuses',
			'/v2/order_statuses/2',
			'/v2/orders?limit=250',
			'/v2/orders?limit=5&page=2&sort=date_modified:desc&status_id=11',
			'/v2/orders/count',
			'/v2/orders/count?min_total=10',
			'/v2/coupons?limit=250',
			'/v2/coupons?exclude_type=promotion',
			'/v2/coupons/count',
			'/v3/channels',
			'/v3/channels?include=currencies&available=true',
			'/v3/channels/1',
			'/v3/sites',
			'/v3/promotions',
			'/v3/promotions?redemption_type=coupon&sort=name',
			'/v3/orders/payment_actions/refunds',
			'/v3/hooks',
			'/v3/hooks/admin',
			`/v3/carts/${CART_ID}`,
			`/v3/abandoned-carts/${ABANDONED_CART_TOKEN}`,
		])('GET %s', async (path) => {
			await walk.get(path);
			expect(walk.problems()).toEqual([]);
		});
	});

	describe('orders', () => {
		const ORDER_INCLUDES = 'include=consignments,consignments.line_items,fees';

		it('come with consignments and fees, in both structures', async () => {
			await walk.get(`/v2/orders?limit=250&${ORDER_INCLUDES}&consignment_structure=object`);
			await walk.get('/v2/orders?limit=250&include=consignments&consignment_structure=object');
			await walk.get(`/v2/orders?limit=250&${ORDER_INCLUDES}`);
			expect(walk.problems()).toEqual([]);
		});

		it('come alone, one of every status', async () => {
			for (const id of await onePerStatus()) {
				await walk.get(`/v2/orders/${id}`);
				await walk.get(`/v2/orders/${id}?${ORDER_INCLUDES}&consignment_structure=object`);
			}
			expect(walk.problems()).toEqual([]);
		});

		it.each([
			['v2', 'products'],
			['v2', 'shipping_addresses'],
			['v2', 'coupons'],
			['v2', 'taxes'],
			['v2', 'fees'],
			['v2', 'messages'],
			['v2', 'consignments'],
			['v2', 'consignments?include=consignments.line_items'],
			['v2', 'shipments'],
			['v2', 'shipments/count'],
			['v3', 'transactions'],
			['v3', 'payment_actions/refunds'],
		])('%s %s of every order', async (version, part) => {
			for (const { id } of await walk.rows('/v2/orders?limit=250')) {
				await walk.rows(`/${version}/orders/${id}/${part}`);
			}
			expect(walk.problems()).toEqual([]);
		});

		it.each(['products', 'shipping_addresses', 'shipments'])('%s one by one', async (part) => {
			const seen = await fromSomeOrder(part);
			for (const row of seen.rows) await walk.get(`/v2/orders/${seen.order}/${part}/${row.id}`);
			expect(walk.problems()).toEqual([]);
		});

		it('refunds one by one', async () => {
			for (const { id } of await walk.rows('/v3/orders/payment_actions/refunds')) {
				await walk.get(`/v3/orders/payment_actions/refunds/${id}`);
			}
			expect(walk.problems()).toEqual([]);
		});

		it('are created, changed and archived', async () => {
			const billing_address = {
				first_name: 'Ada',
				last_name: 'Berg',
				street_1: '1 Hill Road',
				city: 'Austin',
				state: 'Texas',
				zip: '78701',
				country: 'United States',
				country_iso2: 'US',
				email: 'ada@example.com',
			};
			const [product] = await walk.rows('/v3/catalog/products?limit=1');
			const products = [
				{ product_id: product?.id, quantity: 2 },
				{ name: 'Engraving', quantity: 1, price_inc_tax: 5, price_ex_tax: 5 },
			];
			const order = await walk.call<Row>('POST', '/v2/orders', 200, { billing_address, products });
			await walk.call('PUT', `/v2/orders/${order.id}`, 200, { status_id: 11, staff_notes: 'Rush' });
			await walk.call('POST', '/v2/orders', 400, { products });
			await walk.call('PUT', `/v2/orders/${order.id}`, 400, { status_id: 99 });
			await walk.call('DELETE', `/v2/orders/${order.id}`, 204);
			expect(walk.problems()).toEqual([]);
		});

		it('answer an empty list with 204 and an unknown id with 404', async () => {
			await walk.get('/v2/orders?min_id=999999', 204);
			await walk.get('/v2/orders/999999', 404);
			await walk.get('/v2/orders/999999/products', 404);
			await walk.get('/v3/orders/999999/transactions', 404);
			await walk.get('/v2/orders?status_id=x', 400);
			expect(walk.problems()).toEqual([]);
		});

		async function onePerStatus(): Promise<number[]> {
			const orders = await walk.rows('/v2/orders?limit=250');
			return [...new Map(orders.map((order) => [order.status_id, order.id])).values()];
		}

		/** The first order that has some, with them. */
		async function fromSomeOrder(part: string): Promise<{ order: number; rows: Row[] }> {
			for (const { id } of await walk.rows('/v2/orders?limit=250')) {
				const rows = await walk.rows(`/v2/orders/${id}/${part}`);
				if (rows.length > 0) return { order: id, rows };
			}
			throw new Error(`No order has ${part}`);
		}
	});

	it('shipments are created, changed and deleted', async () => {
		const orders = await walk.rows('/v2/orders?status_id=11');
		const order = orders.find((candidate) => candidate.shipping_address_count === 1);
		const lines = await walk.rows(`/v2/orders/${order?.id}/products`);
		const line = lines.find(({ type }) => type === 'physical');
		const path = `/v2/orders/${order?.id}/shipments`;
		const shipment = await walk.call<Row>('POST', path, 201, {
			order_address_id: line?.order_address_id,
			items: [{ order_product_id: line?.id, quantity: 1 }],
			tracking_number: '1Z999AA10123456784',
			shipping_provider: 'ups',
			comments: 'Left at the door',
		});
		await walk.call('PUT', `${path}/${shipment.id}`, 200, { tracking_carrier: 'dhl' });
		await walk.call('POST', path, 400, { order_address_id: 999_999, items: [] });
		await walk.get(`${path}/999999`, 404);
		await walk.call('DELETE', `${path}/${shipment.id}`, 204);
		await walk.get(path, 204);
		await walk.call('DELETE', path, 204);
		expect(walk.problems()).toEqual([]);
	});

	it('coupons are created, changed and deleted', async () => {
		const coupon = {
			name: 'Creator: Ada',
			code: 'ADA-10',
			type: 'percentage_discount',
			amount: '10',
			applies_to: { entity: 'categories', ids: [0] },
			expires: 'Fri, 31 Dec 2027 23:59:59 +0000',
			max_uses: 5,
		};
		const saved = await walk.call<Row>('POST', '/v2/coupons', 201, coupon);
		await walk.get('/v2/coupons?code=ADA-10');
		await walk.call('POST', '/v2/coupons', 409, coupon);
		await walk.call('POST', '/v2/coupons', 400, { ...coupon, code: 'ADA-11', type: 'gift' });
		await walk.call('PUT', `/v2/coupons/${saved.id}`, 200, { ...coupon, amount: '15' });
		await walk.call('PUT', '/v2/coupons/999999', 404, coupon);
		await walk.call('DELETE', `/v2/coupons/${saved.id}`, 204);
		await walk.call('DELETE', `/v2/coupons?id:in=${saved.id}`, 204);
		await walk.get('/v2/coupons?code=ADA-10', 204);
		expect(walk.problems()).toEqual([]);
	});

	it('promotions and their codes are created, changed and deleted', async () => {
		const rules = [
			{ action: { cart_value: { discount: { percentage_amount: '10' } } }, apply_once: true },
		];
		const made = await walk.call<{ data: Row }>('POST', '/v3/promotions', 201, {
			name: 'Followers',
			redemption_type: 'COUPON',
			coupon_type: 'BULK',
			rules,
		});
		const one = `/v3/promotions/${made.data.id}`;
		await walk.get(one);
		await walk.call('PUT', one, 200, { name: 'Followers of Ada' });
		await walk.call('POST', '/v3/promotions', 422, { name: 'No rules' });
		await walk.get('/v3/promotions/999999', 404);

		await walk.call('POST', `${one}/codegen`, 201, { batch_size: 3 });
		await walk.call('POST', `${one}/codegen`, 201, {
			batch_size: 2,
			prefix: 'ADA',
			delimiter: '-',
			code_length: 8,
		});
		await walk.call('POST', `${one}/codegen`, 422, { batch_size: 251 });
		await walk.call('POST', `${one}/codes`, 201, { code: 'ADA-FIRST', max_uses: 1 });
		await walk.get('/v3/promotions/codes?code=ADA-FIRST');
		await walk.call('DELETE', '/v3/promotions/codes?code=ADA-FIRST', 204);
		const codes = await walk.rows(`${one}/codes?limit=2`);
		const [first, second] = codes;
		await walk.call('DELETE', `${one}/codes/${first?.id}`, 204);
		await walk.call('DELETE', `${one}/codes?id:in=${second?.id}`, 204);
		await walk.call('DELETE', `${one}/codes`, 422);

		const promotions = await walk.rows('/v3/promotions');
		const automatic = promotions.find(({ redemption_type }) => redemption_type === 'AUTOMATIC');
		await walk.call('POST', `/v3/promotions/${automatic?.id}/codegen`, 405, { batch_size: 1 });
		await walk.call('DELETE', `/v3/promotions/${automatic?.id}`, 204);
		await walk.call('DELETE', '/v3/promotions', 422);
		await walk.call('DELETE', `/v3/promotions?id:in=${made.data.id}`, 422);
		await walk.call('DELETE', '/v3/promotions?id:in=999999', 204);
		expect(walk.problems()).toEqual([]);
	});

	it('hooks are created, changed and deleted', async () => {
		const hook = {
			scope: 'store/order/created',
			destination: 'https://n8n.example.com/webhook/1',
			headers: { 'x-secret': 'abc' },
		};
		const made = await walk.call<{ data: Row }>('POST', '/v3/hooks', 200, hook);
		const one = `/v3/hooks/${made.data.id}`;
		await walk.get(one);
		await walk.get('/v3/hooks?scope=store/order/created&is_active=true');
		await walk.get('/v3/hooks/admin');
		await walk.call('PUT', one, 200, { is_active: false });
		await walk.call('PUT', '/v3/hooks/admin', 204, { emails: ['ada@example.com'] });
		await walk.call('POST', '/v3/hooks', 422, { ...hook, destination: 'http://localhost' });
		await walk.call('PUT', one, 422, {});
		await walk.get('/v3/hooks/1', 404);
		await walk.call('DELETE', one, 200);
		expect(walk.problems()).toEqual([]);
	});

	it('refusals that every endpoint knows keep the shape that an endpoint documents', async () => {
		await walk.call('GET', '/v3/hooks', 401, undefined, { 'X-Auth-Token': 'wrong' });
		await walk.call('GET', '/v3/catalog/brands', 401, undefined, { 'X-Auth-Token': 'wrong' });
		await walk.call('POST', '/v3/hooks', 415, 'a=1', { 'Content-Type': 'text/plain' });
		store.setScopes([]);
		await walk.get('/v3/catalog/brands', 403);
		await walk.get('/v2/orders', 403);
		store.setScopes('all');
		store.setQuota({ requests: 1, windowMs: 60_000 });
		await walk.get('/v3/hooks');
		await walk.get('/v3/hooks', 429);
		store.setQuota({ requests: 100_000, windowMs: 30_000 });
		expect(walk.problems()).toEqual([]);
	});

	it('all orders are archived at once (last, because nothing is left of them)', async () => {
		await walk.call('DELETE', '/v2/orders', 204);
		expect(walk.problems()).toEqual([]);
	});

	it('has no endpoint that no walk calls', () => {
		// These have a walk of their own beside this file.
		const elsewhere = new Set<Route>([
			...brandAndCategoryRoutes,
			...catalogueAssignmentRoutes,
			...channelListingRoutes,
			...customerAddressRoutes,
			...customerAttributeRoutes,
			...customerGroupRoutes,
			...customerRoutes,
			...inventoryRoutes,
			...metafieldRoutes,
			...priceAssignmentRoutes,
			...priceListRoutes,
			...priceRecordRoutes,
			...productAndVariantRoutes,
			...productPartRoutes,
			...subscriberRoutes,
		]);
		const own = allRoutes(() => []).filter((route) => !elsewhere.has(route));
		expect(walk.leftOut(own)).toEqual([]);
	});
});
