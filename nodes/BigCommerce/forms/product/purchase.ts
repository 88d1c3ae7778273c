import { defineFields } from '../../operation/define';

export const purchaseFields = defineFields([
	{
		displayName: 'Availability Text',
		name: 'availabilityDescription',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Usually ships in 24 hours',
		description: 'Shown below the name at checkout, up to 255 characters',
	},
	{
		displayName: 'Condition',
		name: 'condition',
		type: 'options',
		options: [
			{ name: 'New', value: 'New' },
			{ name: 'Refurbished', value: 'Refurbished' },
			{ name: 'Used', value: 'Used' },
		],
		default: 'New',
		description: 'State of the product',
	},
	{
		displayName: 'End Pre-Order at Release',
		name: 'isPreorderOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether the product stops being a pre-order by itself on its release date; otherwise that is done by hand',
	},
	{
		displayName: 'Maximum Purchase Quantity',
		name: 'orderQuantityMaximum',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'How many one order may hold; 0 means without limit',
	},
	{
		displayName: 'Minimum Purchase Quantity',
		name: 'orderQuantityMinimum',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'How many an order must hold at least; 0 means without limit',
	},
	{
		displayName: 'Pre-Order Message',
		name: 'preorderMessage',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Expected on %%DATE%%',
		description: 'Shown on the product page; %%DATE%% becomes the release date',
	},
	{
		displayName: 'Release Date',
		name: 'preorderReleaseDate',
		type: 'dateTime',
		default: '',
		description:
			"When a pre-ordered product comes out. Without a time zone, the workflow's is used. To take it away, give preorder_release_date as null in 'Fields as JSON'.",
	},
	{
		displayName: 'Show Condition',
		name: 'isConditionShown',
		type: 'boolean',
		default: false,
		description: 'Whether the product page names the condition',
	},
]);
