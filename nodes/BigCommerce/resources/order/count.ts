import { defineOperation } from '../../operation/define';
import { countOrders } from '../../store/orders/orderLists';
import { textsOf } from '../../operation/values';
import { filtersField, statusesField } from './orderFields';
import { orderQuery } from './orderQuery';
import { INCOMPLETE, toStatusIds } from '../../store/orders/orderStatuses';

export const count = defineOperation({
	value: 'count',
	name: 'Count',
	action: 'Count orders',
	description: 'Count the orders in all and at each status, without reading them',
	scope: 'orders:read',
	fields: [...statusesField, ...filtersField],
	each: async ({ params: { statuses: given, filters }, run: { client } }) => {
		const query = orderQuery(filters);
		const wanted = await toStatusIds(client, textsOf(given, /[,;\n]/), 'Status Names or IDs');
		const counted = await countOrders(client, query);
		const statuses = counted.statuses
			.filter(({ id }) =>
				wanted.length > 0 ? wanted.includes(id) : filters.includeIncomplete || id !== INCOMPLETE,
			)
			.map(({ id, name, system_label, custom_label, count: orders }) => ({
				id,
				name: system_label || name,
				label: custom_label || system_label || name,
				count: orders,
			}));
		return { count: statuses.reduce((sum, status) => sum + status.count, 0), statuses };
	},
});
