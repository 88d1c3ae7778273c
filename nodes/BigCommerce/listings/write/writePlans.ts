import type { FieldValues } from '../../store/catalog/products';
import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { inParts } from '../../api/outcomes';
import type { StockWriter } from '../../store/inventory/stockWriter';
import { updateProducts } from '../../store/catalog/updateProducts';
import { updateVariants } from '../../store/catalog/updateVariants';
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

/**
 * Writes the plans of a chunk: products, then variants, then stock, since the stock may not be written while the
 * catalogue is (API notes 6.2), and tracking must be on before there is a stock. Answers which plans failed, and why.
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
		({ listing, product }) => change(listing.product.id, product),
		async (changes) => await updateProducts(client, changes),
	);
	await step(
		plans,
		failed,
		({ listing, variant }) => change(listing.variant?.id, variant),
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
	return failed;
}
