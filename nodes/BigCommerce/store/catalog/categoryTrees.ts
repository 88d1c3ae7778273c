import { at, type Client } from '../../api/client';
import { InputError } from '../../api/inputError';

/** The categories of a storefront channel, or of several (category-trees_catalog.v3.yml). */
export interface Tree {
	id: number;
	name: string;
	channels: number[];
}

/** A category in the nested answer of a whole tree. */
export interface TreeNode {
	id: number;
	parent_id: number;
	name: string;
	children?: TreeNode[];
}

export const listTrees = async (client: Client): Promise<Tree[]> =>
	await client.getRows<Tree>({
		path: '/v3/catalog/trees',
		task: 'list the category trees',
		scope: 'products:read',
	});

/** Channel 1 is the default storefront (API notes 2.15); its tree is what a store with one storefront has. */
const DEFAULT_CHANNEL = 1;

const isDefaultTree = ({ channels }: Tree) => channels.includes(DEFAULT_CHANNEL);

async function readDefaultTree(client: Client): Promise<number> {
	const trees = await listTrees(client);
	const tree = trees.find(isDefaultTree) ?? trees[0];
	if (tree) return tree.id;
	throw new InputError(
		'The store has no category tree',
		'Create a storefront with categories in the control panel first.',
	);
}

const defaultTree = async (client: Client) =>
	await client.once('default category tree', async () => await readDefaultTree(client));

/** The id of a tree; where none was chosen, of the default storefront's. */
export const treeIdOf = async (client: Client, tree?: number): Promise<number> =>
	tree ?? (await defaultTree(client));

/** A whole tree in one request, with names and parents alone; the endpoint takes one request at a time. */
export const readTree = async (client: Client, treeId: number): Promise<TreeNode[]> =>
	await client.getRows<TreeNode>({
		path: at`/v3/catalog/trees/${treeId}/categories`,
		task: `read the category tree ${treeId}`,
		scope: 'products:read',
	});
