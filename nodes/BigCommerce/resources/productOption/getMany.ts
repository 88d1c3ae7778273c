import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { productLocator, productOf } from '../locators/product';
import { simplifyWithValues } from '../../store/catalog/optionValues';
import { options, type Option } from '../../store/catalog/productOptions';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many product options',
	description: 'Retrieve the options of a product with their values',
	scope: 'products:read',
	fields: [...productLocator, ...returnAllOrLimit, ...simplifyField],
	simplify: simplifyWithValues,
	each: ({ params, run: { client } }) =>
		pages<Option>(client, options(productOf(params)), { limit: limitOf(params) }),
});
