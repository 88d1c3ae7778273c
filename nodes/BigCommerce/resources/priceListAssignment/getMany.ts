import { pagesOfEach } from '../../api/pagesOfEach';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { assignedToFilter } from '../../forms/locators/channel';
import { idsIn, queriesFor } from '../../forms/listFilters';
import {
	priceListAssignments,
	simplifyAssignment,
	type PriceListAssignment,
} from '../../store/pricing/priceListAssignments';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many price list assignments',
	description: 'Retrieve which price lists are assigned to which customer groups and channels',
	scope: 'products:read',
	optionalScopes: ['channels:read', 'customers:read'],
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				...assignedToFilter,
				{
					displayName: 'Customer Group Names or IDs',
					name: 'customerGroups',
					type: 'multiOptions',
					typeOptions: { loadOptionsMethod: 'getCustomerGroups' },
					default: [],
					description:
						'Only priceListAssignments to these customer groups. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'IDs',
					name: 'ids',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1, 2',
					description: 'Only these assignments: one ID, or several separated by commas',
				},
				{
					displayName: 'Price List IDs',
					name: 'priceListIds',
					type: 'string',
					default: '',
					placeholder: 'e.g. 3, 4',
					description: 'Only assignments of these price lists, separated by commas',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyAssignment,
	each: ({ params, run: { client } }) => {
		const { channels, customerGroups, ids, priceListIds } = params.filters;
		const queries = queriesFor(
			{},
			{
				'channel_id:in': idsIn(channels, 'Channel Names or IDs'),
				'customer_group_id:in': idsIn(customerGroups, 'Customer Group Names or IDs'),
				'id:in': idsIn(ids, 'IDs'),
				'price_list_id:in': idsIn(priceListIds, 'Price List IDs'),
			},
		);
		return pagesOfEach<PriceListAssignment>(client, priceListAssignments, queries, limitOf(params));
	},
});
