import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { compact } from '../../api/values';
import { idOf, someChange } from '../../operation/values';
import { productLocator, productOf } from '../../forms/locators/product';
import { modifierLocator } from '../../forms/locators/productModifier';
import {
	choicesOf,
	doomedOf,
	removedValuesField,
	unselected,
} from '../../forms/optionValueChoices';
import {
	defaultValueField,
	noDefaultValueField,
	modifierValueChanges,
	sortOrderField,
	valuesField,
} from '../../forms/optionValueFields';
import { removeValues, writeChoices } from '../../store/catalog/writeOptionValues';
import { valuesOf } from '../../store/catalog/optionValues';
import { readRecord, updateRecord } from '../../store/records';
import { configOf } from './modifierConfig';
import { configFields, otherConfigField } from './modifierConfigFields';
import { nameField, requiredField, typeField } from './modifierFields';
import { modifiers, simplifyModifier, type Modifier } from '../../store/catalog/productModifiers';

const ownFields = [...nameField, ...requiredField, ...sortOrderField, ...typeField] as const;

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update product modifier',
	description:
		'Change a modifier or its values, which are found by their labels; all else stays as it is',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...modifierLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...configFields,
				...defaultValueField,
				...noDefaultValueField,
				...modifierValueChanges,
				...otherConfigField,
				...ownFields,
				...removedValuesField,
				...valuesField,
			],
		},
		...outputFields,
	],
	simplify: simplifyModifier,
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const { displayName, required, sortOrder, type, ...rest } = someChange(params.updateFields);
		const { values, preselected, noPreselected, valueDetails, removedValues, ...settings } = rest;
		const records = modifiers(productOf(params));
		const id = idOf(params.modifier, 'Modifier');
		const choices = choicesOf({ values, preselected, valueDetails });
		const present = await readRecord<Modifier>(client, records, id);
		const dropped = unselected({ noPreselected, preselected }, present.option_values);
		const doomed = doomedOf(removedValues, present.option_values);
		const changes = compact({
			...apiBody({ displayName, required, sortOrder, type }, ownFields),
			config: configOf(type ?? present.type, settings, present.config),
		});
		const modifier =
			Object.keys(changes).length > 0
				? await updateRecord<Modifier>(client, records, id, {
						// The API wants these two each time (product-modifiers_catalog.v3.yml).
						required: present.required,
						type: present.type,
						...changes,
					})
				: present;
		const owned = valuesOf(records, modifier);
		const written = await writeChoices(client, owned, present.option_values, [
			...dropped,
			...choices,
		]);
		return { ...modifier, option_values: await removeValues(client, owned, written, doomed) };
	},
});
