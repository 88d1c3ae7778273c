import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { InputError } from '../../api/inputError';
import type { Locator } from '../../operation/params';
import { toId } from '../../operation/values';
import { readCategory } from './categories';
import { openTree, TOP, toNames, toPath } from './path';
import { treeIdOf } from './trees';

/** A category as the form names it: by id, or by its path in a tree. */
export type Where =
	{ id: number; names?: undefined } | { id?: undefined; names: string[]; tree: unknown };

export function toWhere({ mode, value }: Locator, tree: unknown, label: string): Where {
	return mode === 'path' ? { names: toNames(value, label), tree } : { id: toId(value, label) };
}

/** As `toWhere`; no category at all, or 0, is the top of the tree. */
export const toParent = (locator: Locator, tree: unknown): Where =>
	['', '0'].includes(locator.value) ? { id: TOP } : toWhere(locator, tree, 'Parent Category');

/** Where a category is moved to: the top must be chosen, an ID or a path that an expression left empty is none. */
export function toNewParent(locator: Locator, tree: unknown): Where {
	if (locator.mode === 'list' || locator.value !== '') return toParent(locator, tree);
	throw new InputError(
		"'Parent Category' is empty",
		"Give it the ID 0 for the top of the tree, or remove it from 'Update Fields' to leave the category where it is.",
	);
}

export const noSuchPath = (names: readonly string[]) =>
	new BigCommerceError({
		doing: `find the category ${toPath(names)}`,
		status: 404,
		title: 'The category tree has no such path',
		advice: "Check the names of the path and the 'Category Tree Name or ID'.",
	});

export async function locate(client: Client, where: Where): Promise<number> {
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
	parent: Where,
	tree: unknown,
): Promise<{ tree_id: number; parent_id: number }> {
	const parentId = await locate(client, parent);
	const byId = parent.names === undefined && parentId !== TOP;
	const treeId = byId ? await treeOf(client, parentId) : await treeIdOf(client, tree);
	return { tree_id: treeId, parent_id: parentId };
}
