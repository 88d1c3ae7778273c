import fc from 'fast-check';

import { eventsIn, isOfStore, readDelivery } from '../../nodes/BigCommerce/trigger/delivery';
import { events } from '../../nodes/BigCommerce/trigger/events';
import { subjectOf } from '../../nodes/BigCommerce/trigger/subject';

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
		const items = eventsIn(readDelivery(body)!, 'abc123').map(({ json }) => json);
		expect(items).toEqual(
			[5, 6].map((variantId) => ({
				event: body.scope,
				resource: 'priceList',
				resourceId: 1,
				priceListId: 1,
				variantId,
				storeHash: 'abc123',
				occurredAt: '2023-11-14T22:13:20.000Z',
				hash: body.hash,
				payload: { ...body, data: { price_list_id: 1, variant_id: variantId, currency: 'usd' } },
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
				if (delivery) eventsIn(delivery, 'abc123');
			}),
		);
	});

	it('tells its time only where the time can be told', () => {
		const [event] = eventsIn(readDelivery({ ...body, data: {}, created_at: 1e300 })!, 'abc123');
		expect(event?.json.occurredAt).toBeNull();
	});
});

describe('the events that are offered', () => {
	it('are sorted by name, each once, and all are webhook scopes', () => {
		const names = events.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		expect(new Set(events.map(({ value }) => value)).size).toBe(events.length);
		for (const { value } of events) expect(value).toMatch(/^store(\/[A-Za-z]+){2,}$/);
	});
});
