import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { compact, withoutNull } from '../../api/values';
import { someChange } from '../../operation/values';
import { simplifyCategory } from '../../store/catalog/categories';
import { categoryBody, categoryFields, nameField, toCategoryName } from './categoryFields';
import { categoryOrPathLocator, parentCategoryLocator } from '../../forms/locators/category';
import { treeField } from '../../forms/categoryTreeField';
import { toParent, toCategoryRef } from './chosenCategory';
import {
	updateNamedCategories,
	type NamedCategoryChange,
} from '../../store/catalog/updateNamedCategories';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update category',
	description: 'Change a category; whatever is not added below stays as it is',
	scope: 'products:modify',
	fields: [
		...categoryOrPathLocator,
		...treeField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...categoryFields, ...nameField, ...parentCategoryLocator],
		},
		...outputFields,
	],
	simplify: simplifyCategory,
	prepare: ({ params: { category, tree, updateFields } }): NamedCategoryChange => {
		const { name, parent, ...others } = someChange(withoutNull(updateFields));
		return {
			where: toCategoryRef(category, tree, 'Category'),
			parent: parent && toParent(parent, tree),
			changes: {
				...categoryBody(others),
				...compact({ name: name === undefined ? undefined : toCategoryName(name) }),
			},
		};
	},
	many: async ({ records, run: { client } }) => await updateNamedCategories(client, records),
});
