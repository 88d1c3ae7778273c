import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { toIds } from '../../operation/values';
import { categoryLocator } from '../../forms/locators/category';
import { deleteCategories } from '../../store/catalog/deleteCatalogRecords';

function toCategoryIds(given: unknown): number[] {
	const ids = toIds(given, 'Category');
	if (ids.length > 0) return [...new Set(ids)];
	throw new InputError("'Category' is empty", "Pick the 'Category' to delete, or give its ID.");
}

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete category',
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
	many: async ({ records, run: { client } }) => await deleteCategories(client, records),
});
