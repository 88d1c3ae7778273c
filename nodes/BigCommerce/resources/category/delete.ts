import { deleteListed } from '../../api/deleteListed';
import { inParts } from '../../api/outcomes';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { toIds } from '../../operation/values';
import { categoryLocator } from '../../forms/locators/category';
import { categories } from '../../store/catalog/categories';

function toCategoryIds(given: unknown): number[] {
	const ids = toIds(given, 'Category');
	if (ids.length > 0) return [...new Set(ids)];
	throw new InputError("'Category' is empty", "Pick the 'Category' to delete, or give its ID.");
}

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a category',
	description: 'Delete one category, or several by ID; BigCommerce carries it out a moment later',
	scope: 'products:modify',
	fields: [
		{
			displayName: 'Category',
			name: 'category',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			description: 'The category, or several by ID',
			as: 'ids',
			modes: categoryLocator.modes,
		},
	],
	prepare: ({ params }) => toCategoryIds(params.category.value),
	many: async ({ records: items, run: { client } }) =>
		await inParts(
			items,
			(ids) => ids,
			async (ids) =>
				await deleteListed(client, {
					path: categories.path,
					filter: 'category_id:in',
					values: ids,
					task: 'delete the categories',
					scope: 'products:modify',
				}),
			(ids) => ({ deleted: true, ids }),
		),
});
