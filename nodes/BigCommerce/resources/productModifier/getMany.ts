import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { productLocator, productOf } from '../locators/product';
import { modifiers, simplifyModifier, type Modifier } from '../../store/catalog/productModifiers';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many product modifiers',
	description: 'Retrieve the modifiers of a product with their values',
	scope: 'products:read',
	fields: [...productLocator, ...returnAllOrLimit, ...simplifyField],
	simplify: simplifyModifier,
	each: ({ params, run: { client } }) =>
		pages<Modifier>(client, modifiers(productOf(params)), { limit: limitOf(params) }),
});
