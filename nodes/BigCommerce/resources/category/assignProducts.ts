import { defineOperation } from '../../operation/define';
import { categoryOrPathLocator } from '../../forms/locators/category';
import { productLocator } from '../../forms/locators/product';
import { assignProductsTo } from '../../store/catalog/productAssignments';
import { assignmentOf, categoryAssignments, withLocated } from './categoryAssignments';
import { treeField } from '../../forms/categoryTreeField';

export const assignProducts = defineOperation({
	value: 'assignProducts',
	name: 'Assign Products',
	action: 'Assign products to categories',
	description:
		'Put products into a category, 50 items a request; they stay in the categories that they have',
	scope: 'products:modify',
	fields: [...categoryOrPathLocator, ...productLocator, ...treeField],
	prepare: ({ params }) => assignmentOf(params),
	many: withLocated(assignProductsTo(categoryAssignments)),
});
