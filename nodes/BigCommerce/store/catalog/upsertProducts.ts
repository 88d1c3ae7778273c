import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { attempt, outcomesBy, type Outcome } from '../../api/outcomes';
import { outcomesInOrder } from '../../api/recordOrder';
import { writeMany } from '../../api/writeMany';
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

/** A product that is there, and what of it is changed. */
interface FoundProduct {
	id: number;
	body: FieldValues;
}

const update = async (
	client: Client,
	found: FoundProduct[],
): Promise<Array<Outcome<UpsertedProduct>>> =>
	await writeMany(client, found, {
		write: async (changes) => await updateProducts(client, changes),
		answer: (product) => ({ ...product, action: 'updated' }),
	});

async function updateOne(client: Client, found: FoundProduct): Promise<UpsertedProduct> {
	const [outcome] = await update(client, [found]);
	if (outcome?.result) return outcome.result;
	throw outcome?.error;
}

/** A product that somebody made meanwhile is changed instead. */
async function create(client: Client, one: WantedProduct): Promise<UpsertedProduct> {
	const { by, value, body } = one;
	const creation = await attempt(
		async () =>
			await createProduct(
				client,
				{ ...body, [by]: value },
				`The store has no product with the ${by === 'sku' ? 'SKU' : 'name'} ${value}, and the new one`,
			),
	);
	if (creation.result) {
		client.wrote(1);
		return { ...creation.result, action: 'created' };
	}
	const { error } = creation;
	const isClash = error instanceof BigCommerceError && error.status === 409;
	const found = isClash ? await find(client, one) : undefined;
	if (!found) throw error;
	return await updateOne(client, { id: found.id, body });
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Those that share a name or SKU one after the other: what the first made is there for the next. */
const createInOrder = async (
	client: Client,
	known: KnownProducts,
	wanted: readonly WantedProduct[],
): Promise<Array<Outcome<UpsertedProduct>>> =>
	await outcomesInOrder(
		wanted,
		({ value, body: { name, sku } }) => ({ writes: [value, textIn(name), textIn(sku)] }),
		async (one) => {
			const id = known.idOf(one);
			const product = await (id === undefined
				? create(client, one)
				: updateOne(client, { id, body: one.body }));
			known.add(product);
			return product;
		},
	);

/** Several for one new product create it as one, unless others name it otherwise: then each has its turn. */
async function createMerged(
	client: Client,
	known: KnownProducts,
	wanted: readonly WantedProduct[],
): Promise<Array<Outcome<UpsertedProduct>>> {
	const areNamedAlike = new Set(wanted.map(({ by }) => by)).size <= 1;
	return await writeMany(client, wanted, {
		keyOf: areNamedAlike ? ({ value }) => value.toLowerCase() : undefined,
		merge: (earlier, later) => ({ ...later, body: { ...earlier.body, ...later.body } }),
		write: async (some) => await createInOrder(client, known, some),
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
		const isThere = (one: WantedProduct) => known.idOf(one) !== undefined;
		const [there, lacking] = [wanted.filter(isThere), wanted.filter((one) => !isThere(one))];
		// First, since a change may free a name or SKU that a new product takes, or give one by which it is there.
		const updated = await update(
			client,
			there.map((one) => ({ id: known.idOf(one) as number, body: one.body })),
		);
		const created = await createMerged(client, known, lacking);
		known.forgetRenamed(wanted);
		const outcomes = new Map([...outcomesBy(there, updated), ...outcomesBy(lacking, created)]);
		return wanted.map((one) => outcomes.get(one) as Outcome<UpsertedProduct>);
	};
};
