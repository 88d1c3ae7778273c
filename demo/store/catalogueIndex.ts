import type { ProductRecord, VariantRecord } from './records.ts';
import type { StoreState } from './state.ts';

export interface Pair {
	product: ProductRecord;
	variant: VariantRecord;
}

/**
 * Finds products and variants by what the catalogue's checks and filters ask for most, without a walk through all of it.
 *
 * Nothing is ever taken out but by `forget`: whatever a lookup finds is held against the record itself, so an entry of an old
 * name or SKU is simply passed over. Whoever writes a name, SKU, URL or variant tells it with `note`.
 */
export class CatalogueIndex {
	private readonly products: Map<number, ProductRecord>;
	private known = new Set<number>();
	private names = new Map<string, Set<ProductRecord>>();
	private urls = new Map<string, Set<ProductRecord>>();
	private skus = new Map<string, Set<ProductRecord>>();
	private variants = new Map<number, ProductRecord>();

	constructor(products: Map<number, ProductRecord>) {
		this.products = products;
	}

	/** By name, whatever its letters' case. */
	named(name: string): ProductRecord[] {
		const key = name.toLowerCase();
		return this.alive(this.fresh().names.get(key)).filter(
			(product) => product.name.toLowerCase() === key,
		);
	}

	withUrl(url: string): ProductRecord[] {
		return this.alive(this.fresh().urls.get(url)).filter(
			(product) => product.custom_url.url === url,
		);
	}

	/** Those that have the SKU themselves or in one of their variants, whatever its letters' case (API notes 2.1). */
	withSku(sku: string): ProductRecord[] {
		const key = sku.toLowerCase();
		return this.alive(this.fresh().skus.get(key)).filter(
			(product) =>
				product.sku.toLowerCase() === key ||
				product.variants.some((variant) => variant.sku.toLowerCase() === key),
		);
	}

	variant(id: number): Pair | undefined {
		const product = this.fresh().variants.get(id);
		const variant = product?.variants.find((candidate) => candidate.id === id);
		return product && variant && this.products.get(product.id) === product
			? { product, variant }
			: undefined;
	}

	note(product: ProductRecord): void {
		this.known.add(product.id);
		enter(this.names, product.name.toLowerCase(), product);
		enter(this.urls, product.custom_url.url, product);
		enter(this.skus, product.sku.toLowerCase(), product);
		for (const variant of product.variants) this.noteVariant(product, variant);
	}

	noteVariant(product: ProductRecord, variant: VariantRecord): void {
		this.variants.set(variant.id, product);
		enter(this.skus, variant.sku.toLowerCase(), product);
	}

	forget(product: ProductRecord): void {
		this.known.delete(product.id);
		this.names.get(product.name.toLowerCase())?.delete(product);
		this.urls.get(product.custom_url.url)?.delete(product);
		for (const { sku } of [product, ...product.variants])
			this.skus.get(sku.toLowerCase())?.delete(product);
		for (const variant of product.variants) this.variants.delete(variant.id);
	}

	private alive(found: Set<ProductRecord> | undefined): ProductRecord[] {
		return [...(found ?? [])].filter((product) => this.products.get(product.id) === product);
	}

	/** Seeds and tests put products in and out by hand; then all is read again. */
	private fresh(): this {
		if (this.known.size === this.products.size) return this;
		this.known = new Set();
		this.names = new Map();
		this.urls = new Map();
		this.skus = new Map();
		this.variants = new Map();
		for (const product of this.products.values()) this.note(product);
		return this;
	}
}

function enter(map: Map<string, Set<ProductRecord>>, key: string, product: ProductRecord): void {
	// No SKU is nobody's SKU, and half a catalogue may share it.
	if (key === '') return;
	const holders = map.get(key);
	if (holders) holders.add(product);
	else map.set(key, new Set([product]));
}

const indices = new WeakMap<Map<number, ProductRecord>, CatalogueIndex>();

/** The index of a state's products; a reset brings other products, and with them another index. */
export function indexOf({ products }: Pick<StoreState, 'products'>): CatalogueIndex {
	let index = indices.get(products);
	if (!index) {
		index = new CatalogueIndex(products);
		indices.set(products, index);
	}
	return index;
}
