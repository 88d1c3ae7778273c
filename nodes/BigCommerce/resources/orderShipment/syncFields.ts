import { defineFields } from '../../operation/define';
import {
	carrierField,
	commentsField,
	furtherFields,
	otherCarrierField,
	shipDateField,
} from './shipmentFields';

/** One row of a warehouse's list. The names of the most usual columns are filled in. */
export const syncFields = defineFields([
	{
		displayName:
			'Each input item is one row: an order, a tracking number, and if you like what the parcel holds. Rows with the same order and tracking number become one shipment. Running the same rows again changes nothing.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		required: true,
		default: '={{ $json.orderId }}',
		placeholder: 'e.g. 118',
		description: 'Number of the order, with or without #',
	},
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		clears: true,
		default: '={{ $json.trackingNumber }}',
		placeholder: 'e.g. 1Z12345E0205271688',
		description:
			"Up to 50 characters. An order's rows with the same number are one shipment for each address. Without a number shipments are told apart by what they hold.",
	},
	...carrierField,
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '',
		placeholder: 'e.g. TN-MUG12',
		description:
			'SKU of what the parcel holds. Empty means all that is left of the order; digital line items are left out.',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2',
		description: 'How many pieces of the SKU the parcel holds. Empty means all that is left of it.',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...commentsField, ...otherCarrierField, ...shipDateField, ...furtherFields],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Preview',
				name: 'preview',
				type: 'boolean',
				default: true,
				description:
					'Whether to only tell what would be done, without writing anything to the store',
			},
			{
				displayName: 'Set Order Status',
				name: 'setOrderStatus',
				type: 'boolean',
				default: true,
				description:
					'Whether to set the order to Shipped or Partially Shipped where BigCommerce did not do so by itself. Incomplete, Completed, Cancelled, Declined, Refunded and Disputed orders keep their status.',
			},
		],
	},
]);
