import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { compact } from '../../api/values';
import { idOf, someChange } from '../../operation/values';
import { productLocator, productOf } from '../../forms/locators/product';
import { optionLocator } from '../../forms/locators/productOption';
import {
	choicesOf,
	doomedOf,
	removedValuesField,
	unselected,
} from '../../forms/optionValueChoices';
import {
	defaultValueField,
	noDefaultValueField,
	optionValueChanges,
	sortOrderField,
	valuesField,
} from '../../forms/optionValueFields';
import { listConfig, productListFields } from '../../forms/productListFields';
import { removeValues, writeChoices } from '../../store/catalog/writeOptionValues';
import { simplifyWithValues, valuesOf } from '../../store/catalog/optionValues';
import { readRecord, updateRecord } from '../../store/records';
import { nameField, typeField } from './optionFields';
import { options, type Option } from '../../store/catalog/productOptions';

const ownFields = [...nameField, ...sortOrderField, ...typeField] as const;

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update product option',
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
			options: [
				...ownFields,
				...defaultValueField,
				...noDefaultValueField,
				...optionValueChanges,
				...productListFields,
				...removedValuesField,
				...valuesField,
			],
		},
		...outputFields,
	],
	simplify: simplifyWithValues,
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const { displayName, sortOrder, type, ...rest } = someChange(params.updateFields);
		const { values, preselected, noPreselected, valueDetails, removedValues, ...settings } = rest;
		const records = options(productOf(params));
		const id = idOf(params.option, 'Option');
		const choices = choicesOf({ values, preselected, valueDetails });
		const present = await readRecord<Option>(client, records, id);
		const dropped = unselected({ noPreselected, preselected }, present.option_values);
		const doomed = doomedOf(removedValues, present.option_values);
		const changes = compact({
			...apiBody({ displayName, sortOrder, type }, ownFields),
			config: listConfig(settings, present.config),
		});
		const option =
			Object.keys(changes).length > 0
				? await updateRecord<Option>(client, records, id, changes)
				: present;
		const owned = valuesOf(records, option);
		const written = await writeChoices(client, owned, present.option_values, [
			...dropped,
			...choices,
		]);
		return { ...option, option_values: await removeValues(client, owned, written, doomed) };
	},
});
