import { asColumns, defineColumns, skuNames } from '../../forms/rowColumns';
import { defineFields } from '../../operation/define';
import { tableField } from '../../operation/table';
import {
	carrierField,
	commentsField,
	furtherFields,
	otherCarrierField,
	shipDateField,
	trackingNumberField,
} from './shipmentFields';

/** What a row of a warehouse's list says. */
export const syncColumns = defineColumns([
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		default: '',
		as: 'id',
		required: true,
		matches: true,
		alsoNamed: ['Order', 'Order Number', 'Order No', 'BigCommerce Order ID'],
	},
	...asColumns(trackingNumberField, {
		trackingNumber: ['Tracking', 'Tracking No', 'Tracking Code', 'Tracking ID', 'Consignment'],
	}),
	...asColumns(carrierField, {
		carrier: ['Shipping Carrier', 'Shipping Provider', 'Courier', 'Shipper'],
	}),
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '',
		alsoNamed: skuNames,
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 1, numberPrecision: 0 },
		alsoNamed: ['Qty', 'Shipped', 'Quantity Shipped', 'Shipped Quantity', 'Pieces'],
	},
	...asColumns(commentsField, { comments: ['Comment', 'Note', 'Notes'] }),
	...asColumns(otherCarrierField),
	...asColumns(shipDateField, { shipDate: ['Shipped At', 'Shipped On', 'Date Shipped'] }),
	...asColumns(furtherFields, {
		shippingMethod: ['Service', 'Shipping Service', 'Carrier Service'],
		shippingCost: ['Postage'],
		trackingLink: ['Tracking URL'],
	}),
]);

/** The form beside the list. */
export const syncFields = defineFields([
	{
		displayName:
			'Each input item is one row: an order, a tracking number, and if you like what the parcel holds. Rows with the same order and tracking number become one shipment. Running the same rows again changes nothing.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	...tableField({
		description:
			'Each input item is a row: the number of the order, the tracking number and carrier and, if you like, what the parcel holds. A row without an SKU holds all that is left of the order; digital line items are left out.',
		columns: syncColumns,
	}),
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
