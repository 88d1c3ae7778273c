import { outcomesBy, type Outcome } from '../../api/outcomes';
import type { Client } from '../../api/client';
import type { FieldValues } from '../../store/catalog/products';
import { updateProducts } from '../../store/catalog/updateProducts';
import { updateVariants } from '../../store/catalog/updateVariants';
import type { StockChange, StockWriter } from '../../store/inventory/stockWriter';

/** A product or variant that is there, and what of it is written, for whom. */
export interface RecordChange<Owner> {
	owners: readonly Owner[];
	id: number;
	body: FieldValues;
}

export interface StockWrite<Owner> extends StockChange {
	owners: readonly Owner[];
}

/** Those that something is written for: items of Publish, or plans of Sync. One that failed is left alone from then on. */
export interface Owners<Owner> {
	isOpen: (owner: Owner) => boolean;
	fail: (owners: readonly Owner[], error: unknown) => void;
}

/** Sends what still has an open owner, and notes whose was refused. */
async function step<Owner, Wanted extends { owners: readonly Owner[] }>(
	wanted: readonly Wanted[],
	{ isOpen }: Owners<Owner>,
	send: (open: Wanted[]) => Promise<Array<Outcome<unknown>>>,
	fail: (refused: Wanted, error: unknown) => void,
): Promise<void> {
	const open = wanted.filter(({ owners }) => owners.some(isOpen));
	if (open.length === 0) return;
	for (const [one, { error }] of outcomesBy(open, await send(open)))
		if (error !== undefined) fail(one, error);
}

/** All changes that say something. */
const filled = <Owner>(changes: ReadonlyArray<RecordChange<Owner>>) =>
	changes.filter(({ body }) => Object.keys(body).length > 0);

/**
 * Writes products, then their variants, each in the largest batches and several at a time. Stock comes after both: it may
 * not be written while the catalogue is (API notes 6.2), and tracking must be on before there is a stock.
 */
export async function writeRecords<Owner>(
	client: Client,
	{
		products,
		variants,
	}: { products: Array<RecordChange<Owner>>; variants: Array<RecordChange<Owner>> },
	owners: Owners<Owner>,
): Promise<void> {
	const fail = (refused: RecordChange<Owner>, error: unknown) => owners.fail(refused.owners, error);
	await step(filled(products), owners, async (open) => await updateProducts(client, open), fail);
	await step(filled(variants), owners, async (open) => await updateVariants(client, open), fail);
}

/** `fail` says what a refusal of stock means, where it is not that the owner fails. */
export async function writeStock<Owner, Wanted extends StockWrite<Owner>>(
	write: StockWriter,
	wanted: readonly Wanted[],
	owners: Owners<Owner>,
	fail = (refused: Wanted, error: unknown) => owners.fail(refused.owners, error),
): Promise<void> {
	await step(wanted, owners, write, fail);
}
