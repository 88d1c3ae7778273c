import fc from 'fast-check';

import {
	eventsIn,
	isOfStore,
	readBody,
	readDelivery,
	toItem,
} from '../../nodes/BigCommerce/triggers/eventItem';
import { subjectOf } from '../../nodes/BigCommerce/triggers/eventSubject';

describe('what an event is about', () => {
	it.each<[string, object, object]>([
		[
			'store/order/created',
			{ type: 'order', id: 250 },
			{ resource: 'order', resourceId: 250, ids: {} },
		],
		[
			'store/order/statusUpdated',
			{ type: 'order', id: 250, status: { previous_status_id: 0, new_status_id: 10 } },
			{ resource: 'order', resourceId: 250, ids: { previousStatusId: 0, newStatusId: 10 } },
		],
		[
			'store/order/message/created',
			{ type: 'order', id: 250, message: { order_message_id: 3 } },
			{ resource: 'order', resourceId: 250, ids: { orderMessageId: 3 } },
		],
		[
			'store/order/transaction/created',
			{ type: 'transaction', order_id: '250', transaction_id: 'ch_1F', transaction_status: 'ok' },
			{ resource: 'order', resourceId: 250, ids: { orderId: 250, transactionId: 'ch_1F' } },
		],
		[
			'store/shipment/created',
			{ type: 'shipment', id: 12, orderId: 251 },
			{ resource: 'shipment', resourceId: 12, ids: { orderId: 251 } },
		],
		[
			'store/cart/converted',
			{ type: 'cart', id: 'uuid-1', orderId: 252 },
			{ resource: 'cart', resourceId: 'uuid-1', ids: { orderId: 252 } },
		],
		[
			'store/cart/lineItem/updated',
			{ type: 'cart_line_item', id: 'line-1', cartId: 'uuid-1' },
			{ resource: 'cartLineItem', resourceId: 'line-1', ids: { cartId: 'uuid-1' } },
		],
		[
			'store/customer/address/created',
			{ type: 'customer', id: 60, address: { customer_id: 32 } },
			{ resource: 'customerAddress', resourceId: 60, ids: { customerId: 32 } },
		],
		[
			'store/customer/channel/login/access/updated',
			{ customer_id: 32, channel_ids: [1, 2] },
			{ resource: 'customer', resourceId: 32, ids: { customerId: 32 } },
		],
		[
			'store/product/inventory/updated',
			{ type: 'product', id: 167, inventory: { product_id: 167, method: 'absolute', value: 6 } },
			{ resource: 'product', resourceId: 167, ids: { productId: 167 } },
		],
		[
			'store/sku/inventory/updated',
			{
				type: 'sku',
				id: 461,
				inventory: { product_id: 206, variant_id: 509, method: 'absolute', value: 5 },
			},
			{ resource: 'variant', resourceId: 509, ids: { productId: 206, variantId: 509 } },
		],
		[
			'store/sku/created',
			{ type: 'sku', id: 461, sku: { product_id: 206, variant_id: 509 } },
			{ resource: 'variant', resourceId: 509, ids: { productId: 206, variantId: 509 } },
		],
		[
			'store/order/metafield/created',
			{ metafield_id: 7, resource_id: '250' },
			{ resource: 'metafield', resourceId: 7, ids: { metafieldId: 7, ownerId: 250 } },
		],
		[
			'store/channel/5/order/created',
			{ channel_id: 5, order_id: 250 },
			{ resource: 'order', resourceId: 250, ids: { channelId: 5, orderId: 250 } },
		],
		[
			'store/channel/updated',
			{ type: 'channel', id: 5 },
			{ resource: 'channel', resourceId: 5, ids: {} },
		],
		[
			'store/inventory/location/updated',
			{ location_id: 2 },
			{ resource: 'location', resourceId: 2, ids: { locationId: 2 } },
		],
		[
			'store/channel/*/inventory/product/low_stock_reached',
			{ location_id: 2, product_id: 4, variant_id: 6 },
			{ resource: 'product', resourceId: 4, ids: { locationId: 2, productId: 4, variantId: 6 } },
		],
		[
			'store/priceList/created',
			{ price_list_id: 3 },
			{ resource: 'priceList', resourceId: 3, ids: { priceListId: 3 } },
		],
		[
			'store/order/refund/created',
			{ type: 'order', id: 250, refund: { refund_id: 9 } },
			{ resource: 'order', resourceId: 250, ids: { refundId: 9 } },
		],
		[
			'store/cart/couponApplied',
			{ type: 'cart', id: 'uuid-1', couponId: 6 },
			{ resource: 'cart', resourceId: 'uuid-1', ids: { couponId: 6 } },
		],
		[
			'store/cart/abandoned',
			{ type: 'cart', id: 'uuid-1', token: 'abc' },
			{ resource: 'cart', resourceId: 'uuid-1', ids: { token: 'abc' } },
		],
		[
			'store/cart/abandoned',
			{ type: 'cart', token: 'abc' },
			{ resource: 'cart', resourceId: 'abc', ids: { token: 'abc' } },
		],
		[
			'store/customer/payment/instrument/default/updated',
			{ type: 'customer', id: 32 },
			{ resource: 'customer', resourceId: 32, ids: {} },
		],
		[
			'store/metafield/updated',
			{ metafield_id: 7, resource_id: '250', resource_type: 'order', namespace: 'a' },
			{ resource: 'metafield', resourceId: 7, ids: { metafieldId: 7, ownerId: 250 } },
		],
		[
			'store/product/variant/metafield/deleted',
			{ metafield_id: 7, resource_id: '250' },
			{ resource: 'metafield', resourceId: 7, ids: { metafieldId: 7, ownerId: 250 } },
		],
		[
			'store/modifier/updated',
			{
				type: 'shared_modifier',
				id: 4,
				affected_product_ids: [1, 2],
				context: { channel_id: 3, locale: 'fr' },
			},
			{ resource: 'modifier', resourceId: 4, ids: { channelId: 3 } },
		],
		[
			'store/product/updated',
			{ type: 'product', id: 167, properties: ['name'], context: { channel_id: 3, locale: 'fr' } },
			{ resource: 'product', resourceId: 167, ids: { channelId: 3 } },
		],
		[
			'store/priceLists/deleted',
			{ price_list_ids: [3, 4] },
			{ resource: 'priceLists', resourceId: null, ids: {} },
		],
		[
			'store/priceList/record/updated',
			{ price_list_id: 3, variant_id: 5, currency: 'usd' },
			{ resource: 'priceList', resourceId: 3, ids: { priceListId: 3, variantId: 5 } },
		],
		[
			'store/priceList/assignment/updated',
			{ price_list_id: 3, channel_id: 1, customer_group_id: 2 },
			{
				resource: 'priceList',
				resourceId: 3,
				ids: { priceListId: 3, channelId: 1, customerGroupId: 2 },
			},
		],
		[
			'store/channel/1/cart/lineItem/created',
			{ cart_id: 'uuid-1', cart_item_id: 'line-1' },
			{
				resource: 'cartLineItem',
				resourceId: 'line-1',
				ids: { channelId: 1, cartId: 'uuid-1', cartItemId: 'line-1' },
			},
		],
		[
			'store/channel/1/category/product/assigned',
			{ product_id: 127 },
			{ resource: 'product', resourceId: 127, ids: { channelId: 1, productId: 127 } },
		],
		[
			'store/channel/1/categoryTree/updated',
			{ tree_id: 2 },
			{ resource: 'categoryTree', resourceId: 2, ids: { channelId: 1, treeId: 2 } },
		],
		[
			'store/channel/1/order/updated',
			{ order_id: 250 },
			{ resource: 'order', resourceId: 250, ids: { channelId: 1, orderId: 250 } },
		],
		[
			'store/channel/1/script/created',
			{ uuid: 'uuid-2' },
			{ resource: 'script', resourceId: 'uuid-2', ids: { channelId: 1, uuid: 'uuid-2' } },
		],
		[
			'store/channel/1/settings/searchContextFilters/updated',
			{ category_id: 29 },
			{ resource: 'settings', resourceId: null, ids: { channelId: 1, categoryId: 29 } },
		],
		[
			'store/channel/metafield/created',
			{ metafield_id: 21, resource_id: '1' },
			{ resource: 'metafield', resourceId: 21, ids: { metafieldId: 21, ownerId: 1 } },
		],
		[
			'store/company/user/created',
			{ company_id: 12, user_id: 3 },
			{ resource: 'companyUser', resourceId: 3, ids: { companyId: 12, userId: 3 } },
		],
		[
			'store/company/address/deleted',
			{ company_id: 12, address_id: 4 },
			{ resource: 'companyAddress', resourceId: 4, ids: { companyId: 12, addressId: 4 } },
		],
		[
			'store/company/statusUpdated',
			{ company_id: 12 },
			{ resource: 'company', resourceId: 12, ids: { companyId: 12 } },
		],
		[
			'store/superadmin/created',
			{ user_id: 3 },
			{ resource: 'superadmin', resourceId: 3, ids: { userId: 3 } },
		],
		[
			'store/quote/created',
			{ quote_id: 8 },
			{ resource: 'quote', resourceId: 8, ids: { quoteId: 8 } },
		],
		[
			'store/hook/deliveryException',
			{ type: 'webhook', id: 55, error_code: 90_001, message: 'timed out' },
			{ resource: 'hook', resourceId: 55, ids: {} },
		],
		[
			'store/information/updated',
			{ type: 'store' },
			{ resource: 'information', resourceId: null, ids: {} },
		],
	])('%s', (scope, data, subject) => {
		expect(subjectOf(scope, data as Record<string, unknown>)).toEqual(subject);
	});
});

