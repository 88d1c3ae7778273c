import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { readCategory, simplifyCategory } from './categories';
import { categoryOrPathLocator } from '../locators/category';
import { treeField } from './treeField';
import { includePathField, withPaths } from './paths';
import { locate, toWhere } from './where';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a category',
	description: 'Retrieve one category, by its ID or by its path',
	scope: 'products:read',
	fields: [...categoryOrPathLocator, ...treeField, ...includePathField, ...simplifyField],
	simplify: simplifyCategory,
	each: async ({ params: { category, tree, includePath }, run: { client } }) => {
		const id = await locate(client, toWhere(category, tree, 'Category'));
		return await withPaths(client, [await readCategory(client, id)], includePath);
	},
});
