import { refuseV3 } from '../http/answers.ts';
import { flag, sortOrder, text } from '../http/fieldRules.ts';
import { arrayOf, numberOf, objectOf, type JsonObject } from '../http/reading.ts';
import type { Route } from '../http/routes.ts';
import type { ComplexRule, ProductRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { ONE_PRODUCT, productOwner, type Owner } from './productOwner.ts';
import { partRoutes } from './partRoutes.ts';
import type { Part } from './productParts.ts';

type Condition = ComplexRule['conditions'][number];

const refuse = (reason: string): never =>
	refuseV3(422, 'The complex rule is not valid', { conditions: reason });

/** A condition names a variant, or a value of a modifier. */
function conditionOf(state: StoreState, product: ProductRecord, row: JsonObject): Condition {
	const id = nextId(state, 'condition');
	const variant = product.variants.find((known) => known.id === numberOf(row.variant_id));
	if (variant) return { id, modifier_id: null, modifier_value_id: null, variant_id: variant.id };
	const modifier = product.modifiers.find((known) => known.id === numberOf(row.modifier_id));
	const value = modifier?.option_values.find(
		(known) => known.id === numberOf(row.modifier_value_id),
	);
	if (!modifier || !value)
		return refuse('A condition must name a variant or a modifier and its value');
	return { id, modifier_id: modifier.id, modifier_value_id: value.id, variant_id: null };
}

const keyOf = ({ conditions }: ComplexRule): string =>
	conditions
		.map((condition) => `${condition.variant_id}/${condition.modifier_value_id}`)
		.sort()
		.join();

export const complexRulePart: Part<Owner, ComplexRule> = {
	name: 'complex rule',
	sequence: 'complexRule',
	rules: {
		sort_order: sortOrder,
		enabled: flag,
		stop: flag,
		purchasing_disabled: flag,
		purchasing_disabled_message: text(255),
		purchasing_hidden: flag,
		image_url: text(),
		price_adjuster: { is: 'object' },
		weight_adjuster: { is: 'object' },
		conditions: { is: 'objects', least: 1 },
	},
	required: ['conditions'],
	most: Infinity,
	of: ({ product }) => product.complex_rules,
	blank: (_context, place) => ({
		sort_order: place,
		enabled: true,
		stop: false,
		purchasing_disabled: false,
		purchasing_disabled_message: '',
		purchasing_hidden: false,
		image_url: '',
		price_adjuster: {},
		weight_adjuster: {},
		conditions: [],
	}),
	write: (rule, body, { state }, { product }) => {
		if (Array.isArray(body.conditions))
			rule.conditions = arrayOf(body.conditions).map((row) =>
				conditionOf(state, product, objectOf(row)),
			);
	},
	conflict: (rule, others) =>
		others.some((other) => keyOf(other) === keyOf(rule))
			? [409, { conditions: 'Another complex rule has these conditions' }]
			: undefined,
	view: (rule, { product }) => ({
		...rule,
		product_id: product.id,
		conditions: rule.conditions.map((condition) => ({
			...condition,
			rule_id: rule.id,
			combination_id: condition.id,
		})),
	}),
};

export const complexRuleRoutes: Route[] = partRoutes(complexRulePart, {
	path: `${ONE_PRODUCT}/complex-rules`,
	idName: 'complex_rule_id',
	owner: productOwner,
});
