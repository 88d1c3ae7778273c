import { stockKeyOf, type StockIdentity } from '../../store/inventory/stockItems';

/** Stock that the items of a run are about to set, by the location and what names it. */
export class PlannedStock {
	private readonly quantities = new Map<string, number>();

	/**
	 * Plans a quantity and answers what it takes the place of: what an earlier item is about to set, or else what the store
	 * has. Undefined where nothing has to be written: the store has it, and keeps it if an earlier write is refused.
	 */
	plan(
		location: unknown,
		identity: StockIdentity,
		quantity: number,
		inStore: number | null | undefined,
	): { from: number | null } | undefined {
		const key = `${location ?? ''}/${stockKeyOf(identity)}`;
		const before = this.quantities.get(key) ?? inStore;
		const from = before === quantity ? inStore : before;
		if (from === quantity) return undefined;
		this.quantities.set(key, quantity);
		return { from: from ?? null };
	}
}
