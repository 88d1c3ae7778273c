import { pagesOfEach } from '../../api/pagesOfEach';
import type { Client, Query } from '../../api/client';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../operation/values';
import { excludedIn } from '../excludedIds';
import { idsIn, queriesFor, textsIn } from '../listFilters';
import { categories, simplifyCategory, type Category } from './categories';
import { filterFields } from './filterFields';
import { includePathField, withPaths } from './paths';
import { TOP } from './path';
import { treeIdOf } from './trees';

type Filters = Partial<ParamsOf<typeof filterFields>>;

async function queriesOf(client: Client, filters: Filters): Promise<Query[]> {
	const { trees, isTopLevel, parent } = filters;
	const query = compact({
		'tree_id:in': trees?.length
			? await Promise.all(trees.map(async (tree) => await treeIdOf(client, tree)))
			: undefined,
		'parent_id:in': isTopLevel === true ? [TOP] : undefined,
		'parent_id:not_in': isTopLevel === false ? [TOP] : undefined,
		'category_id:not_in': excludedIn(filters.excludedIds, 'IDs to Leave Out'),
		name: filters.name,
		'name:like': filters.nameContains,
		page_title: filters.pageTitle,
		'page_title:like': filters.pageTitleContains,
		keyword: filters.keyword,
		is_visible: filters.isVisible,
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
		...simplifyField,
	],
	simplify: simplifyCategory,
	run: async function* ({ client, params: { filters, includePath, ...limit } }) {
		const queries = await queriesOf(client, filters);
		for await (const rows of pagesOfEach<Category>(client, categories, queries, limitOf(limit)))
			yield await withPaths(client, rows, includePath);
	},
});
