import type { Query } from '../../api/client';
import { pagesOfEach } from '../../api/pagesOfEach';
import { defineFields, defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { inOneOrder } from '../../forms/listFilters';
import { productFilters } from './productFilters';
import { productQueries } from './productQueries';
import { includeField, optionsField, shownQuery, sortField } from '../../forms/returnedFields';
import { products, type Product } from '../../store/catalog/products';
import { simplifyProduct } from '../../store/catalog/simplifyProduct';

const fields = defineFields([
	...returnAllOrLimit,
	...includeField,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [...productFilters],
	},
	...optionsField,
	...sortField,
	...outputFields,
]);

function queriesOf(params: ParamsOf<typeof fields>): Query[] {
	const { by, direction } = params.sort;
	const isSorted = Boolean(by && by !== 'id') || direction === 'desc';
	// What changes while the pages are read keeps its place in the order of the ids.
	const shared = {
		...shownQuery(params),
		sort: by || 'id',
		direction: direction || 'asc',
	};
	const queries = inOneOrder(productQueries(params.filters), isSorted);
	return queries.map((query) => ({ ...query, ...shared }));
}

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many products',
	description: 'Retrieve a list of products by any of their properties',
	scope: 'products:read',
	optionalScopes: ['channels:read'],
	fields,
	simplify: simplifyProduct,
	each: ({ params, run: { client } }) =>
		pagesOfEach<Product>(client, products, queriesOf(params), limitOf(params)),
});
