import { defineFields } from '../../operation/define';

/** What comes along with a customer; the API gives up to ten addresses so (customers.v3.yml). */
export const includeField = defineFields([
	{
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		options: [
			{
				name: 'Addresses',
				value: 'addresses',
				description: 'Up to ten; all of them by Customer Address: Get Many',
			},
			{ name: 'Attributes', value: 'attributes', description: 'Values of customer attributes' },
			{
				name: 'Form Fields',
				value: 'formfields',
				description: 'Custom fields of the account form',
			},
			{ name: 'Segments', value: 'segment_ids', description: 'IDs of customer segments' },
			{
				name: 'Shopper Profile',
				value: 'shopper_profile_id',
				description: 'ID by which segments know the customer',
			},
			{ name: 'Store Credit', value: 'storecredit', description: 'What the customer may spend' },
		],
		default: [],
		description: 'What to return along with each customer',
	},
]);
