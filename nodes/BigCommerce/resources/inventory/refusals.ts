import type { Finding, Outcome } from '../../api/batch';
import { BigCommerceError } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import { readOrWalk } from '../../api/pagination';
import { products, type Product } from '../listing/products';
import { isBase, ItemIndex, keyOf, nameOf, type Identity, type InventoryItem } from './items';
import { sendAdjustments, type Adjustment, type Writing } from './stock';

/** An item that the store names in a refusal: `variant_id 106`, `sku RE-130` (inventory.v3.yml, its examples of 422). */
const NAMED = /\b(variant_id|product_id|sku)\b[\s:=]+([^\s,\]]+)/gi;

function keysIn(text: string): Set<string> {
	return new Set(
		[...text.matchAll(NAMED)].map(([, kind = '', value = '']) => {
			const key = kind.toLowerCase();
			return keyOf(key === 'sku' ? { sku: value } : ({ [key]: value } as unknown as Identity));
		}),
	);
}

type Settled<One> = Map<One, Outcome<string>>;

/**
 * Finds out which adjustments of a refused batch are to blame. The store mostly names one item of many, so that what is
 * wrong with all of them is looked up once: which items there are, how many of each, and how the product tracks them.
 */
export class Refusals {
	private readonly writing: Writing;
	private index: ItemIndex;
	/** How the store said that it tracks products without options; unknown until it refuses one. */
	private tracking?: string;

	constructor(writing: Writing) {
		this.writing = writing;
		this.index = new ItemIndex(writing.client);
	}

	/** What an earlier stretch of the run learnt is applied to the next one before it is sent. */
	async foresee(all: readonly Adjustment[]): Promise<void> {
		// What may be taken off depends on stock that the stretch before has changed.
		if (this.writing.kind === 'relative') this.index = new ItemIndex(this.writing.client);
		if (this.tracking === undefined) return;
		await this.index.learn(all.map(({ identity }) => identity));
		await this.readdress(all, this.tracking);
	}

	/** `all` is what is to be written together, so that one look-up serves every batch. */
	async settle<One extends Adjustment>(
		refusal: BigCommerceError,
		batch: One[],
		all: readonly Adjustment[],
	): Promise<Finding<One, string>> {
		await this.index.learn(all.map(({ identity }) => identity));
		const named = keysIn(refusal.reason);
		const isNamed = ({ identity }: Adjustment) => named.has(keyOf(identity));
		const settled = this.unknownOrTooFew(batch);
		const open = batch.filter((one) => !settled.has(one));
		if (/requires absolute/i.test(refusal.reason)) {
			for (const [one, outcome] of await this.setFirst(open, isNamed)) settled.set(one, outcome);
			return { settled };
		}
		const tracking = /tracked by (product|variant)/i.exec(refusal.reason)?.[1]?.toLowerCase();
		if (!tracking) return { settled };
		const before = open.map(({ identity }) => identity);
		await this.readdress(all, tracking);
		const mended = open.some(({ identity }, at) => identity !== before[at]);
		// What cannot be addressed otherwise is what the store says it is.
		for (const one of open) if (isNamed(one) && !mended) settled.set(one, { error: refusal });
		return { settled, mended };
	}

	private unknownOrTooFew<One extends Adjustment>(batch: One[]): Settled<One> {
		const settled: Settled<One> = new Map();
		for (const adjustment of batch) {
			const item = this.index.find(adjustment.identity);
			const error = item ? this.tooFew(adjustment, item) : this.unknown(adjustment);
			if (error) settled.set(adjustment, { error });
		}
		return settled;
	}

	/**
	 * An item that has no count at the location yet cannot be changed by an amount: the amount is its first count. Others
	 * without any stock there get theirs so, too, since the store would name them one request after the other.
	 */
	private async setFirst<One extends Adjustment>(
		batch: One[],
		isNamed: (one: One) => boolean,
	): Promise<Settled<One>> {
		const isEmpty = (one: One) => onHandOf(this.index.find(one.identity), one) === 0;
		const first = batch.filter((one) => one.quantity >= 0 && (isNamed(one) || isEmpty(one)));
		if (first.length === 0) return new Map();
		const outcome = await this.setTo(first);
		return new Map(first.map((one) => [one, outcome]));
	}

	private async setTo(first: Adjustment[]): Promise<Outcome<string>> {
		try {
			const answer = await sendAdjustments({ ...this.writing, kind: 'absolute' }, first);
			return { result: (answer.body as { transaction_id: string }).transaction_id };
		} catch (error) {
			return { error };
		}
	}

	/**
	 * Products without options are tracked by product or by their base variant, and the stock does not say which. What
	 * the store said of one is taken for all first, which is mostly right; after that the catalogue is asked.
	 */
	private async readdress(all: readonly Adjustment[], tracking: string): Promise<void> {
		const bases = all.flatMap((adjustment) => {
			const item = this.index.find(adjustment.identity);
			return item && isBase(item) ? [{ adjustment, item }] : [];
		});
		const isDoubted = this.tracking !== undefined && this.tracking !== tracking;
		const known = isDoubted
			? await this.trackingOf(bases.map(({ item }) => item.identity.product_id))
			: undefined;
		this.tracking ??= tracking;
		for (const { adjustment, item } of bases) {
			const { product_id, variant_id } = item.identity;
			const by = known?.get(product_id) ?? tracking;
			if (by === 'product' && !('product_id' in adjustment.identity))
				adjustment.identity = { product_id };
			if (by === 'variant' && variant_id && 'product_id' in adjustment.identity)
				adjustment.identity = { variant_id };
		}
	}

	private async trackingOf(ids: number[]): Promise<Map<number, string>> {
		const known = new Map<number, string>();
		await readOrWalk<Product>(this.writing.client, products, {
			query: { include_fields: 'inventory_tracking' },
			filters: idChunks(ids).map((chunk) => ({ 'id:in': chunk })),
			take: ({ id, inventory_tracking }) => void known.set(id, inventory_tracking),
		});
		return known;
	}

	private unknown({ identity }: Adjustment): BigCommerceError {
		return this.refused({
			title: `The store keeps no stock of ${nameOf(identity)}`,
			advice:
				'Check the SKU or ID, and that the product tracks its inventory, by variant where a variant is meant.',
		});
	}

	private tooFew(adjustment: Adjustment, item: InventoryItem): BigCommerceError | undefined {
		const { identity, quantity } = adjustment;
		if (this.writing.kind === 'absolute' || quantity >= 0) return undefined;
		const onHand = onHandOf(item, adjustment);
		const kept = levelAt(item, adjustment)?.settings?.safety_stock ?? 0;
		if (onHand + quantity >= kept) return undefined;
		return this.refused({
			status: 422,
			title: `${nameOf(identity)} has ${onHand} at this location${kept > 0 ? `, ${kept} of them kept as safety stock` : ''}; ${-quantity} cannot be taken off`,
			advice: 'Take off no more than there is, or use Set.',
		});
	}

	private refused(told: { status?: number; title: string; advice: string }): BigCommerceError {
		const doing = this.writing.kind === 'absolute' ? 'set the stock' : 'adjust the stock';
		return new BigCommerceError({ doing, scope: 'inventory:modify', ...told });
	}
}

const levelAt = (item: InventoryItem | undefined, { locationId }: Adjustment) =>
	item?.locations.find(({ location_id }) => location_id === locationId);

const onHandOf = (item: InventoryItem | undefined, adjustment: Adjustment) =>
	levelAt(item, adjustment)?.total_inventory_onhand ?? 0;
