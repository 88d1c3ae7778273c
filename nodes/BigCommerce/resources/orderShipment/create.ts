import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { toId } from '../../operation/values';
import { readLineItems, readShipments } from '../../store/orders/orders';
import { createFields } from './createFields';
import { bodyOf } from '../../store/orders/shipmentDetails';
import { filledIn, isFilled, toChosenItem, toDetails } from './shipmentForm';
import { orderIn } from '../locators/order';
import { chooseItems } from '../../store/orders/chosenItems';
import { createShipment, simplifyWritten } from '../../store/orders/shipments';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create an order shipment',
	description:
		'Record one shipment of an order: all that is left, or the line items of your choice',
	scope: 'orders:modify',
	fields: [...createFields, ...simplifyField],
	simplify: simplifyWritten,
	writes: orderIn,
	each: async ({ params, run: { client } }) => {
		const { ship, items, trackingNumber, carrier, additionalFields } = params;
		const orderId = orderIn(params);
		const details = bodyOf(toDetails(filledIn({ trackingNumber, carrier, ...additionalFields })));
		const [lines, present] = await Promise.all([
			readLineItems(client, orderId),
			readShipments(client, orderId),
		]);
		const chosen = chooseItems(orderId, lines, {
			items: ship === 'chosen' ? (items.item ?? []).map(toChosenItem) : undefined,
			addressId: isFilled(additionalFields.orderAddressId)
				? toId(additionalFields.orderAddressId, 'Shipping Address ID')
				: undefined,
		});
		return await createShipment(client, { orderId, ...chosen, details }, present);
	},
});
