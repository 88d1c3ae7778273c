import { defineFields } from '../../operation/define';
import { sortDirections } from '../../operation/fields';
import type { Order } from './orders';

export const sortField = defineFields([
	{
		displayName: 'Sort',
		name: 'sort',
		type: 'collection',
		placeholder: 'Add Sort',
		default: {},
		options: [
			{
				displayName: 'Direction',
				name: 'direction',
				type: 'options',
				options: [...sortDirections],
				default: 'desc',
				description: 'Descending puts the newest, the highest or the last first',
			},
			{
				displayName: 'Sort By',
				name: 'by',
				type: 'options',
				options: [
					{ name: 'Channel', value: 'channel_id' },
					{ name: 'Customer', value: 'customer_id' },
					{ name: 'Date Created', value: 'date_created' },
					{ name: 'Date Modified', value: 'date_modified' },
					{ name: 'External ID', value: 'external_id' },
					{ name: 'Order ID', value: 'id' },
					{ name: 'Status', value: 'status_id' },
				],
				default: 'date_created',
				description: 'What the orders are sorted by. Without it the latest order comes first.',
			},
		],
	},
]);

export interface Sort {
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

export const sortOf = ({ by = 'id', direction = 'desc' }: Partial<Sort>): Sort => ({
	by,
	direction,
});

export const sortQuery = ({ by, direction }: Sort) => `${by}:${direction}`;

function valueOf(order: Order, by: Sort['by']): number | string {
	const value = order[by];
	if (by === 'external_id') return String(value ?? '');
	return by === 'date_created' || by === 'date_modified'
		? Date.parse(String(value)) || 0
		: Number(value);
}

/** The order in which the API lists; of two that are equal the older one comes first. */
export function comparator({ by, direction }: Sort): (a: Order, b: Order) => number {
	const sign = direction === 'desc' ? -1 : 1;
	return (a, b) => {
		const [left, right] = [valueOf(a, by), valueOf(b, by)];
		return left === right ? a.id - b.id : left < right ? -sign : sign;
	};
}

/** While orders change, pages by such a value shift and would skip some; the id and the day of creation stay. */
export const staysPut = ({ by }: Sort) => by === 'id' || by === 'date_created';
