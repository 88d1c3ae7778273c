import { data, notFoundV3, refuseV3, type Answer } from '../http/answers.ts';
import { choice, flag, sortOrder, text } from '../http/fieldRules.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ModifierValue, ProductModifier } from '../records.ts';
import { nextId } from '../state.ts';
import {
	blankValue,
	labelConflict,
	MOST_VALUES,
	nameConflict,
	settleDefault,
	uniqueName,
	VALUE_FIELDS,
} from './optionValues.ts';
import { ONE_PRODUCT, productOf, productOwner, type Owner } from './productOwner.ts';
import { OPTION_TYPES } from './productOptions.ts';
import { partRoutes } from './partRoutes.ts';
import { plannedList, type Part } from './productParts.ts';
import { imageOf, keptAt } from './uploads.ts';

interface ModifierOwner extends Owner {
	modifier: ProductModifier;
}

/** Adjusters that are sent replace those of the same name; the others stay. */
function adjusted(known: ModifierValue['adjusters'], sent: JsonObject): ModifierValue['adjusters'] {
	const disabled = objectOf(sent.purchasing_disabled);
	return {
		price: isObject(sent.price) ? { ...sent.price } : known.price,
		weight: isObject(sent.weight) ? { ...sent.weight } : known.weight,
		image_url: textOf(sent.image_url) ?? known.image_url,
		purchasing_disabled: { ...known.purchasing_disabled, ...disabled },
	};
}

const NO_ADJUSTERS: ModifierValue['adjusters'] = {
	price: {},
	weight: {},
	image_url: '',
	purchasing_disabled: { status: false, message: '' },
};

const valuePart: Part<ModifierOwner, ModifierValue> = {
	name: 'modifier value',
	sequence: 'optionValue',
	rules: VALUE_FIELDS,
	required: ['label', 'sort_order'],
	alwaysRequired: ['label', 'sort_order'],
	most: MOST_VALUES,
	of: ({ modifier }) => modifier.option_values,
	blank: (_context, place) => ({ ...blankValue(place), adjusters: NO_ADJUSTERS }),
	write: (value, body) => {
		value.adjusters = adjusted(value.adjusters, objectOf(body.adjusters));
	},
	conflict: labelConflict,
	follow: ({ modifier }, _before, value) => settleDefault(modifier.option_values, value),
	view: (value, { modifier }) => ({ ...value, option_id: modifier.id }),
};

/** A date is wanted in ISO 8601, and a limit without its dates is a server error (product-modifiers_catalog.v3.yml). */
function checkDates({ type, config }: ProductModifier): void {
	if (type !== 'date') return;
	const mode = config.date_limit_mode;
	const wanted =
		config.date_limited === true
			? [
					...(mode === 'latest' ? [] : ['date_earliest_value']),
					...(mode === 'earliest' ? [] : ['date_latest_value']),
				]
			: [];
	if (wanted.some((name) => config[name] === undefined || config[name] === null))
		refuseV3(500, 'The modifier could not be saved');
	for (const name of ['default_value', 'date_earliest_value', 'date_latest_value']) {
		const value = config[name];
		const atom = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)$/;
		if (value !== undefined && value !== null && value !== '' && !atom.test(String(value)))
			refuseV3(422, 'The modifier is not valid', { config: `${name} must be an ISO-8601 date` });
	}
}

/** A checkbox has its two values from the start; they are changed by a second request (product-modifiers_catalog.v3.yml). */
const checkboxValues = ({ state }: Context): ModifierValue[] =>
	[true, false].map((checked, place) => ({
		id: nextId(state, 'optionValue'),
		...blankValue(place),
		label: checked ? 'Yes' : 'No',
		is_default: !checked,
		value_data: { checked_value: checked },
		adjusters: NO_ADJUSTERS,
	}));

const modifierPart: Part<Owner, ProductModifier> = {
	name: 'modifier',
	sequence: 'option',
	rules: {
		display_name: text(255, 1),
		type: choice(
			...OPTION_TYPES,
			'date',
			'checkbox',
			'file',
			'text',
			'multi_line_text',
			'numbers_only_text',
		),
		required: flag,
		config: { is: 'object' },
		sort_order: sortOrder,
		option_values: { is: 'objects', most: MOST_VALUES },
	},
	required: ['required', 'display_name', 'type'],
	alwaysRequired: ['required', 'type'],
	most: Infinity,
	of: ({ product }) => product.modifiers,
	blank: (_context, place) => ({
		display_name: '',
		type: 'text',
		required: false,
		config: {},
		sort_order: place,
		option_values: [],
	}),
	write: (modifier, body, context, { product }) => {
		checkDates(modifier);
		if (modifier.type === 'checkbox' && modifier.option_values.length === 0) {
			modifier.option_values = checkboxValues(context);
			return;
		}
		const known = new Map(modifier.option_values.map((value) => [value.id, value]));
		// Of a value that is there, only what changes needs to be sent.
		const rows = arrayOf(body.option_values)
			.map(objectOf)
			.map((row) => ({ ...known.get(Number(row.id)), ...row }));
		modifier.option_values = plannedList(valuePart, context, { product, modifier }, rows);
		settleDefault(modifier.option_values);
	},
	conflict: (modifier, _others, owner) => nameConflict(modifier, owner),
	view: (modifier, owner) => ({
		...modifier,
		product_id: owner.product.id,
		name: uniqueName(modifier, owner),
		option_values: modifier.option_values.map((value) => ({ ...value, option_id: modifier.id })),
	}),
};

function modifierOwner(context: Context): ModifierOwner {
	const product = productOf(context);
	const modifier =
		product.modifiers.find(({ id }) => id === Number(context.params.modifier_id)) ??
		notFoundV3('modifier');
	return { product, modifier };
}

/** The picture that shows when the value is chosen. */
function postImage(context: Context): Answer {
	const { product, modifier } = modifierOwner(context);
	const value =
		modifier.option_values.find(({ id }) => id === Number(context.params.value_id)) ??
		notFoundV3('modifier value');
	const file = imageOf(context.files?.image_file, 'The modifier image is not valid');
	const image_url = keptAt(context.state, `products/${product.id}/values/${value.id}`, file);
	value.adjusters = { ...value.adjusters, image_url };
	return data({ image_url });
}

const MODIFIERS = `${ONE_PRODUCT}/modifiers`;
const VALUES = `${MODIFIERS}/{modifier_id}/values`;

export const modifierRoutes: Route[] = [
	...partRoutes(modifierPart, { path: MODIFIERS, idName: 'modifier_id', owner: productOwner }),
	...partRoutes(valuePart, { path: VALUES, idName: 'value_id', owner: modifierOwner }),
	{
		method: 'POST',
		path: `${VALUES}/{value_id}/image`,
		scope: 'store_v2_products',
		form: true,
		run: postImage,
	},
];
