import { list } from '../../api/pagination';
import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { outputFields } from '../../operation/fields';
import { compact } from '../../api/values';
import { productLocator, productOf } from '../../forms/locators/product';
import { choicesOf } from '../../forms/optionValueChoices';
import { newValues } from '../../store/catalog/writeOptionValues';
import {
	defaultValueField,
	optionValueDetails,
	sortOrderField,
	valuesField,
} from '../../forms/optionValueFields';
import { listConfig, productListFields } from '../../forms/productListFields';
import { simplifyWithValues } from '../../store/catalog/optionValues';
import { createRecord } from '../../store/records';
import { nameField, typeField } from './optionFields';
import { options, type Option } from '../../store/catalog/productOptions';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create product option',
	description:
		'Add an option such as size or color with its values; variants are added with Product Variant',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...nameField,
		...typeField,
		...valuesField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...defaultValueField,
				...productListFields,
				...sortOrderField,
				...optionValueDetails,
			],
		},
		...outputFields,
	],
	simplify: simplifyWithValues,
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const { type, values, displayName, additionalFields } = params;
		const { sortOrder, preselected, valueDetails, ...settings } = additionalFields;
		const records = options(productOf(params));
		const choices = choicesOf({ values, preselected, valueDetails });
		if (choices.length === 0)
			throw new InputError("'Values' is empty", 'Give at least one value, such as Small.');
		const option = compact({
			...apiBody({ displayName, type, sortOrder }, [...nameField, ...typeField, ...sortOrderField]),
			config: listConfig(settings),
			option_values: newValues(choices),
		});
		return await createRecord<Option>(client, records, option, async () =>
			(await list<Option>(client, records)).find(
				({ display_name }) => display_name === displayName,
			),
		);
	},
});
