import { defineFields } from '../operation/define';
import { InputError } from '../api/inputError';
import type { ParamsOf } from '../operation/params';
import { toText } from '../operation/values';
import { LONGEST, type CustomField } from '../store/catalog/customFields';

export const nameAndValue = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Material',
		maxLength: LONGEST,
		description: 'What the field is called on the storefront, up to 250 characters',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Organic cotton',
		maxLength: LONGEST,
		description: 'What the field says, up to 250 characters',
	},
]);

const [nameField, valueField] = nameAndValue;

export const fieldRows = defineFields([
	{
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		required: true,
		placeholder: 'Add Custom Field',
		default: { field: [{ name: '', value: '' }] },
		options: [
			{
				displayName: 'Custom Field',
				name: 'field',
				values: [nameField, { ...valueField, as: 'any' }],
			},
		],
	},
]);

export type FieldRows = ParamsOf<typeof fieldRows>;

export function toFields({ customFields }: FieldRows): Array<Omit<CustomField, 'id'>> {
	const rows = (customFields.field ?? []).map(({ name, value }) => ({
		name,
		value: toText(value, `Value of ${name}`, LONGEST),
	}));
	if (rows.length > 0) return rows;
	throw new InputError("'Custom Fields' is empty", 'Add at least one custom field.');
}
