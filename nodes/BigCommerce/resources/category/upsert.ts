import { defineOperation } from '../../operation/define';
import { shownWhen, outputFields } from '../../operation/fields';
import { simplifyCategory } from '../../store/catalog/categories';
import { toNames } from '../../store/catalog/categoryPaths';
import { upsertCategories, type WantedCategory } from '../../store/catalog/upsertCategories';
import { parentCategoryLocator } from '../../forms/locators/category';
import { toTree, treeField } from '../../forms/categoryTreeField';
import { additionalFields, categoryBody, nameField, toCategoryName } from './categoryFields';
import { namesOrPath, toParent } from './chosenCategory';

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update category',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields: [
		{
			displayName: 'Find Category By',
			name: 'findBy',
			type: 'options',
			options: [
				{
					name: 'Name',
					value: 'name',
					description: 'The name below one parent category',
				},
				{ name: 'Path', value: 'path', description: 'All names from the top down' },
			],
			default: 'path',
			description: 'How the category is found; names are the same whatever their case',
		},
		...shownWhen({ findBy: ['path'] }, [
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				as: 'any',
				required: true,
				default: '',
				placeholder: 'e.g. Shop/Kitchen/Coffee',
				hint: 'A slash within a name is written \\/',
				description: 'Names from the top of the tree down to the category',
			},
			{
				displayName: 'Create Missing Parents',
				name: 'createParents',
				type: 'boolean',
				default: true,
				description:
					'Whether to create the categories above it that are missing; otherwise the item fails',
			},
		]),
		...shownWhen({ findBy: ['name'] }, [...nameField, ...parentCategoryLocator]),
		...treeField,
		...additionalFields,
		...outputFields,
	],
	simplify: simplifyCategory,
	prepare: ({ params }): WantedCategory => {
		const { findBy, path, createParents, name, parent, tree, additionalFields } = params;
		const byPath = findBy === 'path';
		return {
			names: byPath ? toNames(namesOrPath(path)) : [toCategoryName(name)],
			parent: byPath ? undefined : toParent(parent, tree),
			createParents,
			tree: toTree(tree),
			details: categoryBody(additionalFields),
		};
	},
	many: async ({ records, run: { client } }) => await upsertCategories(client, records),
});
