import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { channelLocator } from '../../forms/locators/channel';
import { productLocator } from '../../forms/locators/product';
import { changeOf } from './listingForm';
import { listingSettings, stateField } from './listingFields';
import { simplifyListing } from '../../store/channels/channelListings';
import { saveListings } from '../../store/channels/saveChannelListings';

export const upsertListings = defineOperation({
	value: 'upsertListings',
	name: 'Create or Update Listings',
	action: 'Create or update channel listings',
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
		...outputFields,
	],
	simplify: simplifyListing,
	prepare: ({ params }) => changeOf(params),
	many: async ({ records, run }) => await saveListings(run.client, records),
});
