import type { FieldValues } from '../../store/catalog/products';

/**
 * Listings as they are after what earlier items are about to write, and what the store has in place of that: it stays
 * so if the earlier write is refused.
 */
export class Stored {
	private readonly before = new Map<object, FieldValues>();

	/** The store's value where an earlier item is about to write another to this product or variant. */
	of(record: object, name: string): { value: unknown } | undefined {
		const values = this.before.get(record);
		return values && name in values ? { value: values[name] } : undefined;
	}

	/** Makes the record what it is after this patch. */
	write(record: object, patch: FieldValues): void {
		const names = Object.keys(patch);
		if (names.length === 0) return;
		const now = Object.fromEntries(names.map((name) => [name, (record as FieldValues)[name]]));
		this.before.set(record, { ...now, ...this.before.get(record) });
		Object.assign(record, patch);
	}
}
