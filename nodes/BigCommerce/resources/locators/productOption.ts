import { defineFields } from '../../operation/define';

export const optionLocator = defineFields([
	{
		displayName: 'Option',
		name: 'option',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The option of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an option…',
				typeOptions: { searchListMethod: 'searchProductOptions', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'An option ID is a number' },
					},
				],
			},
		],
	},
]);
