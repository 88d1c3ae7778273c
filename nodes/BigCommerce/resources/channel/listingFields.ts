import { defineFields } from '../../operation/define';

export const stateField = defineFields([
	{
		displayName: 'State',
		name: 'state',
		type: 'options',
		options: [
			{ name: 'Active', value: 'active', description: 'Live on the channel' },
			{ name: 'Deleted', value: 'deleted' },
			{ name: 'Disabled', value: 'disabled', description: 'Not live' },
			{ name: 'Error', value: 'error', description: 'The channel has a problem with it' },
			{ name: 'Partially Rejected', value: 'partially_rejected' },
			{ name: 'Pending', value: 'pending', description: 'Waits for the channel' },
			{ name: 'Pending Delete', value: 'pending_delete' },
			{ name: 'Pending Disable', value: 'pending_disable' },
			{ name: 'Queued', value: 'queued' },
			{ name: 'Rejected', value: 'rejected', description: 'The channel does not take it' },
			{ name: 'Submitted', value: 'submitted' },
		],
		default: 'active',
		description:
			"State of the listing, and of all the product's variants unless they are given by themselves",
	},
]);

export const listingSettings = defineFields([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Soft linen shirt',
		description: 'Description on this channel, instead of that of the product',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. B07XYZ1234',
		description: "The listing's ID in the other system",
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Linen Shirt, Men',
		description: 'Name on this channel, instead of that of the product',
	},
	{
		displayName: 'Variants (JSON)',
		name: 'variantsJson',
		type: 'json',
		default: '',
		placeholder: 'e.g. [{"variantId": 64, "state": "active", "externalId": "B07XYZ1234-M"}]',
		description:
			'Variants that get a state, name, description or external ID of their own; others stay as they are',
	},
]);
