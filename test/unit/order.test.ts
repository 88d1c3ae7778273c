import {
	includedAddresses,
	includedLines,
} from '../../nodes/BigCommerce/store/orders/consignments';
import { orderQuery } from '../../nodes/BigCommerce/resources/order/orderQuery';
import { mergePages } from '../../nodes/BigCommerce/store/orders/mergeSorted';
import type { Order } from '../../nodes/BigCommerce/store/orders/orders';
import { includeQuery } from '../../nodes/BigCommerce/store/orders/orderParts';
import { simplifyOrder } from '../../nodes/BigCommerce/store/orders/simplifyOrder';
import { comparator } from '../../nodes/BigCommerce/store/orders/orderSorting';

const NOW = Date.parse('2026-03-10T12:00:00Z');

async function* pagesOf(...pages: number[][]) {
	for (const page of pages) yield await Promise.resolve(page);
}

async function collect<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
	const all: T[] = [];
	for await (const page of pages) all.push(...page);
	return all;
}

describe('mergePages', () => {
	const ascending = (a: number, b: number) => a - b;

	it.each([
		[[], []],
		[[pagesOf([1, 2], [3])], [1, 2, 3]],
		[
			[pagesOf([1, 4], [9]), pagesOf([2, 3, 5, 6]), pagesOf()],
			[1, 2, 3, 4, 5, 6, 9],
		],
		[
			[pagesOf([], [1], []), pagesOf([], [], [0])],
			[0, 1],
		],
	])('makes one list in order (%#)', async (lists, merged) => {
		expect(await collect(mergePages(lists, ascending))).toEqual(merged);
	});

	it('ends the lists when no more is wanted', async () => {
		let ended = 0;
		async function* endless() {
			try {
				for (let next = 0; ; next++) yield await Promise.resolve([next]);
			} finally {
				ended++;
			}
		}
		for await (const page of mergePages([endless(), endless()], ascending)) {
			if (page.includes(3)) break;
		}
		expect(ended).toBe(2);
	});
});

describe('orderQuery', () => {
	it('counts days back from now', () => {
		expect(orderQuery({ createdInLastDays: 1.5 }, NOW)).toEqual({
			min_date_created: '2026-03-09T00:00:00.000Z',
		});
	});

	it('takes the later one of a date and a number of days', () => {
		const filters = { modifiedAfter: new Date('2026-03-01'), modifiedInLastDays: 2 };
		expect(orderQuery(filters, NOW).min_date_modified).toBe('2026-03-08T12:00:00.000Z');
		expect(orderQuery({ ...filters, modifiedInLastDays: 30 }, NOW).min_date_modified).toBe(
			'2026-03-01T00:00:00.000Z',
		);
	});

	it('sends nothing that was not given', () => {
		expect(orderQuery({ includeIncomplete: true }, NOW)).toEqual({});
	});
});

describe('includeQuery', () => {
	it.each([
		[[], {}],
		[['coupons' as const], {}],
		[['fees' as const], { include: ['fees'] }],
		[
			['shippingAddresses' as const],
			{ include: ['consignments'], consignment_structure: 'object' },
		],
		[
			['lineItems' as const, 'fees' as const],
			{
				include: ['consignments', 'consignments.line_items', 'fees'],
				consignment_structure: 'object',
			},
		],
	])('%j', (parts, query) => {
		expect(includeQuery(parts)).toEqual(query);
	});
});

describe('what comes with an order', () => {
	const line = (id: number, quantity = 1) => ({ id, quantity });
	const order = (consignments: unknown, items_total: number, more: object = {}) =>
		({ id: 7, items_total, shipping_address_count: 1, consignments, ...more }) as unknown as Order;

	it('gathers lines of every kind of consignment, as the order lists them', () => {
		const consignments = {
			pickups: [{ line_items: [line(4)] }],
			shipping: [{ id: 1, line_items: [line(3, 2)] }],
			downloads: [{ line_items: [line(1)] }],
			email: { gift_certificates: [{ line_items: [line(2)] }] },
		};
		expect(includedLines(order(consignments, 5))?.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
	});

	it.each([
		[
			'were cut off',
			{ shipping: [{ line_items: [line(1)], __warning__: { message: 'Only 50' } }] },
			1,
		],
		['are links', { shipping: [{ line_items: [{ url: 'x', resource: 'y' }] }] }, 1],
		['are one link', { downloads: [{ line_items: { url: 'x', resource: 'y' } }] }, 1],
		['are fewer than the order has', { shipping: [{ line_items: [line(1)] }] }, 3],
		['came in the older shape', [[{ line_items: [line(1)] }]], 1],
	])('does not take lines for all that %s', (_, consignments, itemsTotal) => {
		expect(includedLines(order(consignments, itemsTotal))).toBeUndefined();
	});

	it('takes an order without items for complete', () => {
		expect(includedLines(order({ shipping: [] }, 0))).toEqual([]);
	});

	it('gives addresses without the lines', () => {
		const shipping = [{ id: 5, city: 'Austin', line_items: [line(1)] }];
		expect(includedAddresses(order({ shipping }, 1))).toEqual([
			{ id: 5, order_id: 7, city: 'Austin' },
		]);
		expect(includedAddresses(order({ url: 'x', resource: 'y' }, 1))).toBeUndefined();
		expect(includedAddresses(order({ shipping: [] }, 1, { shipping_address_count: 0 }))).toEqual(
			[],
		);
	});
});

describe('comparator', () => {
	const made = (id: number, date_created: string) => ({ id, date_created }) as Order;
	const orders = [
		made(3, 'Mon, 09 Mar 2026 10:00:00 +0000'),
		made(1, 'Tue, 10 Mar 2026 09:00:00 +0000'),
		made(2, 'Mon, 09 Mar 2026 10:00:00 +0000'),
	];

	it.each([
		['date_created' as const, 'desc' as const, [1, 2, 3]],
		['date_created' as const, 'asc' as const, [2, 3, 1]],
		['id' as const, 'desc' as const, [3, 2, 1]],
	])('%s %s', (by, direction, ids) => {
		expect([...orders].sort(comparator({ by, direction })).map(({ id }) => id)).toEqual(ids);
	});
});

describe('simplifyOrder', () => {
	it('keeps amounts exact that a number could not hold', () => {
		const order = {
			id: 1,
			total_inc_tax: '90071992547409.9312',
			subtotal_ex_tax: '10.5000',
		} as unknown as Order;
		expect(simplifyOrder(order)).toMatchObject({
			totalIncTax: '90071992547409.9312',
			subtotalExTax: 10.5,
		});
	});

	it('names the type of a coupon, and leaves out what was not asked for', () => {
		const coupons = [
			{ id: 3, coupon_id: 1, code: 'SPRING', amount: '5.0000', type: 2, discount: 5 },
		];
		const order = { id: 1, coupons, fees: { url: 'x', resource: 'y' } } as unknown as Order;
		expect(simplifyOrder(order)).toMatchObject({
			coupons: [{ code: 'SPRING', type: 'per_total_discount', amount: 5 }],
		});
		expect(simplifyOrder(order)).not.toHaveProperty('fees');
	});
});
