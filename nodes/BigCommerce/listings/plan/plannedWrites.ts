import type { FieldValues } from '../../store/catalog/products';
import { stockKeyOf, type StockIdentity } from '../../store/inventory/stockItems';

/** Values of records that items are about to write. The records themselves stay as the store has them. */
export class PlannedValues {
	private readonly byRecord = new Map<object, FieldValues>();

	has(record: object, name: string): boolean {
		return Object.hasOwn(this.byRecord.get(record) ?? {}, name);
	}

	/** What an item is about to write, or else what the store has. */
	value(record: object, name: string): unknown {
		const planned = this.byRecord.get(record);
		return planned && Object.hasOwn(planned, name) ? planned[name] : (record as FieldValues)[name];
	}

	add(record: object, values: FieldValues): void {
		this.byRecord.set(record, { ...this.byRecord.get(record), ...values });
	}
}

/** Stock that items are about to set, by the location and what names it. */
export class PlannedStock {
	private readonly quantities = new Map<string, number>();

	/**
	 * Plans a quantity and answers what it takes the place of: what an earlier item is about to set, or else what the store
	 * has. Undefined where nothing has to be written: the store has it, and keeps it if an earlier write is refused.
	 */
	plan(
		location: string | number | undefined,
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

/**
 * All that items worked on together are about to write, so that a later item about the same record is compared with
 * that: several may be variants of one product, or one listing, without saying so.
 */
export class PlannedWrites {
	readonly values = new PlannedValues();
	readonly stock = new PlannedStock();
}
