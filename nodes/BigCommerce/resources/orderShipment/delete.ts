import { defineOperation } from '../../operation/define';
import { orderIn, orderLocator } from '../../forms/locators/order';
import { idsIn, shipmentLocator } from './shipmentLocator';
import { shipmentPath } from '../../store/orders/shipments';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete order shipment',
	description: 'Delete one shipment of an order, so that its items can be shipped again',
	scope: 'orders:modify',
	fields: [
		...orderLocator,
		...shipmentLocator,
		{
			displayName:
				'The order keeps its status. To move it back, use Update Status of the resource Order.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
	],
	writes: orderIn,
	each: async ({ params, run: { client } }) => {
		const { orderId, id } = idsIn(params);
		await client.delete({
			path: shipmentPath(orderId, id),
			task: `delete shipment ${id} of order ${orderId}`,
			scope: 'orders:modify',
		});
		return { deleted: true, id, orderId };
	},
});
