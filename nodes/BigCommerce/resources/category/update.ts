import { goOn, outcomesOf } from '../../api/outcomes';
import type { Client } from '../../api/client';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { compact, withoutNull } from '../../api/values';
import { someChange } from '../../operation/values';
import { simplifyCategory } from '../../store/catalog/categories';
import { categoryBody, categoryFields, nameField, toCategoryName } from './categoryFields';
import { categoryOrPathLocator, parentCategoryLocator } from '../locators/category';
import { treeField } from '../shared/categoryTreeField';
import type { CategoryDetails } from '../../store/catalog/categoryPaths';
import { locateCategory, type CategoryRef } from '../../store/catalog/categoryRefs';
import { toNewParent, toCategoryRef } from './chosenCategory';
import { changeCategories, type CategoryChange } from '../../store/catalog/changeCategories';

interface Change {
	where: CategoryRef;
	parent?: CategoryRef;
	changes: CategoryDetails & { name?: string };
}

const located = async (
	client: Client,
	{ where, parent, changes }: Change,
): Promise<CategoryChange> => ({
	...changes,
	category_id: await locateCategory(client, where),
	...(parent && { parent_id: await locateCategory(client, parent) }),
});

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a category',
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
		...simplifyField,
	],
	simplify: simplifyCategory,
	prepare: ({ params: { category, tree, updateFields } }): Change => {
		const { name, parent, ...others } = someChange(withoutNull(updateFields));
		return {
			where: toCategoryRef(category, tree, 'Category'),
			parent: parent && toNewParent(parent, tree),
			changes: {
				...categoryBody(others),
				...compact({ name: name === undefined ? undefined : toCategoryName(name) }),
			},
		};
	},
	many: async ({ records: items, run: { client } }) =>
		await goOn(
			await outcomesOf(items, async (item) => await located(client, item)),
			async (changes) => await changeCategories(client, changes),
		),
});
