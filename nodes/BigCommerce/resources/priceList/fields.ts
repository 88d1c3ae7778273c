import { defineFields } from '../../operation/define';

export const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Wholesale',
		description: 'What the price list is called in the control panel; no two lists may share it',
	},
]);

export const activeField = defineFields([
	{
		displayName: 'Active',
		name: 'active',
		type: 'boolean',
		default: true,
		description: 'Whether shoppers get the prices of this list',
	},
]);
