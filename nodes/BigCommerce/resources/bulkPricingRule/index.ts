import type { Resource } from '../../operation/define';
import { rules, type BulkPricingRule } from '../../store/catalog/bulkPricingRules';
import { ruleLocator } from '../../forms/locators/bulkPricingRule';
import { productLocator } from '../../forms/locators/product';
import { recordOperations } from '../../forms/recordOperations';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';

const { del } = recordOperations<BulkPricingRule>({
	records: rules,
	noun: 'bulk pricing rule',
	locator: ruleLocator,
	below: productLocator,
});

export const bulkPricingRule: Resource = {
	value: 'bulkPricingRule',
	name: 'Product Bulk Pricing Rule',
	description: 'Lower prices of a product from some quantity up',
	operations: [
		create,
		del({ description: 'Delete one bulk pricing rule of a product' }),
		getMany,
		update,
	],
};
