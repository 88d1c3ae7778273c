import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { inRecordOrder } from '../../api/recordOrder';
import type { IdIndex } from '../../store/idIndex';
import { findProductBySku, productSkus } from '../../store/catalog/productsBySku';
import { createProduct, findProductByName, productNames } from '../../store/catalog/createProduct';
import type { FieldValues, Product } from '../../store/catalog/products';
import { updateProducts } from '../../store/catalog/updateProducts';

/** A product to be there with these values, known by its SKU or by its name. */
export interface Wish {
	by: 'sku' | 'name';
	/** Without spaces around it. */
	value: string;
	body: FieldValues;
}

export type Upserted = Product & { action: 'created' | 'updated' };

const find = async (client: Client, { by, value }: Wish) =>
	await (by === 'sku' ? findProductBySku(client, value) : findProductByName(client, value));

/** Ids of the products that are there already. */
class KnownProducts {
	private readonly by: Record<Wish['by'], IdIndex>;

	constructor(client: Client) {
		this.by = { sku: productSkus(client), name: productNames(client) };
	}

	async learn(wishes: readonly Wish[]): Promise<void> {
		for (const by of ['sku', 'name'] as const)
			await this.by[by].learn(wishes.filter((wish) => wish.by === by).map(({ value }) => value));
	}

	idOf({ by, value }: Wish): number | undefined {
		return this.by[by].find(value);
	}

	/** A product that was created since. */
	add({ id, sku, name }: Product): void {
		this.by.sku.add(sku, id);
		this.by.name.add(name, id);
	}

	/** What was written changes what the products are called. */
	note(wishes: readonly Wish[]): void {
		for (const by of ['sku', 'name'] as const)
			if (wishes.some(({ body }) => by in body)) this.by[by].forget();
	}
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
	known: KnownProducts,
	wishes: readonly Wish[],
): Promise<Array<Outcome<Upserted>>> {
	const outcomes = new Map<Wish, Outcome<Upserted>>();
	const createOrUpdate = async (record: Wish) => {
		const found = known.idOf(record);
		const [outcome] =
			found === undefined
				? [await create(client, record)]
				: await update(client, [{ record, found }]);
		if (outcome?.result) known.add(outcome.result);
		outcomes.set(record, outcome as Outcome<Upserted>);
	};
	await inRecordOrder(
		wishes,
		({ value, body: { name, sku } }) => [value, textIn(name), textIn(sku)],
		createOrUpdate,
		client.signal,
	);
	return wishes.map((wish) => outcomes.get(wish) as Outcome<Upserted>);
}

/** Several for one new product create it as one, unless others name it otherwise: then each has its turn. */
async function createMerged(
	client: Client,
	known: KnownProducts,
	wishes: readonly Wish[],
): Promise<Array<Outcome<Upserted>>> {
	const send = async (some: readonly Wish[]) => await createInOrder(client, known, some);
	if (new Set(wishes.map(({ by }) => by)).size > 1) return await send(wishes);
	return await sendMerged<Wish, Upserted>(wishes, {
		keyOf: ({ value }) => value.toLowerCase(),
		merge: (earlier, later) => ({ ...later, body: { ...earlier.body, ...later.body } }),
		send,
	});
}

/**
 * Changes the products that are there, in batches, and creates the others; every wish gets its own outcome. What it
 * answers is called with wishes, as often as there are more.
 */
export const productUpserter = (client: Client) => {
	const known = new KnownProducts(client);
	return async (wishes: readonly Wish[]): Promise<Array<Outcome<Upserted>>> => {
		await known.learn(wishes);
		const there = wishes.flatMap((record) => {
			const found = known.idOf(record);
			return found === undefined ? [] : [{ record, found }];
		});
		const lacking = wishes.filter((wish) => known.idOf(wish) === undefined);
		// First, since a change may free a name or SKU that a new product takes, or give one by which it is there.
		const updated = await update(client, there);
		const created = await createMerged(client, known, lacking);
		known.note(wishes);
		const outcomes = new Map([
			...there.map(({ record }, at) => [record, updated[at]] as const),
			...lacking.map((wish, at) => [wish, created[at]] as const),
		]);
		return wishes.map((wish) => outcomes.get(wish) as Outcome<Upserted>);
	};
};
