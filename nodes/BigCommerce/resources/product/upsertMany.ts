import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { inLanes } from '../../operation/inLanes';
import type { ProductBody } from './body';
import { findProductBySku, productIdsBySku } from './bySku';
import { createProduct, findProductByName, productIdsByName } from './createOne';
import type { Product } from './products';
import { updateProducts } from './updateMany';

/** A product to be there with these values, known by its SKU or by its name. */
export interface Wish {
	by: 'sku' | 'name';
	/** Without spaces around it. */
	value: string;
	body: ProductBody;
}

export type Upserted = Product & { action: 'created' | 'updated' };

const keyOf = ({ by, value }: Wish) => `${by}:${value.toLowerCase()}`;

const find = async (client: Client, { by, value }: Wish) =>
	await (by === 'sku' ? findProductBySku(client, value) : findProductByName(client, value));

/** Ids of the products that are there already. */
async function presentByKey(client: Client, wishes: readonly Wish[]): Promise<Map<string, number>> {
	const present = new Map<string, number>();
	for (const [wanted, lookUp] of [
		['sku', productIdsBySku],
		['name', productIdsByName],
	] as const) {
		const values = wishes.filter(({ by }) => by === wanted).map(({ value }) => value);
		const ids = values.length > 0 ? await lookUp(client, values) : new Map<string, number>();
		for (const [value, id] of ids) present.set(`${wanted}:${value}`, id);
	}
	return present;
}

const tell = (outcome: Outcome<Product>, action: Upserted['action']): Outcome<Upserted> =>
	outcome.result === undefined
		? { error: outcome.error }
		: { result: { ...outcome.result, action } };

async function update(
	client: Client,
	pairs: Array<{ record: Wish; found: number }>,
): Promise<Array<Outcome<Upserted>>> {
	const outcomes = await updateProducts(
		client,
		pairs.map(({ record: { body }, found: id }) => ({ id, body })),
	);
	return outcomes.map((outcome) => tell(outcome, 'updated'));
}

/** A product that somebody made meanwhile is changed instead. */
async function create(client: Client, wish: Wish): Promise<Outcome<Upserted>> {
	const { by, value, body } = wish;
	const [creation] = await Promise.allSettled([
		createProduct(
			client,
			{ ...body, [by]: value },
			`The store has no product with the ${by === 'sku' ? 'SKU' : 'name'} ${value}, and the new one`,
		),
	]);
	if (creation.status === 'fulfilled') {
		client.wrote(1);
		return tell({ result: creation.value }, 'created');
	}
	const refusal: unknown = creation.reason;
	const isClash = refusal instanceof BigCommerceError && refusal.status === 409;
	const found = isClash ? await find(client, wish) : undefined;
	if (!found) return { error: refusal };
	const [outcome] = await update(client, [{ record: wish, found: found.id }]);
	return outcome as Outcome<Upserted>;
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Those that share a name or SKU one after the other: what the first made is there for the next. */
async function createInOrder(
	client: Client,
	wishes: readonly Wish[],
): Promise<Array<Outcome<Upserted>>> {
	const outcomes = new Map<Wish, Outcome<Upserted>>();
	await inLanes(
		wishes,
		({ value, body: { name, sku } }) => [value, textIn(name), textIn(sku)],
		async (wish) => void outcomes.set(wish, await create(client, wish)),
		client.signal,
	);
	return wishes.map((wish) => outcomes.get(wish) as Outcome<Upserted>);
}

/** Changes the products that are there, in batches, and creates the others; every wish gets its own outcome. */
export async function upsertProducts(
	client: Client,
	wishes: readonly Wish[],
): Promise<Array<Outcome<Upserted>>> {
	return await sendMerged<Wish, Upserted>(wishes, {
		keyOf,
		merge: (earlier, later) => ({ ...later, body: { ...earlier.body, ...later.body } }),
		send: async (distinct) => {
			const present = await presentByKey(client, distinct);
			const there = distinct.flatMap((record) => {
				const found = present.get(keyOf(record));
				return found === undefined ? [] : [{ record, found }];
			});
			const lacking = distinct.filter((wish) => !present.has(keyOf(wish)));
			const [updated, created] = await Promise.all([
				update(client, there),
				createInOrder(client, lacking),
			]);
			const outcomes = new Map([
				...there.map(({ record }, at) => [record, updated[at]] as const),
				...lacking.map((wish, at) => [wish, created[at]] as const),
			]);
			return distinct.map((wish) => outcomes.get(wish) as Outcome<Upserted>);
		},
	});
}
