import { defineFields } from '../operation/define';

export const locationField = defineFields([
	{
		displayName: 'Location Name or ID',
		name: 'location',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getStockLocations' },
		default: '',
		description:
			'Where the stock lies. An expression may also give a code or a name. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);
