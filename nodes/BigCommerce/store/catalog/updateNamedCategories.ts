import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { untilRenamed } from '../untilRenamed';
import type { Category } from './categories';
import type { CategoryDetails } from './categoryPaths';
import { locateCategory, type CategoryRef } from './categoryRefs';
import { changeCategories, type CategoryChange } from './changeCategories';

/** A change of a category, as an item names the category and where it is moved to. */
export interface NamedCategoryChange {
	where: CategoryRef;
	parent?: CategoryRef;
	changes: CategoryDetails & { name?: string };
}

const located = async (
	client: Client,
	{ where, parent, changes }: NamedCategoryChange,
): Promise<CategoryChange> => ({
	...changes,
	category_id: await locateCategory(client, where),
	...(parent && { parent_id: await locateCategory(client, parent) }),
});

const nameKey = (name: string) => name.trim().toLowerCase();

/** Changes categories that items name by ID or path; a path is looked up as earlier items leave the tree. */
export const updateNamedCategories = async (
	client: Client,
	changes: readonly NamedCategoryChange[],
): Promise<Array<Outcome<Category>>> =>
	await untilRenamed(
		changes,
		{
			findsBy: ({ where, parent }) =>
				[...(where.names ?? []), ...(parent?.names ?? [])].map(nameKey),
			renames: ({ where, parent, changes: { name } }) => {
				if (name === undefined && !parent) return [];
				const last = where.names?.at(-1);
				return [last && nameKey(last), ...(name === undefined ? [] : [nameKey(name)])];
			},
		},
		async (part) =>
			await writeMany(client, part, {
				prepare: async (change) => await located(client, change),
				write: async (some) => await changeCategories(client, some),
			}),
	);
