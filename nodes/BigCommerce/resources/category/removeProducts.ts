import { defineOperation } from '../../operation/define';
import { categoryOrPathLocator } from '../../forms/locators/category';
import { productLocator } from '../../forms/locators/product';
import { removeFromCategories } from '../../store/catalog/categoryAssignments';
import { categoryAssignmentOf } from './chosenCategory';
import { treeField } from '../../forms/categoryTreeField';

export const removeProducts = defineOperation({
	value: 'removeProducts',
	name: 'Remove Products',
	action: 'Remove products from categories',
	description:
		'Take products out of a category, many items a request; the products themselves stay',
	scope: 'products:modify',
	fields: [...categoryOrPathLocator, ...productLocator, ...treeField],
	prepare: ({ params }) => categoryAssignmentOf(params),
	many: async ({ records, run: { client } }) => await removeFromCategories(client, records),
});
