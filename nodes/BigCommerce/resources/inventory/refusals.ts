import type { Finding, Outcome } from '../../api/batch';
import { BigCommerceError } from '../../api/errors';
import { keyOf, lookUpItems, nameOf, type Identity, type ItemIndex } from './items';
import { sendAdjustments, type Adjustment, type Writing } from './stock';

/** An item that the store names in a refusal: `variant_id 106`, `SKU: RE-130` (inventory.v3.yml, its examples of 422). */
const NAMED = /\b(variant_id|product_id|sku)\b[\s:=]+([^\s,\]]+)/gi;

function keysIn(text: string): Set<string> {
	return new Set(
		[...text.matchAll(NAMED)].map(([, kind = '', value = '']) => {
			const key = kind.toLowerCase();
			return keyOf(key === 'sku' ? { sku: value } : ({ [key]: value } as unknown as Identity));
		}),
	);
}

/**
 * Finds out which adjustments of a refused batch are to blame. The store names items of two kinds, those tracked by
 * product and those without a first absolute quantity, both of which can be put right; all others are found by looking
 * up once which items there are and how many of each.
 */
export class Refusals {
	private readonly writing: Writing;
	/** All that is to be written, so that one look-up serves every batch. */
	private readonly all: readonly Adjustment[];
	private index?: Promise<ItemIndex>;

	constructor(writing: Writing, all: readonly Adjustment[]) {
		this.writing = writing;
		this.all = all;
	}

	async settle<One extends Adjustment>(
		refusal: BigCommerceError,
		batch: One[],
	): Promise<Finding<One, string>> {
		const named = keysIn(refusal.reason);
		const meant = batch.filter(({ identity }) => named.has(keyOf(identity)));
		if (/requires absolute/i.test(refusal.reason) && meant.length > 0)
			return { settled: await this.setFirst(meant) };
		const index = await this.items();
		if (/tracked by product/i.test(refusal.reason) && meant.length > 0)
			return this.byProduct(meant, index);
		const settled = new Map<One, Outcome<string>>();
		for (const adjustment of batch) {
			const error = this.faultOf(adjustment, index);
			if (error) settled.set(adjustment, { error });
		}
		return { settled };
	}

	private async items(): Promise<ItemIndex> {
		const { client } = this.writing;
		return await (this.index ??= lookUpItems(
			client,
			this.all.map(({ identity }) => identity),
		));
	}

	/** An item that has no stock at the location yet cannot be changed by an amount: the amount is its first stock. */
	private async setFirst<One extends Adjustment>(batch: One[]): Promise<Map<One, Outcome<string>>> {
		const settled = new Map<One, Outcome<string>>();
		for (const adjustment of batch.filter(({ quantity }) => quantity < 0))
			settled.set(adjustment, { error: this.tooFew(adjustment, 0) });
		const first = batch.filter(({ quantity }) => quantity >= 0);
		if (first.length === 0) return settled;
		const outcome = await this.setTo(first);
		for (const adjustment of first) settled.set(adjustment, outcome);
		return settled;
	}

	private async setTo(first: Adjustment[]): Promise<Outcome<string>> {
		try {
			const answer = await sendAdjustments({ ...this.writing, kind: 'absolute' }, first);
			return { result: (answer.body as { transaction_id: string }).transaction_id };
		} catch (error) {
			this.writing.signal?.throwIfAborted();
			return { error };
		}
	}

	/** Stock that is tracked for the product as a whole is written by the product's id. */
	private byProduct<One extends Adjustment>(batch: One[], index: ItemIndex): Finding<One, string> {
		const settled = new Map<One, Outcome<string>>();
		let mended = false;
		for (const adjustment of batch) {
			const item = index.find(adjustment.identity);
			if (!item || 'product_id' in adjustment.identity) {
				settled.set(adjustment, { error: this.unknown(adjustment) });
			} else {
				adjustment.identity = { product_id: item.identity.product_id };
				mended = true;
			}
		}
		return { settled, mended };
	}

	private faultOf(adjustment: Adjustment, index: ItemIndex): BigCommerceError | undefined {
		const item = index.find(adjustment.identity);
		if (!item) return this.unknown(adjustment);
		if (this.writing.kind === 'absolute') return undefined;
		const level = item.locations.find(({ location_id }) => location_id === adjustment.locationId);
		const onHand = level?.total_inventory_onhand ?? 0;
		return onHand + adjustment.quantity < 0 ? this.tooFew(adjustment, onHand) : undefined;
	}

	private unknown({ identity }: Adjustment): BigCommerceError {
		return this.refused({
			title: `The store has no stock of ${nameOf(identity)}`,
			advice:
				'Check the SKU or ID, and that the inventory of the product is tracked (Products > Edit > Inventory).',
		});
	}

	private tooFew({ identity, quantity }: Adjustment, onHand: number): BigCommerceError {
		return this.refused({
			title: `${nameOf(identity)} has ${onHand} at this location, and ${-quantity} were to be taken off`,
			advice: 'Take off no more than there is, or use Set.',
		});
	}

	private refused(told: { title: string; advice: string }): BigCommerceError {
		const doing = this.writing.kind === 'absolute' ? 'set the stock' : 'adjust the stock';
		return new BigCommerceError({ doing, scope: 'inventory:modify', ...told });
	}
}
