import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { inRecordOrder } from '../../api/recordOrder';
import type { IdIndex } from '../idIndex';
import { findProductBySku, productSkus } from './productsBySku';
import { createProduct, findProductByName, productNames } from './createProduct';
import type { FieldValues, Product } from './products';
import { updateProducts } from './updateProducts';

/** A product to be there with these values, known by its SKU or by its name. */
export interface WantedProduct {
	by: 'sku' | 'name';
	/** Without spaces around it. */
	value: string;
	body: FieldValues;
}

export type UpsertedProduct = Product & { action: 'created' | 'updated' };

const find = async (client: Client, { by, value }: WantedProduct) =>
	await (by === 'sku' ? findProductBySku(client, value) : findProductByName(client, value));

/** Ids of the products that are there already. */
class KnownProducts {
	private readonly by: Record<WantedProduct['by'], IdIndex>;

	constructor(client: Client) {
		this.by = { sku: productSkus(client), name: productNames(client) };
	}

	async learn(wanted: readonly WantedProduct[]): Promise<void> {
		for (const by of ['sku', 'name'] as const)
			await this.by[by].learn(wanted.filter((one) => one.by === by).map(({ value }) => value));
	}

	idOf({ by, value }: WantedProduct): number | undefined {
		return this.by[by].find(value);
	}

	/** A product that was created since. */
	add({ id, sku, name }: Product): void {
		this.by.sku.add(sku, id);
		this.by.name.add(name, id);
	}

	/** What was written changes what the products are called. */
	forgetRenamed(wanted: readonly WantedProduct[]): void {
		for (const by of ['sku', 'name'] as const)
			if (wanted.some(({ body }) => by in body)) this.by[by].forget();
	}
}

const withAction = (
	outcome: Outcome<Product>,
	action: UpsertedProduct['action'],
): Outcome<UpsertedProduct> =>
	outcome.result === undefined
		? { error: outcome.error }
		: { result: { ...outcome.result, action } };

async function update(
	client: Client,
	pairs: Array<{ record: WantedProduct; found: number }>,
): Promise<Array<Outcome<UpsertedProduct>>> {
	const outcomes = await updateProducts(
		client,
		pairs.map(({ record: { body }, found: id }) => ({ id, body })),
	);
	return outcomes.map((outcome) => withAction(outcome, 'updated'));
}

/** A product that somebody made meanwhile is changed instead. */
async function create(client: Client, one: WantedProduct): Promise<Outcome<UpsertedProduct>> {
	const { by, value, body } = one;
	const [creation] = await Promise.allSettled([
		createProduct(
			client,
			{ ...body, [by]: value },
			`The store has no product with the ${by === 'sku' ? 'SKU' : 'name'} ${value}, and the new one`,
		),
	]);
	if (creation.status === 'fulfilled') {
		client.wrote(1);
		return withAction({ result: creation.value }, 'created');
	}
	const refusal: unknown = creation.reason;
	const isClash = refusal instanceof BigCommerceError && refusal.status === 409;
	const found = isClash ? await find(client, one) : undefined;
	if (!found) return { error: refusal };
	const [outcome] = await update(client, [{ record: one, found: found.id }]);
	return outcome as Outcome<UpsertedProduct>;
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Those that share a name or SKU one after the other: what the first made is there for the next. */
async function createInOrder(
	client: Client,
	known: KnownProducts,
	wanted: readonly WantedProduct[],
): Promise<Array<Outcome<UpsertedProduct>>> {
	const outcomes = new Map<WantedProduct, Outcome<UpsertedProduct>>();
	const createOrUpdate = async (record: WantedProduct) => {
		const found = known.idOf(record);
		const [outcome] =
			found === undefined
				? [await create(client, record)]
				: await update(client, [{ record, found }]);
		if (outcome?.result) known.add(outcome.result);
		outcomes.set(record, outcome as Outcome<UpsertedProduct>);
	};
	await inRecordOrder(
		wanted,
		({ value, body: { name, sku } }) => [value, textIn(name), textIn(sku)],
		createOrUpdate,
		client.signal,
	);
	return wanted.map((one) => outcomes.get(one) as Outcome<UpsertedProduct>);
}

/** Several for one new product create it as one, unless others name it otherwise: then each has its turn. */
async function createMerged(
	client: Client,
	known: KnownProducts,
	wanted: readonly WantedProduct[],
): Promise<Array<Outcome<UpsertedProduct>>> {
	const send = async (some: readonly WantedProduct[]) => await createInOrder(client, known, some);
	if (new Set(wanted.map(({ by }) => by)).size > 1) return await send(wanted);
	return await sendMerged<WantedProduct, UpsertedProduct>(wanted, {
		keyOf: ({ value }) => value.toLowerCase(),
		merge: (earlier, later) => ({ ...later, body: { ...earlier.body, ...later.body } }),
		send,
	});
}

/**
 * Makes what changes the products that are there, in batches, and creates the others; every one gets its own outcome. It
 * is called as often as there are more, and keeps what it has looked up.
 */
export const productUpserter = (client: Client) => {
	const known = new KnownProducts(client);
	return async (wanted: readonly WantedProduct[]): Promise<Array<Outcome<UpsertedProduct>>> => {
		await known.learn(wanted);
		const there = wanted.flatMap((record) => {
			const found = known.idOf(record);
			return found === undefined ? [] : [{ record, found }];
		});
		const lacking = wanted.filter((one) => known.idOf(one) === undefined);
		// First, since a change may free a name or SKU that a new product takes, or give one by which it is there.
		const updated = await update(client, there);
		const created = await createMerged(client, known, lacking);
		known.forgetRenamed(wanted);
		const outcomes = new Map([
			...there.map(({ record }, at) => [record, updated[at]] as const),
			...lacking.map((one, at) => [one, created[at]] as const),
		]);
		return wanted.map((one) => outcomes.get(one) as Outcome<UpsertedProduct>);
	};
};
