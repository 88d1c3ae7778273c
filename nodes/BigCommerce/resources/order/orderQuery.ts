import type { Query } from '../../api/client';
import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import type { orderFilters } from './orderFields';

export type OrderFilters = Partial<ParamsOf<typeof orderFilters>>;

const DAY_MS = 24 * 60 * 60 * 1000;

function daysAgo(days: number | undefined, label: string, now: number): Date | undefined {
	if (days === undefined) return undefined;
	const date = new Date(now - days * DAY_MS);
	if (days === 0 || Number.isNaN(date.getTime())) {
		throw new InputError(
			`'${label}' is ${days}`,
			`Give '${label}' a number of days above 0; 0.5 means twelve hours.`,
		);
	}
	return date;
}

/** Both may be given: an order has to be younger than the later one. */
const later = (...dates: Array<Date | undefined>): string | undefined =>
	dates
		.filter((date) => date !== undefined)
		.sort((a, b) => b.getTime() - a.getTime())[0]
		?.toISOString();

/** The filters as `/v2/orders` and `/v2/orders/count` take them; the statuses are not among them. */
export function orderQuery(filters: OrderFilters, now = Date.now()): Query {
	return compact({
		cart_id: filters.cartId,
		channel_id: filters.channelId,
		// 0 stands for guests.
		customer_id: filters.customerId,
		email: filters.email,
		external_order_id: filters.externalOrderId,
		payment_method: filters.paymentMethod,
		min_id: filters.idFrom,
		max_id: filters.idTo,
		min_total: filters.totalFrom,
		max_total: filters.totalTo,
		min_date_created: later(
			filters.createdAfter,
			daysAgo(filters.createdInLastDays, 'Created in the Last (Days)', now),
		),
		max_date_created: filters.createdBefore?.toISOString(),
		min_date_modified: later(
			filters.modifiedAfter,
			daysAgo(filters.modifiedInLastDays, 'Modified in the Last (Days)', now),
		),
		max_date_modified: filters.modifiedBefore?.toISOString(),
	});
}
