import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { readLineItems, readShipments } from '../../store/orders/orders';
import { createFields } from './createFields';
import { bodyOf, filledIn, toDetails } from '../../store/orders/shipmentDetails';
import { orderIn } from '../order/ids';
import { chooseItems } from '../../store/orders/chosenItems';
import { createShipment, simplifyShipment } from '../../store/orders/shipments';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create an order shipment',
	description:
		'Record one shipment of an order: all that is left, or the line items of your choice',
	scope: 'orders:modify',
	fields: [...createFields, ...simplifyField],
	simplify: simplifyShipment,
	target: orderIn,
	run: async ({ client, params }) => {
		const { ship, items, trackingNumber, carrier, additionalFields } = params;
		const orderId = orderIn(params);
		const details = bodyOf(toDetails(filledIn({ trackingNumber, carrier, ...additionalFields })));
		const [lines, present] = await Promise.all([
			readLineItems(client, orderId),
			readShipments(client, orderId),
		]);
		const chosen = chooseItems(orderId, lines, {
			items: ship === 'chosen' ? (items.item ?? []) : undefined,
			addressId: additionalFields.orderAddressId,
		});
		return await createShipment(client, { orderId, ...chosen, details }, present);
	},
});
