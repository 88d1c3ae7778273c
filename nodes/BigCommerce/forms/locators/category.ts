import type { Field } from '../../operation/params';

import { defineFields } from '../../operation/define';

/** A category, or several by ID; forms take its `modes` and say in their own words what the category is for. */
export const categoryLocator: Field = {
	displayName: 'Category',
	name: 'category',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Category picked from the list, or several by ID',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a category…',
			typeOptions: { searchListMethod: 'searchCategories', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 23, 24',
			hint: 'One ID, or several separated by commas',
		},
	],
};

/** One category, also by its path in the tree that the form names. */
export const categoryOrPathLocator = defineFields([
	{
		displayName: 'Category',
		name: 'category',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The category, picked from the list, by ID or by its path',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a category…',
				typeOptions: { searchListMethod: 'searchCategories', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 23',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*[0-9]+\\s*$', errorMessage: 'A category ID is a number' },
					},
				],
			},
			{
				displayName: 'By Path',
				name: 'path',
				type: 'string',
				placeholder: 'e.g. Shop/Kitchen/Coffee',
				hint: 'Names from the top down; a slash within a name is written \\/',
			},
		],
	},
]);

const { modes } = categoryOrPathLocator[0];

export const oneCategoryLocator = defineFields([
	{
		displayName: 'Category',
		name: 'category',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The category, picked from the list or by ID',
		modes: modes.filter(({ name }) => name !== 'path'),
	},
]);

export const parentCategoryLocator = defineFields([
	{
		displayName: 'Parent Category',
		name: 'parent',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		clears: true,
		description: 'Category that it stands below; empty for the top of the tree',
		modes: [...modes],
	},
]);
