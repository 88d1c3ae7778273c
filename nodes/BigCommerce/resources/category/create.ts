import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { createCategory, simplifyCategory } from '../../store/catalog/categories';
import { additionalFields, categoryBody, nameField, toCategoryName } from './categoryFields';
import { parentCategoryLocator } from '../../forms/locators/category';
import { toTree, treeField } from '../../forms/categoryTreeField';
import { noteCreated } from '../../store/catalog/categoryPaths';
import { placeBelow } from '../../store/catalog/categoryRefs';
import { toParent } from './chosenCategory';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create category',
	description: 'Create a category at the top of a tree or below another category',
	scope: 'products:modify',
	fields: [
		...nameField,
		...parentCategoryLocator,
		...treeField,
		...additionalFields,
		...outputFields,
	],
	simplify: simplifyCategory,
	// Without the place: it can be named in several ways.
	writes: ({ name }) => name,
	/** A parent that an earlier item creates has to be there. */
	needs: ({ parent, tree }) => toParent(parent, tree).names,
	each: async ({ params: { additionalFields, parent, tree, ...given }, run: { client } }) => {
		const name = toCategoryName(given.name);
		const body = categoryBody(additionalFields);
		const place = await placeBelow(client, toParent(parent, tree), toTree(tree));
		const category = await createCategory(client, { ...body, name, ...place });
		await noteCreated(client, category);
		return category;
	},
});
