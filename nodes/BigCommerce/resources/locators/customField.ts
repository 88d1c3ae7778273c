import { defineFields } from '../../operation/define';

export const customFieldLocator = defineFields([
	{
		displayName: 'Custom Field',
		name: 'customField',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The custom field of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a custom field…',
				typeOptions: { searchListMethod: 'searchCustomFields', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '^\\s*[0-9]+\\s*$',
							errorMessage: 'A custom field ID is a number',
						},
					},
				],
			},
		],
	},
]);
