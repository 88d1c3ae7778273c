import type { Client } from '../../api/client';
import { pages } from '../../api/pagination';
import { defineFields, defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { productFilters } from './filterFields';
import { productQueries } from './filters';
import { includeField, optionsField, shownQuery, sortField } from './include';
import { products, type Product } from './products';
import { simplifyProduct } from './simplify';

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
	...simplifyField,
]);

async function* getProducts(
	client: Client,
	params: ParamsOf<typeof fields>,
): AsyncGenerator<Product[]> {
	const { sort } = params;
	// What changes while the pages are read keeps its place in the order of the ids.
	const shared = {
		...shownQuery(params),
		sort: sort.by ?? 'id',
		direction: sort.direction ?? 'asc',
	};
	let left = limitOf(params) ?? Number.POSITIVE_INFINITY;
	for (const query of productQueries(params.filters)) {
		const limit = Number.isFinite(left) ? left : undefined;
		for await (const rows of pages<Product>(client, products, {
			query: { ...query, ...shared },
			limit,
		})) {
			yield rows;
			left -= rows.length;
		}
		if (left <= 0) return;
	}
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
	run: ({ client, params }) => getProducts(client, params),
});
