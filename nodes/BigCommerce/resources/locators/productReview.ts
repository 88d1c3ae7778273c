import { defineFields } from '../../operation/define';

export const reviewLocator = defineFields([
	{
		displayName: 'Review',
		name: 'review',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The review of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a review…',
				typeOptions: { searchListMethod: 'searchProductReviews', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 111',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A review ID is a number' },
					},
				],
			},
		],
	},
]);