describe('a delivery', () => {
	const body = {
		scope: 'store/priceList/records/created',
		store_id: '1002003',
		data: [
			{ price_list_id: 1, variant_id: 5, currency: 'usd' },
			{ price_list_id: 1, variant_id: 6, currency: 'usd' },
		],
		hash: 'a'.repeat(40),
		created_at: 1_700_000_000,
		producer: 'stores/abc123',
	};

	it('becomes one item for each entry of its data, each with its own part of the body', () => {
		const items = eventsIn(readDelivery(body)!, 'abc123').map((event) =>
			toItem(event, { state: 'none' }, true),
		);
		expect(items).toEqual(
			[5, 6].map((variantId, position) => ({
				id: 1,
				priceListId: 1,
				variantId,
				event: {
					name: 'Price List Records: Created',
					scope: body.scope,
					key: `abc123:priceList/records:${body.hash}.${position}:created`,
					occurredAt: '2023-11-14T22:13:20.000Z',
					resource: 'priceList',
					resourceId: 1,
					priceListId: 1,
					variantId,
					record: 'none',
					storeHash: 'abc123',
					hash: body.hash,
					payload: {
						...body,
						data: { price_list_id: 1, variant_id: variantId, currency: 'usd' },
					},
				},
			})),
		);
	});

	it('is of the store that its producer names', () => {
		expect(isOfStore(readDelivery(body)!, 'abc123')).toBe(true);
		expect(isOfStore(readDelivery(body)!, 'abc12')).toBe(false);
	});

	it.each([
		undefined,
		null,
		'text',
		[],
		{},
		{ scope: 5 },
		{ scope: 'order/created' },
		{ ...body, data: 'x' },
		{ ...body, created_at: 'then' },
	])('is not %j', (other) => {
		expect(readDelivery(other)).toBeUndefined();
	});

	it('never throws, whatever comes', () => {
		fc.assert(
			fc.property(fc.anything(), fc.jsonValue(), (anything, data) => {
				readDelivery(anything);
				const delivery = readDelivery({ ...body, data });
				if (delivery)
					eventsIn(delivery, 'abc123').map((event) => toItem(event, { state: 'none' }, true));
			}),
		);
	});

	it.each([
		['nothing', ''],
		['no JSON', '{"scope":'],
		['text', 'store/order/created'],
		['a JSON text', '"store/order/created"'],
	])('is not %s', (_what, text) => {
		expect(readBody(Buffer.from(text))).toBeUndefined();
	});

	it('is not what is no UTF-8', () => {
		expect(readBody(Buffer.from([0x7b, 0xff, 0x7d]))).toBeUndefined();
	});

	it('tells its time only where the time can be told', () => {
		const [event] = eventsIn(readDelivery({ ...body, data: {}, created_at: 1e300 })!, 'abc123');
		expect(event?.occurredAt).toBeNull();
	});
});
