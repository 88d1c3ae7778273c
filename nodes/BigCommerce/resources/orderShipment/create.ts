import { defineFields, defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { toId } from '../../operation/values';
import { readLineItems, readShipments } from '../../store/orders/orders';
import {
	carrierField,
	commentsField,
	furtherFields,
	otherCarrierField,
	shipDateField,
	trackingNumberField,
} from './shipmentFields';
import { bodyOf } from '../../store/orders/shipmentDetails';
import { filledIn, isFilled, toChosenItem, toDetails } from './shipmentForm';
import { orderIn, orderLocator } from '../../forms/locators/order';
import { chooseItems } from '../../store/orders/chosenItems';
import { createShipment, simplifyWritten } from '../../store/orders/shipments';

const [shippingCostField, ...shippingFields] = furtherFields;

const fields = defineFields([
	...orderLocator,
	{
		displayName: 'Ship',
		name: 'ship',
		type: 'options',
		options: [
			{
				name: 'All That Is Left',
				value: 'left',
				description: 'Every line item that has not gone out yet',
			},
			{
				name: 'Chosen Line Items',
				value: 'chosen',
				description: 'The line items and quantities that you name',
			},
		],
		default: 'left',
		description: 'What the parcel holds. A shipment goes to one address of the order.',
	},
	{
		displayName: 'Items',
		name: 'items',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: { show: { ship: ['chosen'] } },
		placeholder: 'Add Item',
		default: {},
		description: 'What the parcel holds, by SKU or line item',
		options: [
			{
				displayName: 'Item',
				name: 'item',
				values: [
					{
						displayName: 'SKU or Line Item ID',
						name: 'line',
						type: 'string',
						default: '',
						placeholder: 'e.g. TN-MUG12',
						description: 'SKU of the line item, or the ID of the line item in this order',
					},
					{
						displayName: 'Quantity',
						name: 'quantity',
						type: 'string',
						default: '',
						placeholder: 'e.g. 2',
						description: 'How many pieces. Empty means all that is left of it.',
					},
				],
			},
		],
	},
	...trackingNumberField,
	...carrierField,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			...commentsField,
			...otherCarrierField,
			...shipDateField,
			{
				displayName: 'Shipping Address ID',
				name: 'orderAddressId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 42',
				description:
					"ID of the order's shipping address that the parcel goes to. Needed only where line items for several addresses are left.",
			},
			shippingCostField,
			...shippingFields,
		],
	},
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create order shipment',
	description:
		'Record one shipment of an order: all that is left, or the line items of your choice',
	scope: 'orders:modify',
	fields: [...fields, ...outputFields],
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
