import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { readCategory, simplifyCategory } from '../../store/catalog/categories';
import { categoryOrPathLocator } from '../../forms/locators/category';
import { treeField } from '../../forms/categoryTreeField';
import { includePathField, withPaths } from './includePath';
import { locateCategory } from '../../store/catalog/categoryRefs';
import { toCategoryRef } from './chosenCategory';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get category',
	description: 'Retrieve one category, by its ID or by its path',
	scope: 'products:read',
	fields: [...categoryOrPathLocator, ...treeField, ...includePathField, ...outputFields],
	simplify: simplifyCategory,
	each: async ({ params: { category, tree, includePath }, run: { client } }) => {
		const id = await locateCategory(client, toCategoryRef(category, tree, 'Category'));
		return await withPaths(client, [await readCategory(client, id)], includePath);
	},
});
