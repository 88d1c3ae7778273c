import { defineFields } from '../../operation/define';

export const treeField = defineFields([
	{
		displayName: 'Category Tree Name or ID',
		name: 'tree',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCategoryTrees' },
		default: 'default',
		description:
			'Storefront whose categories are meant: each has a tree of its own. It matters for paths and for the top of the tree; by ID every category is found. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);
