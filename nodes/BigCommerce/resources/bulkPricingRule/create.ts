import { list } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { productLocator, productOf } from '../../forms/locators/product';
import { createRecord } from '../../store/records';
import { newRule, ruleInOrder } from '../../forms/bulkPricingRuleFields';
import {
	explainOverlap,
	ofProduct,
	rules,
	type BulkPricingRule,
} from '../../store/catalog/bulkPricingRules';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create bulk pricing rule',
	description: 'Give a product a lower price from some quantity up',
	scope: 'products:modify',
	fields: [...productLocator, ...ruleInOrder],
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const { product: _product, ...given } = params;
		const product = productOf(params);
		const rule = newRule(given);
		const created = await explainOverlap(
			client,
			product,
			rule,
			async () =>
				await createRecord<BulkPricingRule>(client, rules(product), rule, async () =>
					(await list<BulkPricingRule>(client, rules(product))).find(
						(found) =>
							found.quantity_min === rule.quantity_min &&
							found.quantity_max === rule.quantity_max &&
							found.type === rule.type &&
							Number(found.amount) === Number(rule.amount),
					),
				),
		);
		return ofProduct(product)(created);
	},
});
