import { defineFields } from '../../operation/define';

export const variantLocator = defineFields([
	{
		displayName: 'Variant',
		name: 'variant',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The variant of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a variant…',
				typeOptions: { searchListMethod: 'searchVariants', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A variant ID is a number' },
					},
				],
			},
		],
	},
]);
