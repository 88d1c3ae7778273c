import { defineFields } from '../../operation/define';

export const priceListLocator = defineFields([
	{
		displayName: 'Price List',
		name: 'priceList',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The price list, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a price list…',
				typeOptions: { searchListMethod: 'searchPriceLists', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A price list ID is a number' },
					},
				],
			},
		],
	},
]);
