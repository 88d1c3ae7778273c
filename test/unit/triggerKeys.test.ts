import { eventsIn, readDelivery, toItem } from '../../nodes/BigCommerce/triggers/eventItem';

const HASH = 'a'.repeat(40);
const keysOf = (scope: string, data: object, modifiedAt?: string, hash: string | null = HASH) =>
	eventsIn(readDelivery({ scope, data, ...(hash && { hash }) })!, 'abc').map(
		(event) => toItem(event, { state: 'none', modifiedAt }, true).event.key,
	);
const keyOf = (...given: Parameters<typeof keysOf>) => keysOf(...given)[0];

describe('the key of an event', () => {
	it('names a record that is created or deleted, whoever tells of it', () => {
		expect(keyOf('store/order/created', { id: 5 })).toBe('abc:order:5:created');
		expect(keyOf('store/order/created', { id: 5 }, '2026-01-01T00:00:00Z')).toBe(
			'abc:order:5:created',
		);
		expect(keyOf('store/channel/1/order/created', { order_id: 5 })).toBe('abc:order:5:created');
		expect(keyOf('store/company/user/deleted', { company_id: 1, user_id: 5 })).toBe(
			'abc:companyUser:5:deleted',
		);
	});

	it('names the second of a change where the record is known, and the hash where not', () => {
		expect(keyOf('store/order/updated', { id: 5 }, 'Thu, 01 Jan 2026 00:00:00 +0000')).toBe(
			'abc:order:5:1767225600',
		);
		expect(keyOf('store/order/statusUpdated', { id: 5 }, '2026-01-01T00:00:00Z')).toBe(
			'abc:order:5:1767225600',
		);
		expect(keyOf('store/order/updated', { id: 5 })).toBe(`abc:order:5:updated:${HASH}`);
	});

	it('tells two moves of the status within one second apart', () => {
		const [event] = eventsIn(
			readDelivery({ scope: 'store/order/updated', data: { id: 5 } })!,
			'abc',
		);
		const at = (status_id: number) =>
			toItem(
				event!,
				{ state: 'full', modifiedAt: '2026-01-01T00:00:00Z', record: { id: 5, status_id } },
				false,
			).event.key;
		expect(at(2)).toBe('abc:order:5:1767225600/2');
		expect(at(10)).not.toBe(at(2));
	});

	it.each<[string, object]>([
		['store/order/message/created', { id: 5, message: { order_message_id: 1 } }],
		['store/order/refund/created', { id: 5, refund: { refund_id: 1 } }],
		['store/order/transaction/created', { order_id: '5', transaction_id: 'x' }],
		['store/priceList/record/created', { price_list_id: 5, variant_id: 1 }],
		['store/priceLists/deleted', { price_list_ids: [5] }],
		['store/product/inventory/updated', { id: 5, inventory: { product_id: 5 } }],
		['store/channel/2/product/assigned', { product_id: 5 }],
		['store/channel/2/theme/configuration/created', { theme_id: 'x' }],
		['store/cart/couponApplied', { id: 'x', couponId: 1 }],
		['store/information/updated', { type: 'store' }],
	])('of %s is not that of the record, and differs from one event to the next', (scope, data) => {
		const key = keyOf(scope, data, '2026-01-01T00:00:00Z');
		expect(key).toContain(HASH);
		expect(keyOf(scope, data)).toBe(key);
		expect(keyOf(scope, data, undefined, 'b'.repeat(40))).not.toBe(key);
	});

	it('differs among the entries of one delivery', () => {
		const entries = [
			{ price_list_id: 1, variant_id: 5 },
			{ price_list_id: 1, variant_id: 6 },
		];
		expect(new Set(keysOf('store/priceList/records/updated', entries)).size).toBe(2);
	});

	it('is there without a hash, and tells contents apart', () => {
		const without = (id: number) => keyOf('store/order/message/created', { id }, undefined, null);
		expect(without(5)).toBe(without(5));
		expect(without(5)).not.toBe(without(6));
	});
});
