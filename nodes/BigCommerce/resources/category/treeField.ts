import { defineFields } from '../../operation/define';

export const treeField = defineFields([
	{
		displayName: 'Category Tree Name or ID',
		name: 'tree',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCategoryTrees' },
		default: 'default',
		description:
			'Where paths and the top are looked for; each storefront has a tree of its own. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);
