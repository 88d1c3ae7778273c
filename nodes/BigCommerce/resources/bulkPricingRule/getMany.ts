import { list } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit } from '../../operation/fields';
import { productLocator, productOf } from '../../forms/locators/product';
import { ofProduct, rules, type BulkPricingRule } from '../../store/catalog/bulkPricingRules';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many bulk pricing rules',
	description: 'Retrieve the bulk pricing rules of a product',
	scope: 'products:read',
	fields: [...productLocator, ...returnAllOrLimit],
	each: async ({ params, run: { client } }) => {
		const product = productOf(params);
		const found = await list<BulkPricingRule>(client, rules(product), { limit: limitOf(params) });
		return found.map(ofProduct(product));
	},
});
