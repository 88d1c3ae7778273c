import type { INodePropertyMode } from 'n8n-workflow';

/** How a category, or several by ID, are picked. */
export const categoryModes: INodePropertyMode[] = [
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
];
