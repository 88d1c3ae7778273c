import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { sendMerged } from '../../api/merge';
import { goOn, outcomesOf } from '../../api/outcomes';
import { defineOperation } from '../../operation/define';
import { shownWhen, simplifyField } from '../../operation/fields';
import { differing } from '../../store/records';
import {
	readCategories,
	noSuchCategory,
	simplifyCategory,
	type Category,
	type CategoryOutput,
} from '../../store/catalog/categories';
import { additionalFields, categoryBody, nameField, toCategoryName } from './categoryFields';
import { parentCategoryLocator } from '../locators/category';
import { toTree, treeField } from '../shared/categoryTreeField';
import {
	openTree,
	toNames,
	toPath,
	type CategoryDetails,
	type Place,
} from '../../store/catalog/categoryPaths';
import { noSuchPath, placeBelow, type CategoryRef } from '../../store/catalog/categoryRefs';
import { namesOrPath, toParent } from './chosenCategory';
import { changeCategories } from '../../store/catalog/changeCategories';

interface Wanted {
	/** By path: the names from the top. By name: the one name below `parent`. */
	names: string[];
	parent?: CategoryRef;
	createParents: boolean;
	tree?: number;
	details: CategoryDetails;
}

interface Standing extends Place {
	path: string;
	details: CategoryDetails;
	/** Stands for several items: what it was created with is not all that they say. */
	isMerged?: boolean;
}

/** The category at its place, created with all its details where it was missing. */
async function stand(client: Client, wanted: Wanted): Promise<Standing> {
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

interface Brought {
	category: Category;
	isChanged: boolean;
}

/** Changes categories, each once, as far as they differ from what is wanted. */
async function bring(client: Client, standing: Standing[]): Promise<Array<Outcome<Brought>>> {
	const open = standing.filter(({ created, isMerged }) => !created || isMerged);
	const present = await readCategories(
		client,
		open.flatMap(({ id, created }) => (created ? [] : id)),
	);
	const asItIs = ({ id, created }: Standing) => created ?? present.get(id);
	const changes = open
		.map((one) => ({ one, change: differing(asItIs(one) ?? {}, one.details) }))
		.filter(({ change }) => Object.keys(change).length > 0);
	const outcomes = await changeCategories(
		client,
		changes.map(({ one, change }) => ({ ...change, category_id: one.id })),
	);
	const changed = new Map(changes.map(({ one }, index) => [one, outcomes[index]]));
	return standing.map((one) => {
		const outcome = changed.get(one);
		if (outcome?.error !== undefined) return { error: outcome.error };
		const category = outcome?.result ?? asItIs(one);
		return category
			? { result: { category, isChanged: outcome !== undefined } }
			: { error: noSuchCategory(one.id) };
	});
}

/** CategoryRef an item before it is about the category that an item created, its own details are yet to be brought there. */
function inTurn(standing: readonly Standing[]): Standing[] {
	const seen = new Set<number>();
	return standing.map((one) => {
		const isFirst = !seen.has(one.id);
		seen.add(one.id);
		return isFirst ? one : { ...one, created: undefined };
	});
}

/** Items for one category are brought there as one; of the same detail the last one counts. */
async function update(
	client: Client,
	standing: Standing[],
): Promise<Array<Outcome<CategoryOutput>>> {
	const brought = await sendMerged<Standing, Brought>(inTurn(standing), {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({
			...later,
			created: earlier.created ?? later.created,
			details: { ...earlier.details, ...later.details },
			isMerged: true,
		}),
		send: async (distinct) => await bring(client, distinct),
	});
	return brought.map(({ result, error }, index) => {
		const { created, path } = standing[index] as Standing;
		if (!result) return { error };
		const action = created ? 'created' : result.isChanged ? 'updated' : 'unchanged';
		return { result: { ...result.category, path, action } };
	});
}

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a category',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields: [
		{
			displayName: 'Find Category By',
			name: 'findBy',
			type: 'options',
			options: [
				{
					name: 'Name',
					value: 'name',
					description: 'The name below one parent category',
				},
				{ name: 'Path', value: 'path', description: 'All names from the top down' },
			],
			default: 'path',
			description: 'How the category is found; names are the same whatever their case',
		},
		...shownWhen({ findBy: ['path'] }, [
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. Shop/Kitchen/Coffee',
				hint: 'A slash within a name is written \\/',
				description: 'Names from the top of the tree down to the category',
			},
			{
				displayName: 'Create Missing Parents',
				name: 'createParents',
				type: 'boolean',
				default: true,
				description:
					'Whether to create the categories above it that are missing; otherwise the item fails',
			},
		]),
		...shownWhen({ findBy: ['name'] }, [...nameField, ...parentCategoryLocator]),
		...treeField,
		...additionalFields,
		...simplifyField,
	],
	simplify: simplifyCategory,
	prepare: ({ params }): Wanted => {
		const { findBy, path, createParents, name, parent, tree, additionalFields } = params;
		const byPath = findBy === 'path';
		return {
			names: byPath ? toNames(namesOrPath(path)) : [toCategoryName(name)],
			parent: byPath ? undefined : toParent(parent, tree),
			createParents,
			tree: toTree(tree),
			details: categoryBody(additionalFields),
		};
	},
	many: async ({ records: items, run: { client } }) =>
		await goOn(
			await outcomesOf(items, async (item) => await stand(client, item)),
			async (standing) => await update(client, standing),
		),
});
