import { defineOperation } from '../../operation/define';
import { categoryOrPathLocator } from '../../forms/locators/category';
import { productLocator } from '../../forms/locators/product';
import { assignToCategories } from '../../store/catalog/categoryAssignments';
import { categoryAssignmentOf } from './chosenCategory';
import { treeField } from '../../forms/categoryTreeField';

export const assignProducts = defineOperation({
	value: 'assignProducts',
	name: 'Assign Products',
	action: 'Assign products to categories',
	description:
		'Put products into a category, 50 items a request; they stay in the categories that they have',
	scope: 'products:modify',
	fields: [...categoryOrPathLocator, ...productLocator, ...treeField],
	prepare: ({ params }) => categoryAssignmentOf(params),
	many: async ({ records, run: { client } }) => await assignToCategories(client, records),
});
