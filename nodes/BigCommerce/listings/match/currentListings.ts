import type { Client, Query } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import type { Collection } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
import { lookUpStockIfAllowed } from '../../store/inventory/stockIndex';
import type { StockIdentity } from '../../store/inventory/stockItems';
import { isListable, skuFilters, skuKey } from '../../store/sku';
import { products, type Product, type ProductVariant } from '../../store/catalog/products';

/** What the input names listings by. */
export type MatchBy = 'sku' | 'upc' | 'mpn' | 'gtin' | 'productId' | 'variantId';

/** Which listing is meant; `productId` may be known beside a variant's id and saves finding it out. */
export interface Wanted {
	key: string;
	productId?: number;
}

/** A listing as the store has it: a variant, or a product without options or as a whole. */
export interface StoreListing {
	product: Omit<Product, 'custom_fields' | 'images'>;
	variant?: ProductVariant;
}

const variants: Collection = {
	path: '/v3/catalog/variants',
	paging: 'v3',
	pageSize: 250,
	doing: 'look for the variants',
	scope: 'products:read',
};

/** All that is compared, and no more. */
const WHAT: Query = {
	include: 'variants',
	exclude_fields: 'description',
	sort: 'id',
	direction: 'asc',
};

export const isSimple = ({ variants: all = [] }: Product) =>
	!all.some(({ option_values }) => option_values.length > 0);

/** Every name by which a listing is found. A variant's own goes before that of its product as a whole. */
export function namesOf(
	product: Product,
	by: MatchBy,
): Array<{ key: string; current: StoreListing }> {
	const { variants: all = [] } = product;
	const named = (key: unknown, variant?: ProductVariant) => {
		const text = skuKey(key);
		return text ? [{ key: text, current: { product, variant } }] : [];
	};
	if (by === 'productId') return named(product.id);
	if (isSimple(product)) {
		const [base] = all;
		return named(
			by === 'variantId' ? (base?.id ?? product.base_variant_id) : product[by] || base?.[by],
		);
	}
	if (by === 'variantId') return all.flatMap((variant) => named(variant.id, variant));
	const own = all.flatMap((variant) => named(variant[by], variant));
	const taken = new Set(own.map(({ key }) => key));
	return [...own, ...named(product[by]).filter(({ key }) => !taken.has(key))];
}

/** Finds the listings that the input names as they are in the store now, in the fewest requests. */
export class CurrentListings {
	private readonly byKey = new Map<string, StoreListing[]>();
	private readonly seen = new Set<number>();
	private readonly client: Client;
	private readonly wanted: readonly Wanted[];
	private readonly by: MatchBy;
	private readonly query: Query;
	private readonly keys: ReadonlySet<string>;

	private constructor(client: Client, wanted: readonly Wanted[], by: MatchBy, query: Query) {
		this.client = client;
		this.wanted = wanted;
		this.by = by;
		this.query = query;
		this.keys = new Set(wanted.map(({ key }) => skuKey(key)));
	}

	static async find(
		client: Client,
		wanted: readonly Wanted[],
		by: MatchBy,
		withDescription: boolean,
	): Promise<CurrentListings> {
		const query = withDescription ? { ...WHAT, exclude_fields: undefined } : WHAT;
		const found = new CurrentListings(client, wanted, by, query);
		await found.read();
		return found;
	}

	of(key: string): StoreListing[] {
		return this.byKey.get(skuKey(key)) ?? [];
	}

	private take(product: Product): void {
		if (this.seen.has(product.id)) return;
		this.seen.add(product.id);
		for (const { key, current } of namesOf(product, this.by)) {
			if (!this.keys.has(key)) continue;
			const there = this.byKey.get(key);
			if (there) there.push(current);
			else this.byKey.set(key, [current]);
		}
	}

	private async readProducts(filters: Query[] | undefined): Promise<boolean> {
		const { client, query } = this;
		return await readOrWalk<Product>(client, products, {
			query,
			filters,
			take: (product) => this.take(product),
		});
	}

	private async readByIds(ids: Iterable<number>): Promise<void> {
		const unread = [...ids].filter((id) => !this.seen.has(id));
		if (unread.length > 0)
			await this.readProducts(idChunks(unread).map((chunk) => ({ 'id:in': chunk })));
	}

	private missing(): string[] {
		return [...this.keys].filter((key) => !this.byKey.has(key));
	}

	private async read(): Promise<void> {
		const { by, wanted } = this;
		if (by === 'productId') return await this.readByIds(wanted.map(({ key }) => Number(key)));
		// The API has no filter that takes several of these codes.
		if (by !== 'sku' && by !== 'variantId') return void (await this.readProducts(undefined));
		if (by === 'sku') {
			const skus = [...new Set(wanted.map(({ key }) => key.trim()))];
			if (await this.readProducts(skuFilters(skus))) return;
		} else {
			await this.readByIds(wanted.flatMap(({ productId }) => productId ?? []));
		}
		// `sku:in` knows the SKUs of products alone; the stock knows those of variants too, where it is tracked.
		await this.readByIds(await this.productsInStock(this.missing()));
		await this.readByIds(await this.productsOfVariants(this.missing()));
	}

	private async productsInStock(missing: string[]): Promise<number[]> {
		// The stock knows SKUs by lists alone.
		const keys = this.by === 'sku' ? missing.filter(isListable) : missing;
		if (keys.length === 0) return [];
		const identities = keys.map((key): StockIdentity =>
			this.by === 'sku' ? { sku: key } : { variant_id: Number(key) },
		);
		// Without that scope the catalogue itself is asked, in more requests.
		const stock = await lookUpStockIfAllowed(this.client, identities);
		return identities.flatMap((identity) => stock?.find(identity)?.productId ?? []);
	}

	private async productsOfVariants(keys: string[]): Promise<number[]> {
		if (keys.length === 0) return [];
		const { by, client } = this;
		const found: number[] = [];
		await readOrWalk<{ id: number; sku: string; product_id: number }>(client, variants, {
			query: { include_fields: 'id,sku,product_id' },
			filters: keys.map((key) => (by === 'sku' ? { sku: key } : { id: key })),
			take: ({ id, sku, product_id }) => {
				if (this.keys.has(skuKey(by === 'sku' ? sku : id))) found.push(product_id);
			},
		});
		return found;
	}
}
