import { defineOperation } from '../../operation/define';
import { toText } from '../../operation/values';
import { outputFields } from '../../operation/fields';
import { orderIn, orderLocator } from '../../forms/locators/order';
import { readOrder, setStatus, type Order } from '../../store/orders/orders';
import { simplifyOrder } from '../../store/orders/simplifyOrder';
import { toStatusId } from '../../store/orders/orderStatuses';

/** What became of the order's status. */
interface StatusChange extends Order {
	previousStatus: string;
	unchanged: boolean;
}

export const updateStatus = defineOperation({
	value: 'updateStatus',
	name: 'Update Status',
	action: 'Update order status',
	description: 'Move an order to another status; everything else of it stays as it is',
	scope: 'orders:modify',
	fields: [
		...orderLocator,
		{
			displayName: 'Status Name or ID',
			name: 'status',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
			required: true,
			default: '',
			hint: 'A status moves no money, and BigCommerce may email the customer about it',
			description:
				'The new status. An expression may give a name, as the store shows it or as BigCommerce calls it, or an ID. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		...outputFields,
	],
	simplify: ({ previousStatus, unchanged, ...order }: StatusChange) => ({
		...simplifyOrder(order),
		previousStatus,
		unchanged,
	}),
	writes: orderIn,
	each: async ({ params, run: { client } }): Promise<StatusChange> => {
		const id = orderIn(params);
		const statusId = await toStatusId(
			client,
			toText(params.status, 'Status Name or ID'),
			'Status Name or ID',
		);
		// Read first: setting a status anew might send the customer another email (API notes 4.6).
		const order = await readOrder(client, id);
		const unchanged = order.status_id === statusId;
		const changed = unchanged ? order : await setStatus(client, id, statusId);
		return {
			...(changed ?? { ...order, status_id: statusId }),
			previousStatus: order.status,
			unchanged,
		};
	},
});
