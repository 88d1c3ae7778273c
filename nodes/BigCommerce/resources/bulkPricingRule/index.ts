import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const bulkPricingRule: Resource = {
	value: 'bulkPricingRule',
	name: 'Product Bulk Pricing Rule',
	description: 'Lower prices of a product from some quantity up',
	operations: [create, del, getMany, update],
};
