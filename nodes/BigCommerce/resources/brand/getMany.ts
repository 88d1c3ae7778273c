import { pagesOfEach } from '../../api/pagesOfEach';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { compact } from '../../api/values';
import { excludedIn } from '../shared/excludedIds';
import { idsIn, inOneOrder, plainFilters, queriesFor } from '../shared/listFilters';
import { brands, simplifyBrand, type Brand } from '../../store/catalog/brands';
import { filterFields } from './brandFilters';

const NAMES = {
	highestId: 'id:max',
	lowestId: 'id:min',
	name: 'name',
	nameContains: 'name:like',
	pageTitle: 'page_title',
};

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many brands',
	description: 'Retrieve a list of brands',
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
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Sort by Name',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'A to Z', value: 'asc' },
						{ name: 'Z to A', value: 'desc' },
					],
					default: 'asc',
					description: 'Order of the brands; without it BigCommerce chooses',
				},
			],
		},
		...simplifyField,
	],
	simplify: simplifyBrand,
	each: ({ params: { filters, options, ...limit }, run: { client } }) => {
		const query = compact({
			...plainFilters(filters, NAMES, filterFields),
			'id:not_in': excludedIn(filters.excludedIds, 'IDs to Leave Out'),
			...(options.direction && { sort: 'name', direction: options.direction }),
		});
		const queries = queriesFor(query, { 'id:in': idsIn(filters.ids, 'IDs') });
		const ordered = inOneOrder(queries, Boolean(options.direction));
		return pagesOfEach<Brand>(client, brands, ordered, limitOf(limit));
	},
});
