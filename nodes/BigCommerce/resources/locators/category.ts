import type { INodeProperties } from 'n8n-workflow';

/** A category, or several by ID; forms take its `modes` and say in their own words what the category is for. */
export const categoryLocator: INodeProperties = {
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
