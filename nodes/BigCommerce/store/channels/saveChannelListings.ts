import { readRows, rowsIn } from '../../api/answers';
import { namedByPlace } from '../../api/blame';
import type { Client } from '../../api/client';
import { inFull } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import type { Outcome } from '../../api/outcomes';
import { list, type Collection } from '../../api/pagination';
import { writeMany } from '../../api/writeMany';
import { missing } from '../records';
import {
	listingsOf,
	listingsOfProducts,
	type ChannelListing,
	type ListingVariant,
} from './channelListings';

/** What one item says of a listing. */
export interface ListingChange {
	channel: number;
	product: number;
	/** The listing's own fields under the API's names. */
	body: { state: string; name?: string; description?: string; external_id?: string };
	/** Without them all variants of the product get the listing's state. */
	variants?: ListingVariant[];
}

/** Two items for one listing say all that both say; of the same field the later one counts. */
const mergedChange = (earlier: ListingChange, later: ListingChange): ListingChange => ({
	...later,
	body: { ...earlier.body, ...later.body },
	variants: later.variants ?? earlier.variants,
});

/** No cap is documented; the smallest of the catalogue's caps on changes that write no whole product (API notes 3.10). */
const MOST_LISTINGS = 50;

export type SavedListing = ChannelListing & { action: 'created' | 'updated' };

/** A change as it is sent, with the listing's id where the channel lists the product already. */
interface ListingBody {
	listing_id?: number;
	product_id: number;
	state: string;
	variants: ListingVariant[];
}

const variants: Collection = {
	path: '/v3/catalog/variants',
	paging: 'v3',
	pageSize: 250,
	task: 'list the variants of the products',
	scope: 'products:read',
};

async function variantsOfProducts(client: Client, products: number[]) {
	const found = await Promise.all(
		idChunks(products).map(
			async (ids) =>
				await list<{ id: number; product_id: number }>(client, variants, {
					query: { 'product_id:in': ids, include_fields: 'product_id' },
				}),
		),
	);
	const byProduct = new Map<number, number[]>();
	for (const { id, product_id } of found.flat())
		byProduct.set(product_id, [...(byProduct.get(product_id) ?? []), id]);
	return byProduct;
}

/** Writes listings channel by channel: new ones in batches, and changed ones in batches. */
export const saveListings = async (
	client: Client,
	changes: readonly ListingChange[],
): Promise<Array<Outcome<SavedListing>>> =>
	await writeMany(client, changes, {
		groupBy: ({ channel }) => channel,
		keyOf: ({ product }) => product,
		merge: mergedChange,
		write: async (distinct) => await saveOnChannel(client, distinct),
	});

async function saveOnChannel(
	client: Client,
	changes: ListingChange[],
): Promise<Array<Outcome<SavedListing>>> {
	const [{ channel }] = changes as [ListingChange];
	const products = changes.map(({ product }) => product);
	const unsaid = changes.filter((change) => !change.variants).map(({ product }) => product);
	const [present, variantIds] = await Promise.all([
		listingsOfProducts(client, channel, products),
		variantsOfProducts(client, unsaid),
	]);
	const allOf = (product: number, state: string) => {
		const ids = variantIds.get(product) ?? missing({ noun: 'product' }, product);
		return ids.map((variant_id) => ({ product_id: product, variant_id, state }));
	};
	return await writeMany(client, changes, {
		prepare: ({ product, body, variants: given }): ListingBody => ({
			...(present.has(product) && { listing_id: present.get(product)?.listing_id }),
			product_id: product,
			...body,
			variants: given ?? allOf(product, body.state),
		}),
		groupBy: isNew,
		write: async (listings) =>
			await (listings.every(isNew) ? createListings : updateListings)(client, channel, listings),
	});
}

const isNew = ({ listing_id }: ListingBody) => listing_id === undefined;

const byProduct = (body: unknown, product: number) =>
	rowsIn<ChannelListing>(body).find(({ product_id }) => product_id === product);

/** What creating and changing have in common. */
const listing = (channel: number, verb: string) => ({
	call: {
		path: listingsOf(channel).path,
		task: `${verb} listings on channel ${channel}`,
		scope: 'channelListings:modify' as const,
	},
	taskOf: ({ product_id }: ListingBody) => `list product ${product_id} on channel ${channel}`,
	size: MOST_LISTINGS,
});

async function createListings(client: Client, channel: number, listings: ListingBody[]) {
	const there = async (batch: ListingBody[]) =>
		await listingsOfProducts(
			client,
			channel,
			batch.map(({ product_id }) => product_id),
		);
	return await writeMany(client, listings, {
		...listing(channel, 'create'),
		send: async (body, call) => ({
			status: 200,
			headers: {},
			body: await client.create<ChannelListing[]>({
				...call,
				body,
				read: (answer, path) => readRows<ChannelListing>(inFull(answer, call), path),
				// The channel did not list these products before: what it lists of them now was created here.
				isSame: () => true,
				find: async () => {
					const made = await there(body);
					return made.size === body.length ? [...made.values()] : undefined;
				},
			}),
		}),
		resultOf: (answer, { product_id }) => saved(byProduct(answer, product_id), 'created'),
		// Some of a refused batch may have been created all the same.
		blame: async (refusal, batch) => {
			const made = await there(batch);
			const { settled } = namedByPlace<ListingBody, SavedListing>(refusal, batch);
			for (const body of batch) {
				const result = saved(made.get(body.product_id), 'created');
				if (result) settled.set(body, { result });
			}
			return { settled };
		},
	});
}

const updateListings = async (client: Client, channel: number, listings: ListingBody[]) =>
	await writeMany(client, listings, {
		...listing(channel, 'update'),
		send: async (body, call) => await client.call('PUT', { ...call, body }),
		resultOf: (answer, { product_id }) => saved(byProduct(answer, product_id), 'updated'),
		blame: namedByPlace,
	});

const saved = (
	listing: ChannelListing | undefined,
	action: SavedListing['action'],
): SavedListing | undefined => listing && { ...listing, action };
