import { pagesOfEach } from '../../api/pagesOfEach';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { compact } from '../../api/values';
import { dateFilters, dateQuery } from '../shared/dateFilters';
import { idsIn, queriesFor } from '../shared/listFilters';
import { priceLists, simplifyPriceList, type PriceList } from '../../store/pricing/priceLists';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many price lists',
	description: 'Retrieve a list of price lists',
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
				...dateFilters,
				{
					displayName: 'IDs',
					name: 'ids',
					type: 'string',
					default: '',
					placeholder: 'e.g. 3, 4',
					description: 'Only these price lists: one ID, or several separated by commas',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Wholesale',
					description: 'Only the price list with exactly this name',
				},
				{
					displayName: 'Name Contains',
					name: 'nameContains',
					type: 'string',
					default: '',
					placeholder: 'e.g. whole',
					description: 'Only price lists whose name holds this text',
				},
			],
		},
		...simplifyField,
	],
	simplify: simplifyPriceList,
	each: ({ params, run: { client } }) => {
		const { ids, name, nameContains, ...dates } = params.filters;
		const query = compact({ name, 'name:like': nameContains, ...dateQuery(dates) });
		const queries = queriesFor(query, { 'id:in': idsIn(ids, 'IDs') });
		return pagesOfEach<PriceList>(client, priceLists, queries, limitOf(params));
	},
});
