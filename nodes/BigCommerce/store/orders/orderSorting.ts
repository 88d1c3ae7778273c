import type { Order } from './orders';
import { plainText } from '../../api/values';

export interface OrderSort {
	by:
		| 'id'
		| 'channel_id'
		| 'customer_id'
		| 'date_created'
		| 'date_modified'
		| 'external_id'
		| 'status_id';
	direction: 'asc' | 'desc';
}

export const sortOf = ({ by = 'id', direction = 'desc' }: Partial<OrderSort>): OrderSort => ({
	by,
	direction,
});

export const sortQuery = ({ by, direction }: OrderSort) => `${by}:${direction}`;

function valueOf(order: Order, by: OrderSort['by']): number | string {
	const value = order[by];
	if (by === 'external_id') return plainText(value);
	return by === 'date_created' || by === 'date_modified'
		? Date.parse(plainText(value)) || 0
		: Number(value);
}

/** The order in which the API lists; of two that are equal the older one comes first. */
export function comparator({ by, direction }: OrderSort): (a: Order, b: Order) => number {
	const sign = direction === 'desc' ? -1 : 1;
	return (a, b) => {
		const [left, right] = [valueOf(a, by), valueOf(b, by)];
		return left === right ? a.id - b.id : left < right ? -sign : sign;
	};
}

/** While orders change, pages by such a value shift and would skip some; the id and the day of creation stay. */
export const staysPut = ({ by }: OrderSort) => by === 'id' || by === 'date_created';
