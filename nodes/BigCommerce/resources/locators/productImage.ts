import { defineFields } from '../../operation/define';

export const imageLocator = defineFields([
	{
		displayName: 'Image',
		name: 'image',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The image of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an image…',
				typeOptions: { searchListMethod: 'searchProductImages', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'An image ID is a number' },
					},
				],
			},
		],
	},
]);
