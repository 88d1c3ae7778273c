import { defineFields } from '../../operation/define';

export const assignmentLocator = defineFields([
	{
		displayName: 'Assignment',
		name: 'assignment',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The assignment, picked from the list or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an assignment…',
				typeOptions: { searchListMethod: 'searchPriceListAssignments', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 1',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'An assignment ID is a number' },
					},
				],
			},
		],
	},
]);
