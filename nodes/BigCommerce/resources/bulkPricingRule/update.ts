import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { withoutNull } from '../../api/values';
import { idOf, someChange } from '../../operation/values';
import { ruleLocator } from '../../forms/locators/bulkPricingRule';
import { productLocator, productOf } from '../../forms/locators/product';
import { readRecord, updateRecord } from '../../store/records';
import { toRule, ruleFields } from '../../forms/bulkPricingRuleFields';
import {
	checkRule,
	explainOverlap,
	ofProduct,
	rules,
	type BulkPricingRule,
} from '../../store/catalog/bulkPricingRules';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update bulk pricing rule',
	description: 'Change a bulk pricing rule; whatever is not added below stays as it is',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...ruleLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...ruleFields],
		},
	],
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const given = someChange(withoutNull(params.updateFields));
		const { amount, type } = given;
		const product = productOf(params);
		const id = idOf(params.rule, 'Rule');
		const present = await readRecord<BulkPricingRule>(client, rules(product), id);
		if (type !== undefined && type !== present.type && amount === undefined)
			throw new InputError(
				"'Discount Type' is changed without an 'Amount', and an amount means something else for each type",
				"Add 'Amount' to 'Update Fields'.",
			);
		// The API wants the whole rule (products_catalog.v3.yml).
		const rule = checkRule({
			...present,
			amount: sent(present),
			...toRule(given, present),
		});
		const updated = await explainOverlap(
			client,
			product,
			rule,
			async () => await updateRecord<BulkPricingRule>(client, rules(product), id, rule),
		);
		return ofProduct(product)(updated);
	},
});

/** The amount as the store gave it; percents travel as text. */
const sent = ({ type, amount }: BulkPricingRule) => (type === 'percent' ? String(amount) : amount);
