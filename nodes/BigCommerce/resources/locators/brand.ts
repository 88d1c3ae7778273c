import { defineFields } from '../../operation/define';

export const brandLocator = defineFields([
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The brand, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a brand…',
				typeOptions: { searchListMethod: 'searchBrands', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A brand ID is a number' },
					},
				],
			},
		],
	},
]);
