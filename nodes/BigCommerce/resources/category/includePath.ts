import { defineFields } from '../../operation/define';
import type { Client } from '../../api/client';
import type { Category, CategoryOutput } from '../../store/catalog/categories';
import { openTree, toPath } from '../../store/catalog/categoryPaths';

export const includePathField = defineFields([
	{
		displayName: 'Include Path',
		name: 'includePath',
		type: 'boolean',
		default: true,
		description:
			'Whether to add the full path such as Shop/Kitchen/Coffee; costs one more request for each category tree',
	},
]);

/** The categories with their paths; each tree is read once a run. */
export async function withPaths(
	client: Client,
	rows: Category[],
	wanted: boolean,
): Promise<CategoryOutput[]> {
	if (!wanted) return rows;
	return await Promise.all(
		rows.map(async (category) => {
			const tree = await openTree(client, category.tree_id);
			const names = tree.namesOf(category.category_id) ?? [category.name];
			return { ...category, path: toPath(names) };
		}),
	);
}
