import { locator } from '../../operation/locator';

export const ruleLocator = locator({
	displayName: 'Rule',
	name: 'rule',
	description: 'The bulk pricing rule of this product, picked from the list or by ID',
	noun: 'a bulk pricing rule',
	search: 'searchBulkPricingRules',
});
