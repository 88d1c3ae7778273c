import type { Client, Query } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import type { Collection } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
import { skuKey } from '../sku';

/** What names an item of the stock: exactly one of the three (inventory.v3.yml). */
export type Identity = { sku: string } | { variant_id: number } | { product_id: number };

export interface Level {
	location_id: number;
	location_code?: string;
	location_name?: string;
	available_to_sell: number;
	total_inventory_onhand: number;
	settings?: {
		safety_stock?: number;
		is_in_stock?: boolean;
		warning_level?: number;
		bin_picking_number?: string;
	};
}

export interface InventoryItem {
	/** `sku_id` is null for the base variant of a product without options; a product tracked as a whole may name no variant. */
	identity: { sku: string; variant_id?: number; product_id: number; sku_id?: number | null };
	locations: Level[];
}

export const inventoryItems: Collection = {
	path: '/v3/inventory/items',
	paging: 'v3',
	pageSize: 1_000,
	doing: 'read the stock',
	scope: 'inventory:read',
};

/** `sku:rr-100`, `variant_id:77`: the same for one item however its SKU is spelt. */
export function keyOf(identity: Identity): string {
	const [[kind, value] = ['', '']] = Object.entries(identity) as Array<[string, string | number]>;
	return `${kind}:${kind === 'sku' ? skuKey(value) : value}`;
}

export const nameOf = (identity: Identity) =>
	'sku' in identity
		? `SKU ${identity.sku}`
		: 'variant_id' in identity
			? `variant ${identity.variant_id}`
			: `product ${identity.product_id}`;

/** The same as a part of an output record. */
export const namesOf = (identity: Identity) =>
	'sku' in identity
		? { sku: identity.sku }
		: 'variant_id' in identity
			? { variantId: identity.variant_id }
			: { productId: identity.product_id };

/** The one item of a product without options, which may be tracked by the product or by its base variant. */
export const isBase = ({ identity }: InventoryItem) => !identity.variant_id || !identity.sku_id;

/** Filters that together ask for all of the items; undefined where a SKU cannot be part of a list. */
function filtersFor(identities: readonly Identity[]): Query[] | undefined {
	const skus = identities.flatMap((identity) => ('sku' in identity ? [identity.sku.trim()] : []));
	if (skus.some((sku) => sku.includes(','))) return undefined;
	const variants = identities.flatMap((one) => ('variant_id' in one ? [one.variant_id] : []));
	const products = identities.flatMap((one) => ('product_id' in one ? [one.product_id] : []));
	return [
		...idChunks(skus).map((chunk) => ({ 'sku:in': chunk })),
		...idChunks(variants).map((chunk) => ({ 'variant_id:in': chunk })),
		...idChunks(products).map((chunk) => ({ 'product_id:in': chunk })),
	];
}

/** Of a stock that was walked through so many items are kept for the stretches to come, whatever its size. */
const MOST_KEPT = 200_000;

/**
 * Stock items by whatever names them, looked up in the fewest requests. Where that was one walk of the whole list, nothing
 * is ever asked again. A product with variants is found by its id as one of them.
 */
export class ItemIndex {
	private readonly client: Client;
	private readonly withLevels: boolean;
	private readonly bySku = new Map<string, InventoryItem>();
	private readonly byVariant = new Map<number, InventoryItem>();
	private readonly byProduct = new Map<number, InventoryItem>();
	private asked = new Set<string>();
	private isWhole = false;

	/** Without the levels it is told only which items there are. */
	constructor(client: Client, { withLevels = true } = {}) {
		this.client = client;
		this.withLevels = withLevels;
	}

	/** Looks up what was not asked for before. */
	async learn(identities: readonly Identity[]): Promise<void> {
		if (this.isWhole) return;
		const fresh = identities.filter(
			(identity) => !this.asked.has(keyOf(identity)) && !this.find(identity),
		);
		if (fresh.length === 0) return;
		for (const identity of fresh) this.asked.add(keyOf(identity));
		let all = true;
		const walked = await readOrWalk<InventoryItem>(this.client, inventoryItems, {
			filters: filtersFor(fresh),
			take: (item) => {
				if (this.byProduct.size < MOST_KEPT || this.isAsked(item)) this.add(item);
				else all = false;
			},
		});
		this.isWhole = walked && all;
		if (this.isWhole) this.asked.clear();
	}

	/** Lets go of what other items were looked up for, unless that is all there is. */
	forget(): void {
		if (this.isWhole) return;
		for (const names of [this.bySku, this.byVariant, this.byProduct, this.asked]) names.clear();
	}

	find(identity: Identity): InventoryItem | undefined {
		if ('sku' in identity) return this.bySku.get(skuKey(identity.sku));
		if ('variant_id' in identity) return this.byVariant.get(identity.variant_id);
		return this.byProduct.get(identity.product_id);
	}

	private isAsked({ identity: { sku, variant_id = 0, product_id } }: InventoryItem): boolean {
		return [{ sku }, { variant_id }, { product_id }].some((one) => this.asked.has(keyOf(one)));
	}

	private add({ identity, locations }: InventoryItem): void {
		const { sku, variant_id, product_id } = identity;
		const item = { identity, locations: this.withLevels ? locations : [] };
		if (sku) this.bySku.set(skuKey(sku), item);
		if (variant_id) this.byVariant.set(variant_id, item);
		this.byProduct.set(product_id, item);
	}
}

/** Finds stock items in the fewest requests. */
export async function lookUpItems(
	client: Client,
	identities: readonly Identity[],
): Promise<ItemIndex> {
	const index = new ItemIndex(client);
	await index.learn(identities);
	return index;
}

/** The same for those who can do without: undefined where the API account has no access to the stock. */
export async function lookUpItemsIfAllowed(
	client: Client,
	identities: readonly Identity[],
): Promise<ItemIndex | undefined> {
	const [looking] = await Promise.allSettled([lookUpItems(client, identities)]);
	if (looking.status === 'fulfilled') return looking.value;
	const refusal: unknown = looking.reason;
	if (refusal instanceof BigCommerceError && refusal.status === 403) return undefined;
	throw refusal;
}
