import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { idOf, someChange } from '../../operation/values';
import { productLocator } from '../locators/product';
import { optionLocator } from '../locators/productOption';
import { choicesOf } from '../optionValues/choices';
import {
	defaultValueField,
	optionValueChanges,
	sortOrderField,
	valuesField,
} from '../optionValues/fields';
import { simplifyWithValues, valuesOf } from '../optionValues/values';
import { writeChoices } from '../optionValues/write';
import { productOf } from '../productParts';
import { readRecord, updateRecord } from '../records';
import { nameField, typeField } from './fields';
import { options, type Option } from './options';

const ownFields = [...nameField, ...sortOrderField, ...typeField] as const;

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a product option',
	description:
		'Change an option or its values, which are found by their labels; all else stays as it is',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...optionLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...ownFields, ...defaultValueField, ...optionValueChanges, ...valuesField],
		},
		...simplifyField,
	],
	simplify: simplifyWithValues,
	target: productOf,
	run: async ({ client, params }) => {
		const { displayName, sortOrder, type, ...values } = someChange(params.updateFields);
		const records = options(productOf(params));
		const id = idOf(params.option, 'Option');
		const choices = choicesOf(values);
		const changes = apiBody({ displayName, sortOrder, type }, ownFields);
		const present = await readRecord<Option>(client, records, id);
		const option =
			Object.keys(changes).length > 0
				? await updateRecord<Option>(client, records, id, changes)
				: present;
		return {
			...option,
			option_values: await writeChoices(
				client,
				valuesOf(records, option),
				present.option_values,
				choices,
			),
		};
	},
});
