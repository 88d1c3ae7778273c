import { readRows, rowsIn } from '../../api/answers';
import type { Finding, Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { refused } from '../../api/errors';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { idChunks } from '../../api/idChunks';
import { list, type Collection } from '../../api/pagination';
import { namedByPlace } from '../../api/namedByPlace';
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
	await sendGrouped<ListingChange, SavedListing>(
		changes,
		({ channel }) => channel,
		async (ofChannel) =>
			await sendMerged<ListingChange, SavedListing>(ofChannel, {
				keyOf: ({ product }) => product,
				merge: mergedChange,
				send: async (records) => await saveOnChannel(client, records),
			}),
	);

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
	const bodyOf = ({ product, body, variants: given }: ListingChange): ListingBody => ({
		...(present.has(product) && { listing_id: present.get(product)?.listing_id }),
		product_id: product,
		...body,
		variants:
			given ??
			(variantIds.get(product) ?? missing({ noun: 'product' }, product)).map((variant_id) => ({
				product_id: product,
				variant_id,
				state: body.state,
			})),
	});
	const outcomes = new Map<number, Outcome<SavedListing>>();
	const listings: ListingBody[] = [];
	for (const change of changes) {
		try {
			listings.push(bodyOf(change));
		} catch (error) {
			outcomes.set(change.product, { error });
		}
	}
	const sent = await sendGrouped<ListingBody, SavedListing>(
		listings,
		(body) => (isNew(body) ? 'new' : 'present'),
		async (group) =>
			await (isNew(group[0] as ListingBody) ? createListings : updateListings)(
				client,
				channel,
				group,
			),
	);
	for (const [at, { product_id }] of listings.entries())
		outcomes.set(product_id, sent[at] as Outcome<SavedListing>);
	return products.map((product) => outcomes.get(product) as Outcome<SavedListing>);
}

const isNew = ({ listing_id }: ListingBody) => listing_id === undefined;

const byProduct = (body: unknown, product: number) =>
	rowsIn<ChannelListing>(body).find(({ product_id }) => product_id === product);

async function createListings(client: Client, channel: number, listings: ListingBody[]) {
	const { path } = listingsOf(channel);
	const task = { task: `create listings on channel ${channel}`, scope: MODIFY } as const;
	const there = async (batch: ListingBody[]) =>
		await listingsOfProducts(
			client,
			channel,
			batch.map(({ product_id }) => product_id),
		);
	return await sendInBatches<ListingBody, SavedListing>(listings, {
		...task,
		taskOf: ({ product_id }) => `list product ${product_id} on channel ${channel}`,
		size: MOST_LISTINGS,
		client,
		send: async (body) => ({
			status: 200,
			headers: {},
			body: await client.create<ChannelListing[]>({
				read: (answer, at) => {
					if (answer.status === 207) throw refused(answer.status, answer.body, task);
					return readRows<ChannelListing>(answer, at);
				},
				// The channel did not list these products before: what it lists of them now was created here.
				isSame: () => true,
				...task,
				path,
				body,
				find: async () => {
					const made = await there(body);
					return made.size === body.length ? [...made.values()] : undefined;
				},
			}),
		}),
		resultOf: (answer, { product_id }) => saved(byProduct(answer, product_id), 'created'),
		// Some of a refused batch may have been created all the same.
		blame: async (refusal, batch): Promise<Finding<ListingBody, SavedListing>> => {
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

async function updateListings(client: Client, channel: number, listings: ListingBody[]) {
	const { path } = listingsOf(channel);
	const task = { task: `update listings on channel ${channel}`, scope: MODIFY } as const;
	return await sendInBatches<ListingBody, SavedListing>(listings, {
		...task,
		taskOf: ({ product_id }) => `list product ${product_id} on channel ${channel}`,
		size: MOST_LISTINGS,
		client,
		send: async (body) => await client.call('PUT', { ...task, path, body }),
		resultOf: (answer, { product_id }) => saved(byProduct(answer, product_id), 'updated'),
		blame: async (refusal, batch) => namedByPlace(refusal, batch),
	});
}

const MODIFY = 'channelListings:modify';

const saved = (
	listing: ChannelListing | undefined,
	action: SavedListing['action'],
): SavedListing | undefined => listing && { ...listing, action };
