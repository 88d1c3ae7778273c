import { defineFields } from '../operation/define';

export const jsonField = defineFields([
	{
		displayName: 'Fields as JSON',
		name: 'fieldsJson',
		type: 'json',
		default: '{}',
		description:
			'Any fields by the names of the API, such as {"sale_price": 9.5}. Names and values are checked before anything is sent. A field that is given here and in the form counts as given here.',
	},
]);
