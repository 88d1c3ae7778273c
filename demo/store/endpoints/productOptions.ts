import { notFoundV3 } from '../http/answers.ts';
import { choice, sortOrder, text } from '../http/fieldRules.ts';
import { arrayOf, objectOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { OptionValue, ProductOption } from '../records.ts';
import {
	blankValue,
	labelConflict,
	MOST_VALUES,
	nameConflict,
	settleDefault,
	uniqueName,
	VALUE_FIELDS,
	type OptionOwner,
} from './optionValues.ts';
import { ONE_PRODUCT, productOf, productOwner, type Owner } from './productOwner.ts';
import { partRoutes } from './partRoutes.ts';
import { plannedList, type Part } from './productParts.ts';
import { dropVariants } from './variantWrites.ts';

export const valuePart: Part<OptionOwner, OptionValue> = {
	name: 'option value',
	sequence: 'optionValue',
	rules: VALUE_FIELDS,
	required: ['label', 'sort_order'],
	alwaysRequired: ['label', 'sort_order'],
	most: MOST_VALUES,
	of: ({ option }) => option.option_values,
	blank: (_context, place) => blankValue(place),
	conflict: labelConflict,
	follow: ({ product, option }, before, value, context) => {
		settleDefault(option.option_values, value);
		if (!value) dropVariants(context, product, (chosen) => chosen.id === before?.id);
		renameInVariants({ product, option });
	},
};

/** Variants show the names of their options and values. */
function renameInVariants({ product, option }: OptionOwner): void {
	const labels = new Map(option.option_values.map(({ id, label }) => [id, label]));
	for (const chosen of product.variants.flatMap(({ option_values }) => option_values)) {
		if (chosen.option_id !== option.id) continue;
		chosen.option_display_name = option.display_name;
		chosen.label = labels.get(chosen.id) ?? chosen.label;
	}
}

export const OPTION_TYPES = [
	'radio_buttons',
	'rectangles',
	'dropdown',
	'product_list',
	'product_list_with_images',
	'swatch',
] as const;

/**
 * A new option makes no variants (product-variant-options_catalog.v3.yml). What happens to variants when their option or value is deleted is not documented:
 * a variant is one choice of each option, so those that chose it go.
 */
export const optionPart: Part<Owner, ProductOption> = {
	name: 'option',
	sequence: 'option',
	rules: {
		display_name: text(255, 1),
		type: choice(...OPTION_TYPES),
		config: { is: 'object' },
		sort_order: sortOrder,
		option_values: { is: 'objects', least: 1, most: MOST_VALUES },
	},
	required: ['display_name', 'type', 'option_values'],
	most: Infinity,
	of: ({ product }) => product.options,
	blank: (_context, place) => ({
		display_name: '',
		type: 'dropdown',
		config: {},
		sort_order: place,
		option_values: [],
	}),
	write: (option, body, context, { product }) => {
		const rows = arrayOf(body.option_values).map(objectOf);
		option.option_values = plannedList(valuePart, context, { product, option }, rows);
		settleDefault(option.option_values);
	},
	conflict: (option, _others, owner) => nameConflict(option, owner),
	follow: ({ product }, before, option, context) => {
		if (option) renameInVariants({ product, option });
		else dropVariants(context, product, ({ option_id }) => option_id === before?.id);
	},
	view: (option, owner) => ({
		...option,
		product_id: owner.product.id,
		name: uniqueName(option, owner),
	}),
};

function optionOwner(context: Context): OptionOwner {
	const product = productOf(context);
	const option =
		product.options.find(({ id }) => id === Number(context.params.option_id)) ??
		notFoundV3('option');
	return { product, option };
}

const OPTIONS = `${ONE_PRODUCT}/options`;

export const optionRoutes: Route[] = [
	...partRoutes(optionPart, { path: OPTIONS, idName: 'option_id', owner: productOwner }),
	...partRoutes(valuePart, {
		path: `${OPTIONS}/{option_id}/values`,
		idName: 'value_id',
		owner: optionOwner,
	}),
];
