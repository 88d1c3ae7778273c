import { idsToDelete } from '../../forms/idsToDelete';
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
		...idsToDelete({ displayName: 'Product IDs', nouns: 'products', example: '77, 80, 112' }),
	],
	prepare: ({ params }) => [...new Set(params.ids)],
	many: async ({ records, run: { client } }) => await deleteProducts(client, records),
});
