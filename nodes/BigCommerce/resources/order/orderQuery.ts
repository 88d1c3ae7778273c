import type { Query } from '../../api/client';
import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { toDate, toId } from '../../operation/values';
import type { orderFilters } from './orderFields';

export type OrderFilters = Partial<ParamsOf<typeof orderFilters>>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A filter that an expression left empty must not turn into "all orders". */
function filled(given: unknown, label: string): string | undefined {
	if (given === undefined) return undefined;
	const text = String(given ?? '').trim();
	if (!text)
		throw new InputError(`'${label}' is empty`, `Fill in '${label}', or remove it from 'Filters'.`);
	return text;
}

function toNumber(given: unknown, label: string): number | undefined {
	const text = filled(given, label);
	const number = Number(text);
	if (text !== undefined && !(Number.isFinite(number) && number >= 0)) {
		throw new InputError(
			`'${label}' is "${text}", which is not a number of 0 or more`,
			`Give '${label}' as a number such as 7 or 12.50.`,
		);
	}
	return text === undefined ? undefined : number;
}

const toOptionalId = (given: unknown, label: string) =>
	given === undefined ? undefined : toId(given, label);

/** 0 stands for guests. */
const toCustomerId = (given: unknown) =>
	given !== undefined && filled(given, 'Customer ID') === '0'
		? 0
		: toOptionalId(given, 'Customer ID');

function daysAgo(given: unknown, label: string, now: number): Date | undefined {
	const days = toNumber(given, label);
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
		cart_id: filled(filters.cartId, 'Cart ID'),
		channel_id: toOptionalId(filters.channelId, 'Channel Name or ID'),
		customer_id: toCustomerId(filters.customerId),
		email: filled(filters.email, 'Customer Email'),
		external_order_id: filled(filters.externalOrderId, 'External Order ID'),
		payment_method: filled(filters.paymentMethod, 'Payment Method'),
		min_id: toOptionalId(filters.idFrom, 'Order ID From'),
		max_id: toOptionalId(filters.idTo, 'Order ID To'),
		min_total: toNumber(filters.totalFrom, 'Total From'),
		max_total: toNumber(filters.totalTo, 'Total To'),
		min_date_created: later(
			toDate(filters.createdAfter, 'Created After'),
			daysAgo(filters.createdInLastDays, 'Created in the Last (Days)', now),
		),
		max_date_created: toDate(filters.createdBefore, 'Created Before')?.toISOString(),
		min_date_modified: later(
			toDate(filters.modifiedAfter, 'Modified After'),
			daysAgo(filters.modifiedInLastDays, 'Modified in the Last (Days)', now),
		),
		max_date_modified: toDate(filters.modifiedBefore, 'Modified Before')?.toISOString(),
	});
}
