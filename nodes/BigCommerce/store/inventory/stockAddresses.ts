import type { Client } from '../../api/client';
import type { BigCommerceError } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import { readOrWalk } from '../../api/readOrWalk';
import { products, type Product } from '../catalog/products';
import { StockIndex, type KnownStock } from './stockIndex';
import { stockKeyOf, type StockIdentity } from './stockItems';

/** Something that is sent about an item of the stock, under a name that may be put right. */
interface Addressed {
	identity: StockIdentity;
}

/**
 * By what the store wants its items to be named: an item that is tracked by product cannot be written by its variant, nor
 * the other way round (API notes 3.3). What is learnt from a refusal serves all that follows in the run.
 */
export class StockAddresses {
	private readonly client: Client;
	private readonly withLevels: boolean;
	private index: StockIndex;
	/** How the store said that it tracks products without options; unknown until it refuses one. */
	private tracking?: string;

	constructor(client: Client, { withLevels = false } = {}) {
		this.client = client;
		this.withLevels = withLevels;
		this.index = new StockIndex(client, { withLevels });
	}

	/** Before more is sent: what earlier requests of the run learnt is applied to it. */
	async foresee(all: readonly Addressed[]): Promise<void> {
		// Levels are others once something was written.
		if (this.withLevels) this.index = new StockIndex(this.client, { withLevels: true });
		else this.index.forget();
		if (this.tracking === undefined) return;
		await this.learn(all);
		await this.readdress(all, this.tracking);
	}

	async learn(all: readonly Addressed[]): Promise<void> {
		await this.index.learn(all.map(({ identity }) => identity));
	}

	/**
	 * What tells one stock from another: its name, as long as all are named by the same. A SKU and an id may mean one
	 * stock, so that the items are looked up then.
	 */
	async keysOf(all: readonly Addressed[]): Promise<(one: Addressed) => string> {
		if (new Set(all.flatMap(({ identity }) => Object.keys(identity))).size <= 1)
			return ({ identity }) => stockKeyOf(identity);
		await this.learn(all);
		return (one) => {
			const item = this.itemOf(one);
			if ('product_id' in one.identity || !item) return stockKeyOf(one.identity);
			const { productId, variantId, isBase } = item;
			return stockKeyOf(
				isBase || !variantId ? { product_id: productId } : { variant_id: variantId },
			);
		};
	}

	itemOf({ identity }: Addressed): KnownStock | undefined {
		return this.index.find(identity);
	}

	/**
	 * Puts right what a refusal says of the tracking; undefined where it says nothing of that. Answers whether any of the
	 * batch is named otherwise now.
	 */
	async mend(
		{ reason }: BigCommerceError,
		batch: readonly Addressed[],
		all: readonly Addressed[],
	): Promise<boolean | undefined> {
		const tracking = /tracked by (product|variant)/i.exec(reason)?.[1]?.toLowerCase();
		if (!tracking) return undefined;
		const before = batch.map(({ identity }) => identity);
		await this.readdress(all, tracking);
		return batch.some(({ identity }, at) => identity !== before[at]);
	}

	/**
	 * Products without options are tracked by product or by their base variant, and the stock does not say which. What
	 * the store said of one is taken for all first, which is mostly right; after that the catalogue is asked.
	 */
	private async readdress(all: readonly Addressed[], tracking: string): Promise<void> {
		const bases = all.flatMap((one) => {
			const item = this.itemOf(one);
			return item?.isBase ? [{ one, item }] : [];
		});
		const isDoubted = this.tracking !== undefined && this.tracking !== tracking;
		const known = isDoubted
			? await this.trackingOf(bases.map(({ item }) => item.productId))
			: undefined;
		this.tracking ??= tracking;
		for (const { one, item } of bases) {
			const { productId, variantId } = item;
			const by = known?.get(productId) ?? tracking;
			if (by === 'product' && !('product_id' in one.identity))
				one.identity = { product_id: productId };
			if (by === 'variant' && variantId && 'product_id' in one.identity)
				one.identity = { variant_id: variantId };
		}
	}

	private async trackingOf(ids: number[]): Promise<Map<number, string>> {
		const known = new Map<number, string>();
		await readOrWalk<Product>(this.client, products, {
			query: { include_fields: 'inventory_tracking' },
			filters: idChunks(ids).map((chunk) => ({ 'id:in': chunk })),
			take: ({ id, inventory_tracking }) => void known.set(id, inventory_tracking),
		});
		return known;
	}
}
