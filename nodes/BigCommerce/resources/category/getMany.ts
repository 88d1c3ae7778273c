import { pagesOfEach } from '../../api/pagesOfEach';
import type { Client, Query } from '../../api/client';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { excludedIn } from '../../forms/excludedIds';
import { idsIn, plainFilters, queriesFor, textsIn } from '../../forms/listFilters';
import { categories, simplifyCategory, type Category } from '../../store/catalog/categories';
import { toTree } from '../../forms/categoryTreeField';
import { filterFields } from './categoryFilters';
import { includePathField, withPaths } from './includePath';
import { TOP } from '../../store/catalog/categoryPaths';
import { treeIdOf } from '../../store/catalog/categoryTrees';

const NAMES = {
	isVisible: 'is_visible',
	keyword: 'keyword',
	name: 'name',
	nameContains: 'name:like',
	pageTitle: 'page_title',
	pageTitleContains: 'page_title:like',
};

type Filters = Partial<ParamsOf<typeof filterFields>>;

function levelQuery(isTopLevel: boolean | undefined): Query {
	if (isTopLevel === undefined) return {};
	return isTopLevel ? { 'parent_id:in': [TOP] } : { 'parent_id:not_in': [TOP] };
}

async function queriesOf(client: Client, filters: Filters): Promise<Query[]> {
	const { trees, isTopLevel, parent } = filters;
	const query = compact({
		...plainFilters(filters, NAMES),
		'tree_id:in': trees?.length
			? await Promise.all(trees.map(async (tree) => await treeIdOf(client, toTree(tree))))
			: undefined,
		...levelQuery(isTopLevel),
		'category_id:not_in': excludedIn(filters.excludedIds, 'IDs to Leave Out'),
	});
	return queriesFor(query, {
		'category_id:in': idsIn(filters.ids, 'IDs'),
		...(parent && { 'parent_id:in': idsIn(parent.value, 'Parent Category') }),
		'category_uuid:in': textsIn(filters.uuids, 'UUIDs'),
	});
}

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many categories',
	description: 'Retrieve a list of categories, each with its full path if wanted',
	scope: 'products:read',
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...filterFields],
		},
		...includePathField,
		...outputFields,
	],
	simplify: simplifyCategory,
	each: async function* ({ params: { filters, includePath, ...limit }, run: { client } }) {
		const queries = await queriesOf(client, filters);
		for await (const rows of pagesOfEach<Category>(client, categories, queries, limitOf(limit)))
			yield await withPaths(client, rows, includePath);
	},
});
