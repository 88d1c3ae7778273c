import fc from 'fast-check';

import {
	factsOfEvent,
	judgeOrder,
	type OrderFacts,
	type OrderFilter,
} from '../../nodes/BigCommerce/triggers/orderFilter';
import { subjectOf } from '../../nodes/BigCommerce/triggers/eventSubject';

const set = <T>(...values: T[]) => new Set(values);

describe('the verdict on an order', () => {
	it.each<[string, OrderFilter, OrderFacts, string]>([
		['nothing is wanted', {}, {}, 'fits'],
		['its status is the one', { newStatuses: set(11) }, { newStatus: 11 }, 'fits'],
		['its status is another', { newStatuses: set(11) }, { newStatus: 1 }, 'fails'],
		['its status is not known', { newStatuses: set(11) }, {}, 'open'],
		['it had the status', { oldStatuses: set(0, 1) }, { oldStatus: 0 }, 'fits'],
		['it had no status before', { oldStatuses: set(0) }, { oldStatus: null }, 'fails'],
		['its channel is the one', { channels: set(1) }, { channel: 1 }, 'fits'],
		['it is dear enough', { minTotal: 100 }, { total: 100 }, 'fits'],
		['it is too cheap', { minTotal: 100 }, { total: 99.99 }, 'fails'],
		['one of its SKUs is wanted', { skus: set('a', 'b') }, { skus: ['c', 'b'] }, 'fits'],
		['none of its SKUs is wanted', { skus: set('a') }, { skus: ['c'] }, 'fails'],
		['one of its categories is wanted', { categories: set(5) }, { categories: [4, 5] }, 'fits'],
		['it has no categories', { categories: set(5) }, { categories: [] }, 'fails'],
		['one thing is wrong', { minTotal: 5, channels: set(1) }, { channel: 2 }, 'fails'],
		['one thing is not known', { minTotal: 5, channels: set(1) }, { channel: 1 }, 'open'],
	])('when %s', (_when, filter, facts, verdict) => {
		expect(judgeOrder(filter, facts)).toBe(verdict);
	});

	it('does not change by what is learned later, unless it was open', () => {
		const small = fc.integer({ min: 0, max: 3 });
		const filters = fc.record(
			{
				oldStatuses: fc.constant(set(1)),
				newStatuses: fc.constant(set(1, 2)),
				channels: fc.constant(set(1)),
				minTotal: small,
			},
			{ requiredKeys: [] },
		);
		const facts = fc.record({ oldStatus: small, newStatus: small, channel: small, total: small });
		fc.assert(
			fc.property(
				filters,
				facts,
				fc.subarray(['oldStatus', 'newStatus', 'channel', 'total'] as const),
				(filter, all, told) => {
					const known = Object.fromEntries(told.map((name) => [name, all[name]]));
					const early = judgeOrder(filter, known);
					const late = judgeOrder(filter, all);
					expect(late).not.toBe('open');
					if (early !== 'open') expect(early).toBe(late);
				},
			),
		);
	});
});

describe('what an event tells of its order', () => {
	const told = (scope: string, data: Record<string, unknown>) =>
		factsOfEvent(scope, subjectOf(scope, data));

	it('is the old and the new status of a status change', () => {
		const status = { previous_status_id: 0, new_status_id: 11 };
		expect(told('store/order/statusUpdated', { id: 5, status })).toEqual({
			oldStatus: 0,
			newStatus: 11,
		});
		expect(told('store/order/created', { id: 5 }).oldStatus).toBeNull();
	});

	it('is the channel of an event of one channel', () => {
		expect(told('store/channel/3/order/created', { order_id: 5 }).channel).toBe(3);
	});
});
