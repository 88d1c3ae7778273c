import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { orderLocator } from '../../forms/locators/order';
import { idsIn, shipmentLocator } from './shipmentLocator';
import { readShipment, simplifyShipment } from '../../store/orders/shipments';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get order shipment',
	description: 'Retrieve one shipment of an order',
	scope: 'orders:read',
	fields: [...orderLocator, ...shipmentLocator, ...outputFields],
	simplify: simplifyShipment,
	each: async ({ params, run: { client } }) => {
		const { orderId, id } = idsIn(params);
		return await readShipment(client, orderId, id);
	},
});
