import { pagesOfEach } from '../../api/pagesOfEach';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { idsIn, queriesFor } from '../../forms/listFilters';
import { assignedToFilter } from '../../forms/locators/channel';
import {
	productAssignments,
	simplifyProductAssignment,
	type ProductAssignment,
} from '../../store/channels/channelAssignments';

export const getProductAssignments = defineOperation({
	value: 'getProductAssignments',
	name: 'Get Product Assignments',
	action: 'Get product assignments of channels',
	description: 'Retrieve which products are assigned to which sales channels',
	scope: 'products:read',
	optionalScopes: ['channels:read'],
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
					displayName: 'Product IDs',
					name: 'productIds',
					type: 'string',
					default: '',
					placeholder: 'e.g. 111, 112',
					description: 'Only assignments of these products: one ID, or several separated by commas',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyProductAssignment,
	each: ({ params, run: { client } }) => {
		const queries = queriesFor(
			{},
			{
				'channel_id:in': idsIn(params.filters.channels, 'Channel Names or IDs'),
				'product_id:in': idsIn(params.filters.productIds, 'Product IDs'),
			},
		);
		return pagesOfEach<ProductAssignment>(client, productAssignments, queries, limitOf(params));
	},
});
