import { defineOperation } from '../../operation/define';
import { deleteProducts } from '../../store/catalog/deleteCatalogRecords';

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
	prepare: ({ params }) => [...new Set(params.ids)],
	many: async ({ records, run: { client } }) => await deleteProducts(client, records),
});
