import type { Client } from '../../api/client';
import { continueWith, type Outcome } from '../../api/outcomes';
import { outcomesInOrder } from '../../api/recordOrder';
import { writeMany } from '../../api/writeMany';
import { differing } from '../records';
import { noSuchCategory, readCategories, type Category, type CategoryOutput } from './categories';
import { openTree, toPath, type CategoryDetails, type CategoryPlace } from './categoryPaths';
import { noSuchPath, placeBelow, type CategoryRef } from './categoryRefs';
import { changeCategories } from './changeCategories';

export interface WantedCategory {
	/** By path: the names from the top. By name: the one name below `parent`. */
	names: string[];
	parent?: CategoryRef;
	createParents: boolean;
	tree?: number;
	details: CategoryDetails;
}

interface EnsuredCategory extends CategoryPlace {
	path: string;
	isNew: boolean;
	details: CategoryDetails;
	/** Stands for several items: what it was created with is not all that they say. */
	isMerged?: boolean;
}

/** The category at its place, created with all its details where it was missing. */
async function ensureOne(client: Client, wanted: WantedCategory): Promise<EnsuredCategory> {
	const { names, parent, createParents, tree: chosen, details } = wanted;
	const place = parent && (await placeBelow(client, parent, chosen));
	const tree = await openTree(client, place ? place.tree_id : chosen);
	const above = place
		? { id: place.parent_id }
		: await tree.ensure(names.slice(0, -1), createParents);
	if (!above) throw noSuchPath(names.slice(0, -1));
	const own = await tree.below(above.id, names.at(-1) as string, true, details);
	const { id, created } = own as CategoryPlace;
	const path = toPath(tree.namesOf(id) ?? names);
	return { id, created, isNew: created !== undefined, details, path };
}

const isCreatedWithParents = ({ parent, createParents }: WantedCategory) =>
	!parent && createParents;

/**
 * The categories of all items. Those that make their parents themselves need no order; an item that does not finds a
 * parent that an earlier one creates.
 */
async function ensureAll(
	client: Client,
	wanted: readonly WantedCategory[],
): Promise<Array<Outcome<EnsuredCategory>>> {
	const inOrder = !wanted.every(isCreatedWithParents);
	return await outcomesInOrder(
		wanted,
		(one) => {
			const own = isCreatedWithParents(one);
			const [above, last] = [one.names.slice(0, -1), one.names.slice(-1)];
			return {
				writes: inOrder && own ? one.names : last,
				needs: own ? [] : [...above, ...(one.parent?.names ?? [])],
			};
		},
		async (one) => await ensureOne(client, one),
	);
}

interface UpToDate {
	category: Category;
	isChanged: boolean;
}

/** A category as it is, where the store has it, and how it differs from what is wanted. */
interface ComparedCategory {
	id: number;
	category?: Category;
	change: Partial<Category>;
}

const differs = ({ change }: ComparedCategory) => Object.keys(change).length > 0;

/** Changes categories, each once, as far as they differ from what is wanted. */
async function bringUpToDate(
	client: Client,
	ensured: EnsuredCategory[],
): Promise<Array<Outcome<UpToDate>>> {
	const present = await readCategories(
		client,
		ensured.flatMap(({ id, created }) => (created ? [] : id)),
	);
	const compared = ({ id, created, isMerged, details }: EnsuredCategory): ComparedCategory => {
		const category = created ?? present.get(id);
		const isAsSent = created && !isMerged;
		return {
			id,
			category,
			change: isAsSent ? {} : differing<Partial<Category>>(category ?? {}, details),
		};
	};
	const asItIs = ({ id, category }: ComparedCategory): Outcome<Category> =>
		category ? { result: category } : { error: noSuchCategory(id) };
	return await writeMany(client, ensured, {
		prepare: compared,
		groupBy: differs,
		write: async (group) =>
			group.some(differs)
				? await changeCategories(
						client,
						group.map(({ id, change }) => ({ ...change, category_id: id })),
					)
				: group.map(asItIs),
		answer: (category, one) => ({ category, isChanged: differs(one) }),
	});
}

/** Where an item before it is about the category that an item created, its own details are yet to be brought there. */
function inTurn(ensured: readonly EnsuredCategory[]): EnsuredCategory[] {
	const seen = new Set<number>();
	return ensured.map((one) => {
		const isFirst = !seen.has(one.id);
		seen.add(one.id);
		return isFirst ? one : { ...one, created: undefined };
	});
}

/** Creates the categories that are missing, and changes the others as far as they differ from what is wanted. */
export async function upsertCategories(
	client: Client,
	wanted: readonly WantedCategory[],
): Promise<Array<Outcome<CategoryOutput>>> {
	const ensured = await ensureAll(client, wanted);
	return await continueWith(
		ensured,
		async (all) =>
			// Items for one category are brought there as one; of the same detail the last one counts.
			await writeMany(client, inTurn(all), {
				keyOf: ({ id }) => id,
				merge: (earlier, later) => ({
					...later,
					created: earlier.created ?? later.created,
					details: { ...earlier.details, ...later.details },
					isMerged: true,
				}),
				write: async (distinct) => await bringUpToDate(client, distinct),
				answer: ({ category, isChanged }, { isNew, path }): CategoryOutput => ({
					...category,
					path,
					action: isNew ? 'created' : isChanged ? 'updated' : 'unchanged',
				}),
			}),
	);
}
