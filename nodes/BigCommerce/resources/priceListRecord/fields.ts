import { defineFields } from '../../operation/define';

export const currencyField = defineFields([
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		required: true,
		default: '={{ $json.currency }}',
		placeholder: 'e.g. USD',
		description:
			"Code of a currency that the store sells in. By default the input item's field currency.",
	},
]);
