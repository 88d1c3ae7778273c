import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { sendMerged } from '../../api/merge';
import { continueWith } from '../../api/outcomes';
import { RecordOrder } from '../../api/recordOrder';
import { differing } from '../records';
import { noSuchCategory, readCategories, type Category, type CategoryOutput } from './categories';
import { openTree, toPath, type CategoryDetails, type Place } from './categoryPaths';
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

interface EnsuredCategory extends Place {
	path: string;
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
	const { id, created } = own as Place;
	return { id, created, details, path: toPath(tree.namesOf(id) ?? names) };
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
	const outcomes = new Array<Outcome<EnsuredCategory>>(wanted.length);
	const inOrder = !wanted.every(isCreatedWithParents);
	const order = new RecordOrder();
	for (const [at, one] of wanted.entries()) {
		const [above, last] = [one.names.slice(0, -1), one.names.slice(-1)];
		const own = isCreatedWithParents(one);
		order.add(
			{
				writes: inOrder && own ? one.names : last,
				needs: own ? [] : [...above, ...(one.parent?.names ?? [])],
			},
			async () => {
				const [ensuring] = await Promise.allSettled([ensureOne(client, one)]);
				outcomes[at] =
					ensuring.status === 'fulfilled'
						? { result: ensuring.value }
						: { error: ensuring.reason as unknown };
			},
		);
	}
	await order.finished();
	return outcomes;
}

interface UpToDate {
	category: Category;
	isChanged: boolean;
}

/** Changes categories, each once, as far as they differ from what is wanted. */
async function bringUpToDate(
	client: Client,
	ensured: EnsuredCategory[],
): Promise<Array<Outcome<UpToDate>>> {
	const open = ensured.filter(({ created, isMerged }) => !created || isMerged);
	const present = await readCategories(
		client,
		open.flatMap(({ id, created }) => (created ? [] : id)),
	);
	const asItIs = ({ id, created }: EnsuredCategory) => created ?? present.get(id);
	const changes = open
		.map((one) => ({ one, change: differing<Partial<Category>>(asItIs(one) ?? {}, one.details) }))
		.filter(({ change }) => Object.keys(change).length > 0);
	const outcomes = await changeCategories(
		client,
		changes.map(({ one, change }) => ({ ...change, category_id: one.id })),
	);
	const changed = new Map(changes.map(({ one }, index) => [one, outcomes[index]]));
	return ensured.map((one) => {
		const outcome = changed.get(one);
		if (outcome?.error !== undefined) return { error: outcome.error };
		const category = outcome?.result ?? asItIs(one);
		return category
			? { result: { category, isChanged: outcome !== undefined } }
			: { error: noSuchCategory(one.id) };
	});
}

/** CategoryRef an item before it is about the category that an item created, its own details are yet to be brought there. */
function inTurn(ensured: readonly EnsuredCategory[]): EnsuredCategory[] {
	const seen = new Set<number>();
	return ensured.map((one) => {
		const isFirst = !seen.has(one.id);
		seen.add(one.id);
		return isFirst ? one : { ...one, created: undefined };
	});
}

/** Items for one category are brought there as one; of the same detail the last one counts. */
async function update(
	client: Client,
	ensured: EnsuredCategory[],
): Promise<Array<Outcome<CategoryOutput>>> {
	const brought = await sendMerged<EnsuredCategory, UpToDate>(inTurn(ensured), {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({
			...later,
			created: earlier.created ?? later.created,
			details: { ...earlier.details, ...later.details },
			isMerged: true,
		}),
		send: async (distinct) => await bringUpToDate(client, distinct),
	});
	return brought.map(({ result, error }, index) => {
		const { created, path } = ensured[index] as EnsuredCategory;
		if (!result) return { error };
		const action = created ? 'created' : result.isChanged ? 'updated' : 'unchanged';
		return { result: { ...result.category, path, action } };
	});
}

/** Creates the categories that are missing, and changes the others as far as they differ from what is wanted. */
export const upsertCategories = async (
	client: Client,
	wanted: readonly WantedCategory[],
): Promise<Array<Outcome<CategoryOutput>>> =>
	await continueWith(
		await ensureAll(client, wanted),
		async (ensured) => await update(client, ensured),
	);
