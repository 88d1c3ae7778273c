import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
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

/** Divides changes before each one whose path has a name that an earlier one gives, takes away or moves. */
function* untilRenamed(changes: readonly NamedCategoryChange[]): Generator<NamedCategoryChange[]> {
	let part: NamedCategoryChange[] = [];
	let renamed = new Set<string>();
	/** A category named by its ID loses a name or a place that is not known here. */
	let anyRenamed = false;
	for (const change of changes) {
		const { where, parent, changes: values } = change;
		const path = [...(where.names ?? []), ...(parent?.names ?? [])];
		if (path.length > 0 && (anyRenamed || path.some((name) => renamed.has(nameKey(name))))) {
			yield part;
			[part, renamed, anyRenamed] = [[], new Set(), false];
		}
		part.push(change);
		if (values.name === undefined && !parent) continue;
		const last = where.names?.at(-1);
		if (last === undefined) anyRenamed = true;
		for (const name of [last, values.name]) if (name !== undefined) renamed.add(nameKey(name));
	}
	yield part;
}

/** Changes categories that items name by ID or path; a path is looked up as earlier items leave the tree. */
export async function updateNamedCategories(
	client: Client,
	changes: readonly NamedCategoryChange[],
): Promise<Array<Outcome<Category>>> {
	const outcomes: Array<Outcome<Category>> = [];
	for (const part of untilRenamed(changes)) {
		const updated = await writeMany(client, part, {
			prepare: async (change) => await located(client, change),
			write: async (some) => await changeCategories(client, some),
		});
		for (const outcome of updated) outcomes.push(outcome);
	}
	return outcomes;
}
