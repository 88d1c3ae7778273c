import { defineFields } from '../../operation/define';
import { orderLocator } from '../locators/order';
import {
	carrierField,
	commentsField,
	furtherFields,
	otherCarrierField,
	shipDateField,
	trackingNumberField,
} from './shipmentFields';

const [shippingCostField, ...shippingFields] = furtherFields;

/** The form of one new shipment. */
export const createFields = defineFields([
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
