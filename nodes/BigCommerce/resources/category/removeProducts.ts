import { defineOperation } from '../../operation/define';
import { categoryOrPathLocator } from '../../forms/locators/category';
import { productLocator } from '../../forms/locators/product';
import { removeProductsFrom } from '../../store/catalog/productAssignments';
import { assignmentOf, categoryAssignments, withLocated } from './categoryAssignments';
import { treeField } from '../../forms/categoryTreeField';

export const removeProducts = defineOperation({
	value: 'removeProducts',
	name: 'Remove Products',
	action: 'Remove products from categories',
	description:
		'Take products out of a category, many items a request; the products themselves stay',
	scope: 'products:modify',
	fields: [...categoryOrPathLocator, ...productLocator, ...treeField],
	prepare: ({ params }) => assignmentOf(params),
	many: withLocated(removeProductsFrom(categoryAssignments)),
});
