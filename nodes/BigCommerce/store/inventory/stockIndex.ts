import type { Client, Query } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import { readOrWalk } from '../../api/readOrWalk';
import { MOST_KEPT } from '../idIndex';
import { isListable, skuKey } from '../sku';
import {
	inventoryItems,
	stockKeyOf,
	type StockIdentity,
	type InventoryItem,
	type StockLevel,
} from './stockItems';

/** What is kept of an item of the stock: a run may have to know all that there are. */
export interface KnownStock {
	productId: number;
	/** Missing where a product is tracked as a whole. */
	variantId?: number;
	/** The one item of a product without options, which may be tracked by the product or by its base variant. */
	isBase: boolean;
	/** Empty where only the items were asked for. */
	levels: StockLevel[];
}

const NO_LEVELS: StockLevel[] = [];

/** Filters that together ask for all of the items; undefined where a SKU cannot be part of a list. */
function filtersFor(identities: readonly StockIdentity[]): Query[] | undefined {
	const skus = identities.flatMap((identity) => ('sku' in identity ? [identity.sku.trim()] : []));
	if (!skus.every(isListable)) return undefined;
	const variants = identities.flatMap((one) => ('variant_id' in one ? [one.variant_id] : []));
	const products = identities.flatMap((one) => ('product_id' in one ? [one.product_id] : []));
	return [
		...idChunks(skus).map((chunk) => ({ 'sku:in': chunk })),
		...idChunks(variants).map((chunk) => ({ 'variant_id:in': chunk })),
		...idChunks(products).map((chunk) => ({ 'product_id:in': chunk })),
	];
}

/**
 * Stock items by whatever names them, looked up in the fewest requests. Where that was one walk of the whole list, nothing
 * is ever asked again. A product with variants is found by its id as one of them.
 */
export class StockIndex {
	private readonly client: Client;
	private readonly withLevels: boolean;
	private readonly bySku = new Map<string, KnownStock>();
	private readonly withoutSku: KnownStock[] = [];
	/** By their ids; made when first asked for, since most runs name all items by their SKUs. */
	private byId?: { variant: Map<number, KnownStock>; product: Map<number, KnownStock> };
	private readonly asked = new Set<string>();
	private isWhole = false;

	/** Without the levels it is told only which items there are. */
	constructor(client: Client, { withLevels = true } = {}) {
		this.client = client;
		this.withLevels = withLevels;
	}

	/** Looks up what was not asked for before; what could not be read is asked for again. */
	async learn(identities: readonly StockIdentity[]): Promise<void> {
		if (this.isWhole) return;
		const fresh = new Map<string, StockIdentity>();
		for (const identity of identities) {
			const key = stockKeyOf(identity);
			if (!this.asked.has(key) && !this.find(identity)) fresh.set(key, identity);
		}
		if (fresh.size === 0) return;
		let all = true;
		const walked = await readOrWalk<InventoryItem>(this.client, inventoryItems, {
			filters: filtersFor([...fresh.values()]),
			take: (item) => {
				if (this.bySku.size < MOST_KEPT || isAmong(fresh, item)) this.add(item);
				else all = false;
			},
		});
		this.isWhole = walked && all;
		if (this.isWhole) this.asked.clear();
		else for (const key of fresh.keys()) this.asked.add(key);
	}

	/** Lets go of what other items were looked up for, unless that is all there is. */
	forget(): void {
		if (this.isWhole) return;
		this.bySku.clear();
		this.asked.clear();
		this.withoutSku.length = 0;
		this.byId = undefined;
	}

	find(identity: StockIdentity): KnownStock | undefined {
		if ('sku' in identity) return this.bySku.get(skuKey(identity.sku));
		const { variant, product } = (this.byId ??= this.indexedById());
		if ('variant_id' in identity) return variant.get(identity.variant_id);
		return product.get(identity.product_id);
	}

	private add({ identity, locations }: InventoryItem): void {
		const { sku, variant_id, product_id, sku_id } = identity;
		const item: KnownStock = {
			productId: product_id,
			variantId: variant_id,
			isBase: !variant_id || !sku_id,
			levels: this.withLevels ? locations : NO_LEVELS,
		};
		if (sku) this.bySku.set(skuKey(sku), item);
		else this.withoutSku.push(item);
		if (!this.byId) return;
		if (variant_id) this.byId.variant.set(variant_id, item);
		this.byId.product.set(product_id, item);
	}

	private indexedById() {
		const [variant, product] = [new Map<number, KnownStock>(), new Map<number, KnownStock>()];
		for (const items of [this.bySku.values(), this.withoutSku]) {
			for (const item of items) {
				if (item.variantId) variant.set(item.variantId, item);
				product.set(item.productId, item);
			}
		}
		return { variant, product };
	}
}

/** Whether an item of the stock is one of those that are asked for. */
const isAmong = (
	keys: ReadonlyMap<string, StockIdentity>,
	{ identity: { sku, variant_id = 0, product_id } }: InventoryItem,
) => [{ sku }, { variant_id }, { product_id }].some((one) => keys.has(stockKeyOf(one)));

/** Finds stock items, and how many there are of each, in the fewest requests. */
export async function lookUpStock(
	client: Client,
	identities: readonly StockIdentity[],
): Promise<StockIndex> {
	const index = new StockIndex(client);
	await index.learn(identities);
	return index;
}

/** Finds out which items there are; undefined where the API account has no access to the stock. */
export async function lookUpStockIfAllowed(
	client: Client,
	identities: readonly StockIdentity[],
): Promise<StockIndex | undefined> {
	const index = new StockIndex(client, { withLevels: false });
	return (await ifAllowed(async () => await index.learn(identities))) ? index : undefined;
}

/** Whether the API account has access to the stock. */
export async function ifAllowed(look: () => Promise<void>): Promise<boolean> {
	const [looking] = await Promise.allSettled([look()]);
	if (looking.status === 'fulfilled') return true;
	const refusal: unknown = looking.reason;
	if (refusal instanceof BigCommerceError && refusal.status === 403) return false;
	throw refusal;
}
