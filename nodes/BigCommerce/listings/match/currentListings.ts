import type { Client, Query } from '../../api/client';
import type { Product, ProductVariant } from '../../store/catalog/products';
import { isListable, skuFilters, skuKey } from '../../store/sku';
import { ProductLookUp, type ProductPart } from './productLookUp';

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

export const isSimple = ({ variants: all = [] }: Product) =>
	!all.some(({ option_values }) => option_values.length > 0);

/** A name by which a listing is found. */
interface NamedListing {
	key: string;
	/** The name as the store writes it. */
	spelling: string;
	listing: StoreListing;
}

/** Every name by which a listing is found. A variant's own goes before that of its product as a whole. */
export function namesOf(product: Product, by: MatchBy): NamedListing[] {
	const { variants: all = [] } = product;
	const named = (name: string | number | null | undefined, variant?: ProductVariant) => {
		const key = skuKey(name);
		return key ? [{ key, spelling: String(name).trim(), listing: { product, variant } }] : [];
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

/** The listings that the input names, as they are in the store now. */
export class CurrentListings {
	private readonly byKey = new Map<string, NamedListing[]>();
	private readonly seen = new Set<number>();
	private readonly lookUp: ProductLookUp<Product>;
	private readonly by: MatchBy;
	private readonly keys: ReadonlySet<string>;

	private constructor(
		client: Client,
		wanted: readonly Wanted[],
		by: MatchBy,
		parts: readonly ProductPart[],
	) {
		this.lookUp = new ProductLookUp<Product>(client, parts, (product) => this.take(product));
		this.by = by;
		this.keys = new Set(wanted.map(({ key }) => skuKey(key)));
	}

	static async find(
		client: Client,
		wanted: readonly Wanted[],
		by: MatchBy,
		withDescription: boolean,
	): Promise<CurrentListings> {
		const parts: ProductPart[] = withDescription ? ['variants', 'description'] : ['variants'];
		const found = new CurrentListings(client, wanted, by, parts);
		await found.read(wanted);
		return found;
	}

	/** What differs from the key by case alone counts only where nothing has the very key. */
	of(key: string): StoreListing[] {
		const found = this.byKey.get(skuKey(key)) ?? [];
		const exact = found.filter(({ spelling }) => spelling === key.trim());
		return (exact.length > 0 ? exact : found).map(({ listing }) => listing);
	}

	private take(product: Product): void {
		if (this.seen.has(product.id)) return;
		this.seen.add(product.id);
		for (const named of namesOf(product, this.by)) {
			if (!this.keys.has(named.key)) continue;
			const found = this.byKey.get(named.key);
			if (found) found.push(named);
			else this.byKey.set(named.key, [named]);
		}
	}

	private missing(): string[] {
		return [...this.keys].filter((key) => !this.byKey.has(key));
	}

	/** Those that nothing else has found; what is known already is not read once more. */
	private async readVariants(
		filterOf: (key: string) => Query,
		keyOf: (variant: { id: number; sku: string }) => unknown,
	): Promise<void> {
		const missing = new Set(this.missing());
		await this.lookUp.byVariants([...missing].map(filterOf), (variant) =>
			missing.has(skuKey(keyOf(variant))),
		);
	}

	private async read(wanted: readonly Wanted[]): Promise<void> {
		const { lookUp } = this;
		switch (this.by) {
			case 'productId':
				return await lookUp.byIds(wanted.map(({ key }) => Number(key)));
			case 'variantId':
				await lookUp.byIds(wanted.flatMap(({ productId }) => productId ?? []));
				await lookUp.byStock(this.missing().map((key) => ({ variant_id: Number(key) })));
				return await this.readVariants(
					(id) => ({ id }),
					({ id }) => id,
				);
			case 'sku': {
				const skus = [...new Set(wanted.map(({ key }) => key.trim()))];
				if (await lookUp.by(skuFilters(skus))) return;
				// The stock knows SKUs by lists alone.
				await lookUp.byStock(
					this.missing()
						.filter(isListable)
						.map((sku) => ({ sku })),
				);
				return await this.readVariants(
					(sku) => ({ sku }),
					({ sku }) => sku,
				);
			}
			default:
				// The API has no filter that takes several of these codes.
				await lookUp.by(undefined);
		}
	}
}
