import { defineFields } from '../../operation/define';

export const ruleLocator = defineFields([
	{
		displayName: 'Rule',
		name: 'rule',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The bulk pricing rule of this product, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a bulk pricing rule…',
				typeOptions: { searchListMethod: 'searchBulkPricingRules', searchable: true },
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
							errorMessage: 'A bulk pricing rule ID is a number',
						},
					},
				],
			},
		],
	},
]);
