import { at, type Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { list, type Collection } from '../../api/pagination';
import { compact, toIso } from '../../api/values';

export interface ListingVariant {
	product_id: number;
	variant_id: number;
	state: string;
	external_id?: string;
	name?: string;
	description?: string;
}

/** A product as a channel lists it (channels.v3.yml). */
export interface ChannelListing {
	channel_id: number;
	listing_id: number;
	product_id: number;
	state: string;
	external_id?: string;
	name?: string;
	description?: string;
	date_created?: string;
	date_modified?: string;
	variants?: ListingVariant[];
}

export const listingsOf = (channel: number): Collection => ({
	path: at`/v3/channels/${channel}/listings`,
	paging: 'lastId',
	idKey: 'listing_id',
	pageSize: 250,
	task: `list the listings of channel ${channel}`,
	scope: 'channelListings:read',
});

/** The listings that a channel has of some products, by the product's id. */
export async function listingsOfProducts(
	client: Client,
	channel: number,
	products: number[],
): Promise<Map<number, ChannelListing>> {
	const found = await Promise.all(
		idChunks(products).map(
			async (ids) =>
				await list<ChannelListing>(client, listingsOf(channel), {
					query: { 'product_id:in': ids },
				}),
		),
	);
	return new Map(found.flat().map((listing) => [listing.product_id, listing]));
}

const simplifyVariant = ({ variant_id, state, external_id, name }: ListingVariant) =>
	compact({ variantId: variant_id, state, externalId: external_id, name });

export const simplifyListing = (listing: ChannelListing & { action?: string }) =>
	compact({
		id: listing.listing_id,
		channelId: listing.channel_id,
		productId: listing.product_id,
		state: listing.state,
		name: listing.name,
		externalId: listing.external_id,
		variants: listing.variants?.map(simplifyVariant),
		dateCreated: toIso(listing.date_created),
		dateModified: toIso(listing.date_modified),
		action: listing.action,
	});
