import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { readCategory } from './categories';
import { openTree, TOP, toPath } from './categoryPaths';
import { treeIdOf } from './categoryTrees';

/** A category as the form names it: by id, or by its path in a tree. */
export type CategoryRef =
	{ id: number; names?: undefined } | { id?: undefined; names: string[]; tree?: number };

export const noSuchPath = (names: readonly string[]) =>
	new BigCommerceError({
		task: `find the category ${toPath(names)}`,
		status: 404,
		title: 'The category tree has no such path',
		advice: "Check the names of the path and the 'Category Tree Name or ID'.",
	});

export async function locateCategory(client: Client, where: CategoryRef): Promise<number> {
	if (where.names === undefined) return where.id;
	const place = await (await openTree(client, where.tree)).ensure(where.names, false);
	if (place) return place.id;
	throw noSuchPath(where.names);
}

/** Trees of categories that were named by id, asked for once a run. */
const treesOf = (client: Client) =>
	client.once('trees of categories', () => new Map<number, Promise<number>>());

async function treeOf(client: Client, id: number): Promise<number> {
	const trees = treesOf(client);
	const tree = trees.get(id) ?? readCategory(client, id).then(({ tree_id }) => tree_id);
	trees.set(id, tree);
	return await tree;
}

/** Where a new category goes: its tree is that of its parent, or the chosen one at the top. */
export async function placeBelow(
	client: Client,
	parent: CategoryRef,
	tree?: number,
): Promise<{ tree_id: number; parent_id: number }> {
	const parentId = await locateCategory(client, parent);
	const byId = parent.names === undefined && parentId !== TOP;
	const treeId = byId ? await treeOf(client, parentId) : await treeIdOf(client, tree);
	return { tree_id: treeId, parent_id: parentId };
}
