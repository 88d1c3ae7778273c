import { blameMissing } from '../../api/missingRecords';
import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { sendMerged } from '../../api/merge';
import { continueWith } from '../../api/outcomes';
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
const settleMissing = (client: Client) =>
	blameMissing<CategoryChange, number>({
		present: async (changes) => {
			const present = await readCategories(
				client,
				changes.map(({ category_id }) => category_id),
			);
			return new Set(changes.filter(({ category_id }) => present.has(category_id)));
		},
		errorOf: ({ category_id }) => noSuchCategory(category_id),
	});

/** Changes of many categories in large batches, two for one category as one; answers the categories as they are then. */
export async function changeCategories(
	client: Client,
	changes: CategoryChange[],
): Promise<Array<Outcome<Category>>> {
	const written = await sendMerged(changes, {
		keyOf: ({ category_id }) => category_id,
		merge: (earlier, later) => ({ ...earlier, ...later }),
		send: async (records) =>
			await sendInBatches<CategoryChange, number>(records, {
				size: MOST_AT_ONCE,
				task: 'update the category',
				taskOf: ({ category_id }) => `update the category ${category_id}`,
				scope: 'products:modify',
				send: async (body) =>
					await client.call('PUT', {
						path: categories.path,
						body,
						task: 'update the category',
						scope: 'products:modify',
					}),
				resultOf: (body, { category_id }) => (isWhole(body) ? category_id : undefined),
				blame: settleMissing(client),
				client,
			}),
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
