import { list } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { productLocator, productOf } from '../locators/product';
import { createRecord } from '../../store/records';
import { ruleInOrder } from './fields';
import { explainOverlap } from './overlap';
import { newRule, ofProduct, rules, type Rule } from './rules';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a bulk pricing rule',
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
				await createRecord<Rule>(client, rules(product), rule, async () =>
					(await list<Rule>(client, rules(product))).find(
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
