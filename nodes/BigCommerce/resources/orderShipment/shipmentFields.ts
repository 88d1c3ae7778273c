import { defineFields } from '../../operation/define';
import { carriers } from '../../store/orders/carriers';

export const carrierField = defineFields([
	{
		displayName: 'Carrier',
		name: 'carrier',
		type: 'options',
		allowOther: true,
		options: [...carriers, { name: 'Not Given', value: '' }].sort((a, b) =>
			a.name.localeCompare(b.name),
		),
		default: '',
		description:
			'Who carries the parcel; BigCommerce makes the tracking link from it. An expression may give a name as people write it, with its service if you like, such as "Royal Mail 48" or "DHL Express".',
	},
]);

export const otherCarrierField = defineFields([
	{
		displayName: 'Other Carrier',
		name: 'otherCarrier',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. DHL Express',
		description:
			"A carrier that the list does not have, by its name, by its short name at AfterShip (dpd-uk) or as carrier_ and the ID of a shipping provider of your own. It goes before 'Carrier'; a service beside the name (FedEx 2Day), and a name that is not known, are written into the shipping method.",
	},
]);

export const trackingNumberField = defineFields([
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. 1Z12345E0205271688',
		description: 'Number under which the carrier tracks the parcel, up to 50 characters',
	},
]);

export const commentsField = defineFields([
	{
		displayName: 'Comments',
		name: 'comments',
		type: 'string',
		clears: true,
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Left with the neighbor',
		description: 'Text that stands on the shipment in the control panel',
	},
]);

export const shipDateField = defineFields([
	{
		displayName: 'Ship Date',
		name: 'shipDate',
		type: 'dateTime',
		as: 'day',
		default: '',
		description:
			'Day on which the parcel left. BigCommerce dates a shipment by itself when it is recorded and takes no other date, so this one is added to the comments.',
	},
]);

/** The rest of what a shipment says about its way; alphabetical, as n8n lists them. */
export const furtherFields = defineFields([
	{
		displayName: 'Shipping Cost',
		name: 'shippingCost',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. 4.50',
		description: 'What the shipping costs you; the customer does not see it',
	},
	{
		displayName: 'Shipping Method',
		name: 'shippingMethod',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Ground',
		description:
			'How the parcel travels, in your words. Empty means the method that the shopper chose.',
	},
	{
		displayName: 'Tracking Link',
		name: 'trackingLink',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. https://example.com/track/1Z12345E0205271688',
		description:
			'Address of a tracking page of your own, up to 500 characters, in place of the one that BigCommerce makes',
	},
]);
