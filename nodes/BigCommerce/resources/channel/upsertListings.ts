import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { defineOperation, type Output } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { channelLocator } from '../locators/channel';
import { productLocator } from '../locators/product';
import { changeOf, mergedChange, type ListingChange } from './listingChanges';
import { listingSettings, stateField } from './listingFields';
import { simplifyListing } from '../../store/channels/channelListings';
import { saveListings } from './saveListings';

export const upsertListings = defineOperation({
	value: 'upsertListings',
	name: 'Create or Update Listings',
	action: 'Create or update listings of a channel',
	description:
		'List products on a marketplace, marketing or point of sale channel, or change how they are listed',
	scope: 'channelListings:modify',
	optionalScopes: ['channels:read', 'products:read'],
	fields: [
		...channelLocator,
		...productLocator,
		...stateField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...listingSettings],
		},
		...simplifyField,
	],
	simplify: simplifyListing,
	inBatches: {
		prepare: ({ params }) => changeOf(params),
		begin:
			({ client }) =>
			async (changes) =>
				await sendGrouped<ListingChange, Output>(
					changes,
					({ channel }) => channel,
					async (group) =>
						await sendMerged<ListingChange, Output>(group, {
							keyOf: ({ product }) => product,
							merge: mergedChange,
							send: async (records) =>
								await saveListings(client, (records[0] as ListingChange).channel, records),
						}),
				),
	},
});
