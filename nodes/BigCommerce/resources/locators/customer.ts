import { defineFields } from '../../operation/define';

export const customerLocator = defineFields([
	{
		displayName: 'Customer',
		name: 'customer',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The customer, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a customer…',
				hint: 'Search by name or by the full email address',
				typeOptions: { searchListMethod: 'searchCustomers', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 42',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A customer ID is a number' },
					},
				],
			},
		],
	},
]);
