import { defineFields } from '../../operation/define';
import { productListFields } from '../../forms/productListFields';

/** What a modifier of each type can be told beside its values; alphabetical, as n8n lists them. */
export const configFields = defineFields([
	{
		displayName: 'Checkbox Label',
		name: 'checkboxLabel',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Yes, wrap it as a gift',
		description: 'Only for checkboxes: the text beside the box',
	},
	{
		displayName: 'Checked by Default',
		name: 'checkedByDefault',
		type: 'boolean',
		default: false,
		description: 'Whether the box has its mark already, only for checkboxes',
	},
	{
		displayName: 'Default Value',
		name: 'defaultValue',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Happy birthday!',
		description: 'Only for text, number and date fields: what stands there already',
	},
	{
		displayName: 'Earliest Date',
		name: 'dateEarliestValue',
		type: 'dateTime',
		default: '',
		description: 'Only for date fields: the first day that can be chosen',
	},
	{
		displayName: 'Highest Number',
		name: 'numberHighestValue',
		type: 'number',
		default: 100,
		description: 'Only for number fields: the largest number that can be given',
	},
	{
		displayName: 'Latest Date',
		name: 'dateLatestValue',
		type: 'dateTime',
		default: '',
		description: 'Only for date fields: the last day that can be chosen',
	},
	{
		displayName: 'Lowest Number',
		name: 'numberLowestValue',
		type: 'number',
		default: 0,
		description: 'Only for number fields: the smallest number that can be given',
	},
	{
		displayName: 'Maximum Characters',
		name: 'textMaxLength',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 50,
		description: 'Only for text fields: how long the text can be',
	},
	{
		displayName: 'Maximum Lines',
		name: 'textMaxLines',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 3,
		description: 'Only for text fields of several lines: how many lines there can be',
	},
	{
		displayName: 'Minimum Characters',
		name: 'textMinLength',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Only for text fields: how long the text must be',
	},
	...productListFields,
	{
		displayName: 'Whole Numbers Only',
		name: 'numberIntegersOnly',
		type: 'boolean',
		default: false,
		description: 'Whether decimals are refused, only for number fields',
	},
]);

/** The rest, under the API's own names. */
export const otherConfigField = defineFields([
	{
		displayName: 'Other Settings (JSON)',
		name: 'config',
		type: 'json',
		default: '',
		description:
			'Settings of files in the names of the API: {"file_types_mode": "specific", "file_types_supported": ["images"], "file_max_size": 1024}',
	},
]);
