import { pagesOfEach } from '../../api/pagesOfEach';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { compact } from '../../operation/values';
import { excludedIn } from '../excludedIds';
import { idsIn, queriesFor } from '../listFilters';
import { brands, simplifyBrand, type Brand } from './brands';

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
			options: [
				{
					displayName: 'ID From',
					name: 'lowestId',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
					description: 'Only brands whose ID is this or higher; newer brands have higher IDs',
				},
				{
					displayName: 'ID To',
					name: 'highestId',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 100,
					description: 'Only brands whose ID is this or lower',
				},
				{
					displayName: 'IDs',
					name: 'ids',
					type: 'string',
					default: '',
					placeholder: 'e.g. 35, 36',
					description: 'Only these brands: one ID, or several separated by commas',
				},
				{
					displayName: 'IDs to Leave Out',
					name: 'excludedIds',
					type: 'string',
					default: '',
					placeholder: 'e.g. 35, 36',
					description: 'All brands but these: one ID, or several separated by commas',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Northpine',
					description: 'Only the brand with exactly this name',
				},
				{
					displayName: 'Name Contains',
					name: 'nameContains',
					type: 'string',
					default: '',
					placeholder: 'e.g. pine',
					description: 'Only brands whose name holds this text',
				},
				{
					displayName: 'Page Title',
					name: 'pageTitle',
					type: 'string',
					default: '',
					placeholder: 'e.g. Northpine outdoor gear',
					description: 'Only brands whose page has exactly this title',
				},
			],
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
	run: ({ client, params: { filters, options, ...limit } }) => {
		const query = compact({
			'id:not_in': excludedIn(filters.excludedIds, 'IDs to Leave Out'),
			'id:min': filters.lowestId,
			'id:max': filters.highestId,
			name: filters.name,
			'name:like': filters.nameContains,
			page_title: filters.pageTitle,
			...(options.direction && { sort: 'name', direction: options.direction }),
		});
		const queries = queriesFor(query, { 'id:in': idsIn(filters.ids, 'IDs') });
		return pagesOfEach<Brand>(client, brands, queries, limitOf(limit));
	},
});
