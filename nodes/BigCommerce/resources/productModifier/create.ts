import { list } from '../../api/pagination';
import { apiBody } from '../../operation/apiBody';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { outputFields } from '../../operation/fields';
import { compact } from '../../api/values';
import { productLocator, productOf } from '../../forms/locators/product';
import { choicesOf } from '../../forms/optionValueChoices';
import { newValues, writeChoices } from '../../store/catalog/writeOptionValues';
import {
	defaultValueField,
	modifierValueDetails,
	sortOrderField,
	valuesField,
} from '../../forms/optionValueFields';
import { valuesOf } from '../../store/catalog/optionValues';
import { createRecord } from '../../store/records';
import { checkDates, configOf } from './modifierConfig';
import { configFields, otherConfigField } from './modifierConfigFields';
import { nameField, requiredField, typeField } from './modifierFields';
import { modifiers, simplifyModifier, type Modifier } from '../../store/catalog/productModifiers';

const CHOSEN_FROM = new Set<string>([
	'dropdown',
	'product_list',
	'product_list_with_images',
	'radio_buttons',
	'rectangles',
	'swatch',
]);

const ownFields = [...nameField, ...typeField, ...requiredField, ...sortOrderField];

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create product modifier',
	description: 'Add a modifier such as an engraving or a gift wrap to a product',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...nameField,
		...typeField,
		...requiredField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...configFields,
				...defaultValueField,
				...modifierValueDetails,
				...otherConfigField,
				...sortOrderField,
				...valuesField,
			],
		},
		...outputFields,
	],
	simplify: simplifyModifier,
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const { type, required, displayName, additionalFields } = params;
		const { sortOrder, values, preselected, valueDetails, ...settings } = additionalFields;
		const records = modifiers(productOf(params));
		const choices = choicesOf({ values, preselected, valueDetails });
		if (CHOSEN_FROM.has(type) && choices.length === 0)
			throw new InputError("'Values' is empty", "Add 'Values' with what shoppers choose from.");
		const config = configOf(type, settings);
		checkDates(type, config);
		// A checkbox gets its two values by itself; they are changed afterwards (product-modifiers_catalog.v3.yml).
		const isCheckbox = type === 'checkbox';
		const created = await createRecord<Modifier>(
			client,
			records,
			compact({
				...apiBody({ displayName, type, required, sortOrder }, ownFields),
				config,
				option_values: isCheckbox || choices.length === 0 ? undefined : newValues(choices),
			}),
			async () =>
				(await list<Modifier>(client, records)).find(
					({ display_name }) => display_name === displayName,
				),
		);
		if (!isCheckbox || choices.length === 0) return created;
		const owned = valuesOf(records, created);
		return {
			...created,
			option_values: await writeChoices(client, owned, created.option_values, choices),
		};
	},
});
