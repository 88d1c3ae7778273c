import { defineFields } from '../operation/define';
import { toId } from '../operation/values';

/** What the form holds where nobody chose a tree. */
export const DEFAULT_TREE = 'default';

export const treeField = defineFields([
	{
		displayName: 'Category Tree Name or ID',
		name: 'tree',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCategoryTrees' },
		default: DEFAULT_TREE,
		description:
			'Storefront whose categories are meant: each has a tree of its own. It matters for paths and for the top of the tree; by ID every category is found. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

/** The tree that was chosen; undefined stands for the default storefront's. */
export const toTree = (given: unknown): number | undefined =>
	given === undefined || given === '' || given === DEFAULT_TREE
		? undefined
		: toId(given, 'Category Tree');
