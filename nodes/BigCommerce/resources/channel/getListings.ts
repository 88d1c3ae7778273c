import { pagesOfEach } from '../../api/pagesOfEach';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { idsIn, queriesFor } from '../../forms/listFilters';
import { channelLocator } from '../../forms/locators/channel';
import {
	listingsOf,
	simplifyListing,
	type ChannelListing,
} from '../../store/channels/channelListings';

export const getListings = defineOperation({
	value: 'getListings',
	name: 'Get Listings',
	action: 'Get channel listings',
	description: 'Retrieve the listings of a marketplace, marketing or point of sale channel',
	scope: 'channelListings:read',
	optionalScopes: ['channels:read'],
	fields: [
		...channelLocator,
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
					displayName: 'Product IDs',
					name: 'productIds',
					type: 'string',
					default: '',
					placeholder: 'e.g. 111, 112',
					description: 'Only listings of these products: one ID, or several separated by commas',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyListing,
	each: ({ params, run: { client } }) => {
		const { productIds, ...dates } = params.filters;
		const queries = queriesFor(dateQuery(dates), {
			'product_id:in': idsIn(productIds, 'Product IDs'),
		});
		const listings = listingsOf(idOf(params.channel, 'Channel'));
		return pagesOfEach<ChannelListing>(client, listings, queries, limitOf(params));
	},
});
