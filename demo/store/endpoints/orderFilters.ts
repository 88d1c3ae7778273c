import type { Query } from '../http/query.ts';
import { refuseV2 } from '../http/answers.ts';
import type { OrderRecord } from '../records.ts';
import { byId, type StoreState } from '../state.ts';
import { totalsOf } from './orderMoney.ts';

/** Times are compared to the second, both ends included (API notes 4.1). */
const second = (time: number): number => Math.floor(time / 1000);

type Test = (order: OrderRecord) => boolean;

function tests(query: Query): Test[] {
	const found: Test[] = [];
	const number = (name: string, test: (order: OrderRecord, value: number) => boolean): void => {
		const value = query.number(name);
		if (value !== undefined) found.push((order) => test(order, value));
	};
	const date = (name: string, test: (order: OrderRecord, value: number) => boolean): void => {
		const value = query.date(name);
		if (value !== undefined) found.push((order) => test(order, second(value)));
	};
	const text = (name: string, of: (order: OrderRecord) => string): void => {
		const value = query.text(name);
		if (value !== undefined && value !== '')
			found.push((order) => of(order).toLowerCase() === value.toLowerCase());
	};
	number('min_id', (order, value) => order.id >= value);
	number('max_id', (order, value) => order.id <= value);
	number('min_total', (order, value) => totalsOf(order).totalInc >= value);
	number('max_total', (order, value) => totalsOf(order).totalInc <= value);
	number('customer_id', (order, value) => order.customer_id === value);
	// One value only: a list is refused as not a number.
	number('status_id', (order, value) => order.status_id === value);
	number('channel_id', (order, value) => order.channel_id === value);
	text('email', (order) => order.billing_address.email);
	text('cart_id', (order) => order.cart_id);
	text('payment_method', (order) => order.payment_method);
	text('external_order_id', (order) => order.external_order_id);
	date('min_date_created', (order, value) => second(order.date_created) >= value);
	date('max_date_created', (order, value) => second(order.date_created) <= value);
	date('min_date_modified', (order, value) => second(order.date_modified) >= value);
	date('max_date_modified', (order, value) => second(order.date_modified) <= value);
	return found;
}

/** Archived orders are not listed; `is_deleted=true`, gone from the pages, still shows them (API notes 4.4). */
export function filteredOrders(state: StoreState, query: Query): OrderRecord[] {
	const archived = query.flag('is_deleted') ?? false;
	const wanted = tests(query);
	return byId(state.orders).filter(
		(order) => order.is_deleted === archived && wanted.every((test) => test(order)),
	);
}

const SORTS: Record<string, (order: OrderRecord) => number | string> = {
	id: (order) => order.id,
	customer_id: (order) => order.customer_id,
	date_created: (order) => order.date_created,
	date_modified: (order) => order.date_modified,
	status_id: (order) => order.status_id,
	channel_id: (order) => order.channel_id,
	external_id: (order) => order.external_id ?? '',
};

export function sortedOrders(orders: OrderRecord[], query: Query): OrderRecord[] {
	const [field = 'id', direction = 'asc'] = (query.text('sort') ?? 'id:asc').split(':');
	const key = SORTS[field];
	if (!key || !['asc', 'desc'].includes(direction))
		return refuseV2(400, "The field 'sort' is invalid.");
	const sign = direction === 'desc' ? -1 : 1;
	return [...orders].sort((a, b) => {
		const left = key(a);
		const right = key(b);
		if (left === right) return a.id - b.id;
		return left < right ? -sign : sign;
	});
}
