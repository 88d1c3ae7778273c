import { blameMissing } from '../../api/blame';
import type { Client } from '../../api/client';
import { continueWith, type Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { forgetTrees } from './categoryPaths';
import { noSuchCategory, categories, readCategories, type Category } from './categories';

/** The cap is not documented; so many trees are taken at once (category-trees_catalog.v3.yml). */
const MOST_AT_ONCE = 50;

export type CategoryChange = Partial<Category> & { category_id: number };

/** A PUT answers no records, only how many of them were written (category-trees_catalog.v3.yml). */
interface Written {
	errors?: unknown;
	meta?: { failed?: number };
}

const isWhole = (body: unknown) => {
	const { errors, meta } = (body ?? {}) as Written;
	return !errors && !meta?.failed;
};

/** Tells once which of the categories are not there at all, which no refusal says. */
const blameAbsent = (client: Client) =>
	blameMissing<CategoryChange, number>({
		lookUp: async (changes) => {
			const present = await readCategories(
				client,
				changes.map(({ category_id }) => category_id),
			);
			return ({ category_id }) => present.has(category_id);
		},
		errorOf: ({ category_id }) => noSuchCategory(category_id),
	});

/** Changes of many categories in large batches, two for one category as one; answers the categories as they are then. */
export async function changeCategories(
	client: Client,
	changes: CategoryChange[],
): Promise<Array<Outcome<Category>>> {
	const written = await writeMany(client, changes, {
		call: { path: categories.path, task: 'update the category', scope: 'products:modify' },
		taskOf: ({ category_id }) => `update the category ${category_id}`,
		size: MOST_AT_ONCE,
		keyOf: ({ category_id }) => category_id,
		merge: (earlier, later) => ({ ...earlier, ...later }),
		send: async (body, call) => await client.call('PUT', { ...call, body }),
		resultOf: (body, { category_id }) => (isWhole(body) ? category_id : undefined),
		blame: blameAbsent(client),
	});
	if (changes.some(({ name, parent_id }) => name !== undefined || parent_id !== undefined))
		forgetTrees(client);
	return await continueWith(written, async (ids) => {
		const present = await readCategories(client, ids);
		return ids.map((id) => {
			const category = present.get(id);
			return category ? { result: category } : { error: noSuchCategory(id) };
		});
	});
}
