import { defineFields } from '../../operation/define';

export const modifierLocator = defineFields([
	{
		displayName: 'Modifier',
		name: 'modifier',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The modifier of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a modifier…',
				typeOptions: { searchListMethod: 'searchProductModifiers', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A modifier ID is a number' },
					},
				],
			},
		],
	},
]);
