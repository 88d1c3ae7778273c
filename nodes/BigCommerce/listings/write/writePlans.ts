import type { Client } from '../../api/client';
import type { StockWriter } from '../../store/inventory/stockWriter';
import type { Plan } from '../plan/plan';
import { writeRecords, writeStock } from './writeSteps';

/** Writes what Sync planned. Answers which plans failed, and why: the first refusal of a plan counts. */
export async function writePlans(
	client: Client,
	write: StockWriter,
	plans: readonly Plan[],
): Promise<Map<Plan, unknown>> {
	const failed = new Map<Plan, unknown>();
	const owners = {
		isOpen: (plan: Plan) => !failed.has(plan),
		fail: ([plan]: readonly Plan[], error: unknown) => {
			if (plan && !failed.has(plan)) failed.set(plan, error);
		},
	};
	const products = plans.map((plan) => ({
		owners: [plan],
		id: plan.listing.product.id,
		body: plan.product,
	}));
	const variants = plans.flatMap((plan) => {
		const { variant } = plan.listing;
		return variant ? [{ owners: [plan], id: variant.id, body: plan.variant }] : [];
	});
	await writeRecords(client, { products, variants }, owners);
	// A product with options as a whole has a stock for each variant.
	const stock = plans.flatMap((plan) =>
		plan.stock.map((change) => ({ ...change, owners: [plan] })),
	);
	await writeStock(write, stock, owners);
	return failed;
}
