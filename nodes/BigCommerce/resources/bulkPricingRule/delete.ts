import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { ruleLocator } from '../locators/bulkPricingRule';
import { productLocator, productOf } from '../locators/product';
import { deleteRecord } from '../../store/records';
import { rules } from '../../store/catalog/bulkPricingRules';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a bulk pricing rule',
	description: 'Delete one bulk pricing rule of a product',
	scope: 'products:modify',
	fields: [...productLocator, ...ruleLocator],
	writes: productOf,
	each: async ({ params, run: { client } }) =>
		await deleteRecord(client, rules(productOf(params)), idOf(params.rule, 'Rule')),
});
