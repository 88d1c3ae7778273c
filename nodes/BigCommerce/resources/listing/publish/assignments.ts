import { BigCommerceError } from '../../../api/errors';
import { sendInBatches } from '../../../api/batch';
import { list, type Collection } from '../../../api/pagination';
import { writeAssignments } from '../../channel/writeAssignments';
import { partsOf } from '../../productParts';
import type { Applying } from './apply';
import type { Item } from './item';
import type { GivenMetafield } from './lists';

/** The files state no cap; this is what is known to work (fact sheet 4.0). */
const METAFIELDS_A_REQUEST = 10;

const METAFIELDS: Collection = {
	path: '/v3/catalog/products/metafields',
	paging: 'v3',
	pageSize: 250,
	doing: 'write the metafields of the products',
	scope: 'products:modify',
};

const metafieldsOf = partsOf('metafields', 'metafield');

/** A product that is in the store, and the items that it came from. */
export interface Placed {
	productId: number;
	items: readonly Item[];
	/** It was created just now, and has no metafields yet. */
	isNew: boolean;
	metafields: readonly GivenMetafield[];
}

interface Wish {
	placed: Placed;
	given: GivenMetafield;
	/** The metafield of this name that is there. */
	id?: number;
}

interface Stored {
	id: number;
	resource_id: number;
	namespace: string;
	key: string;
	value: string;
}

const named = ({ namespace, key }: Pick<GivenMetafield, 'namespace' | 'key'>) =>
	`${namespace}\n${key}`;

async function wishesOf({ client }: Applying, placed: Placed): Promise<Wish[]> {
	const given = [...new Map(placed.metafields.map((field) => [named(field), field])).values()];
	if (given.length === 0) return [];
	const there = placed.isNew ? [] : await list<Stored>(client, metafieldsOf(placed.productId));
	const byName = new Map(there.map((field) => [named(field), field]));
	return given
		.filter((field) => byName.get(named(field))?.value !== field.value)
		.map((field) => ({ placed, given: field, id: byName.get(named(field))?.id }));
}

/** A refusal that tells which of the metafields were saved all the same is read like any other partial answer. */
async function sendMetafields({ client }: Applying, wishes: readonly Wish[]) {
	const isNew = wishes[0]?.id === undefined;
	const body = wishes.map(({ placed, given, id }) =>
		isNew ? { ...given, resource_id: placed.productId } : { id, ...given },
	);
	const [sending] = await Promise.allSettled([
		client.call(isNew ? 'POST' : 'PUT', { ...METAFIELDS, body }),
	]);
	if (sending.status === 'fulfilled') return sending.value;
	const refusal: unknown = sending.reason;
	if (refusal instanceof BigCommerceError && refusal.status === 422 && refusal.body)
		return { status: 207, headers: {}, body: refusal.body };
	throw refusal;
}

/** Gives the products their metafields, those of one name their new values. */
export async function saveMetafields(
	applying: Applying,
	products: readonly Placed[],
): Promise<void> {
	const { report, signal } = applying;
	const read = await Promise.allSettled(
		products.map(async (placed) => await wishesOf(applying, placed)),
	);
	const wishes = read.flatMap((wished) => (wished.status === 'fulfilled' ? wished.value : []));
	const failed = (placed: Placed, error: unknown) =>
		report.partFailed(report.open(placed.items), placed.productId, 'metafieldFailed', error);
	for (const [at, wished] of read.entries())
		if (wished.status === 'rejected') failed(products[at] as Placed, wished.reason);
	for (const part of [
		wishes.filter(({ id }) => id === undefined),
		wishes.filter(({ id }) => id !== undefined),
	]) {
		const outcomes = await sendInBatches<Wish, Stored>(part, {
			doing: METAFIELDS.doing,
			scope: METAFIELDS.scope,
			size: METAFIELDS_A_REQUEST,
			signal,
			send: async (batch) => await sendMetafields(applying, batch),
			resultOf: (body, { placed, given }) =>
				[(body as { data?: Stored[] }).data ?? []]
					.flat()
					.find((row) => row.resource_id === placed.productId && named(row) === named(given)),
		});
		for (const [at, { error }] of outcomes.entries()) {
			const wish = part[at];
			if (error !== undefined && wish) failed(wish.placed, error);
		}
	}
}

/** Puts the products on the channels that the form names, beside those that they are on. */
export async function assignChannels(
	{ client, report }: Applying,
	products: readonly Placed[],
): Promise<void> {
	const wanted = products.flatMap((placed) =>
		(placed.items[0]?.channels ?? []).map((channel) => ({ placed, channel })),
	);
	const outcomes = await writeAssignments(
		client,
		wanted.map(({ placed, channel }) => ({ product_id: placed.productId, channel_id: channel })),
	);
	for (const [at, { error }] of outcomes.entries()) {
		const placed = wanted[at]?.placed;
		if (error !== undefined && placed)
			report.partFailed(report.open(placed.items), placed.productId, 'channelsFailed', error);
	}
}
