import { customerColumns, customerOfRow, ofRowOrForm } from '../../forms/rowColumns';
import { defineOperation } from '../../operation/define';
import { tableField } from '../../operation/table';
import { setAttributeValues } from '../../store/customers/attributeValues';

export const setValues = defineOperation({
	value: 'setValues',
	name: 'Set Values',
	action: 'Set customer attribute values',
	description: 'Set what customers have of an attribute, ten values a request',
	scope: 'customers:modify',
	fields: [
		...tableField({
			description:
				'Each input item is a row: the email address or ID of a customer, a value and, where rows differ in it, the attribute by name or ID. What is so already is not written.',
			columns: [
				...customerColumns,
				{
					displayName: 'Attribute',
					name: 'attribute',
					type: 'string',
					default: '',
					alsoNamed: ['Attribute Name', 'Attribute ID', 'Customer Attribute'],
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					required: true,
					default: '',
					maxLength: 255,
					alsoNamed: ['Attribute Value'],
				},
			],
		}),
		{
			displayName: 'Attribute Name or ID',
			name: 'attribute',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getCustomerAttributesOrNone' },
			default: '',
			description:
				'Attribute of rows that name none; an expression may give its name as well. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	],
	prepare: ({ params: { columns, attribute: ofForm } }) => {
		const { attribute, value } = columns.values;
		const label = { column: 'Attribute', field: 'Attribute Name or ID' };
		return {
			ref: customerOfRow(columns),
			attribute: ofRowOrForm<string | number>(attribute, ofForm, label),
			value,
		};
	},
	many: async ({ records, run: { client } }) => await setAttributeValues(client, records),
});
