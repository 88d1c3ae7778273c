import type { FieldValues } from '../../store/catalog/products';
import type { Outcome } from '../../api/batch';
import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import { inParts, outcomesOf } from '../../api/outcomes';
import type { StockWriter } from '../../store/inventory/stockWriter';
import { updateProducts } from '../../store/catalog/updateProducts';
import { updateVariants } from '../../store/catalog/updateVariants';
import type { Current } from '../match/currentListings';
import type { Plan } from '../plan/plan';

export interface CarryingOut {
	client: Client;
	writeStock: StockWriter;
}

/** Runs one kind of writing for the plans that need it, and notes which of them failed; a plan fails once. */
async function step<Needed>(
	plans: readonly Plan[],
	failed: Map<Plan, unknown>,
	need: (plan: Plan) => Needed | undefined,
	write: (needed: Needed[]) => Promise<Array<Outcome<unknown>>>,
): Promise<void> {
	const concerned = plans.flatMap((plan) => {
		const needed = failed.has(plan) ? undefined : need(plan);
		return needed === undefined ? [] : [{ plan, needed }];
	});
	if (concerned.length === 0) return;
	const outcomes = await write(concerned.map(({ needed }) => needed));
	for (const [index, { plan }] of concerned.entries()) {
		const { error } = outcomes[index] as Outcome<unknown>;
		if (error !== undefined) failed.set(plan, error);
	}
}

const change = (id: number | undefined, body: FieldValues) =>
	id !== undefined && Object.keys(body).length > 0 ? { id, body } : undefined;

/** What is gone already, along with its product or by someone else, need not be deleted. */
async function remove({ client }: CarryingOut, { product, variant }: Current): Promise<true> {
	const [deletion] = await Promise.allSettled([
		client.delete({
			path: variant
				? at`/v3/catalog/products/${product.id}/variants/${variant.id}`
				: at`/v3/catalog/products/${product.id}`,
			doing: `delist ${variant ? `the variant ${variant.id}` : `the product ${product.id}`}`,
			scope: 'products:modify',
		}),
	]);
	if (deletion.status === 'fulfilled') return true;
	const refusal: unknown = deletion.reason;
	if (refusal instanceof BigCommerceError && refusal.status === 404) return true;
	throw refusal;
}

/** Each listing once, however many items say that it is gone. */
const removeAll = async (given: CarryingOut, listings: readonly Current[]) =>
	await sendMerged(listings, {
		keyOf: ({ product, variant }) => `${product.id}/${variant?.id ?? ''}`,
		merge: (one) => one,
		send: async (distinct) => await outcomesOf(distinct, async (one) => await remove(given, one)),
	});

/**
 * Writes the plans of a stretch: products, then variants, then stock, since the stock may not be written while the
 * catalogue is (fact sheet 3.2), and tracking must be on before there is a stock. Answers which plans failed, and why.
 */
export async function carryOut(
	given: CarryingOut,
	plans: readonly Plan[],
): Promise<Map<Plan, unknown>> {
	const { client, writeStock } = given;
	const failed = new Map<Plan, unknown>();
	await step(
		plans,
		failed,
		({ current, product }) => change(current.product.id, product),
		async (changes) => await updateProducts(client, changes),
	);
	await step(
		plans,
		failed,
		({ current, variant }) => change(current.variant?.id, variant),
		async (changes) => await updateVariants(client, changes),
	);
	await step(
		plans,
		failed,
		({ stock }) => (stock.length > 0 ? stock : undefined),
		// A product with options as a whole has one for each variant.
		async (stocks) =>
			await inParts(
				stocks,
				(changes) => changes,
				writeStock,
				() => true,
			),
	);
	await step(
		plans,
		failed,
		({ current, remove: isGone }) => (isGone ? current : undefined),
		async (listings) => await removeAll(given, listings),
	);
	return failed;
}
