import { InputError } from '../../api/inputError';
import { defineOperation } from '../../operation/define';
import { toIds } from '../../operation/values';
import { deleteProducts } from '../../store/catalog/deleteCatalogRecords';

function someIds(given: unknown): number[] {
	const ids = [...new Set(toIds(given, 'Product IDs'))];
	if (ids.length > 0) return ids;
	throw new InputError(
		"'Product IDs' is empty, so that nothing is deleted",
		"Give 'Product IDs' at least one ID.",
	);
}

export const deleteMany = defineOperation({
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many products',
	description:
		'Delete products by ID in the fewest requests; IDs that the store does not have change nothing',
	scope: 'products:modify',
	fields: [
		{
			displayName: 'Product IDs',
			name: 'ids',
			type: 'string',
			required: true,
			default: '={{ $json.id }}',
			emptyAdvice: "Nothing is deleted: give 'Product IDs' at least one ID.",
			as: 'ids',
			placeholder: 'e.g. 77, 80, 112',
			description:
				'IDs of the products to delete, separated by commas, or a list from an expression. By default the ID of each input item.',
		},
	],
	prepare: ({ params }) => someIds(params.ids),
	many: async ({ records, run: { client } }) => await deleteProducts(client, records),
});
