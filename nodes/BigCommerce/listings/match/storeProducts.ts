import type { Product } from '../../store/catalog/products';
import type { Client, Query } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { list, type Collection } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
import { InputError } from '../../api/inputError';
import { lookUpStockIfAllowed } from '../../store/inventory/stockIndex';
import { comparable, isListable, skuKey } from '../../store/sku';
import { skusOf, type Draft } from '../model/draft';

export interface StoreImage {
	image_file?: string;
	image_url?: string;
	url_standard?: string;
}

/** A product of the store with the parts that publishing adds to. */
export interface StoreProduct extends Omit<Product, 'custom_fields' | 'images'> {
	custom_fields?: Array<{ id: number; name: string; value: string }>;
	images?: StoreImage[];
}

/** What is read of a product beside its own fields; its description, which may be long, only where it is compared. */
export type Included = 'variants' | 'custom_fields' | 'images' | 'description';

export const storeProducts: Collection = {
	path: '/v3/catalog/products',
	paging: 'v3',
	pageSize: 250,
	doing: 'look for the products in the store',
	scope: 'products:read',
};

const storeVariants: Collection = { ...storeProducts, path: '/v3/catalog/variants' };

/** The store's products that the input may be about, found in the fewest requests. */
export class StoreProducts {
	private readonly client: Client;
	private readonly query: Query;
	private readonly wanted = new Set<string>();
	private readonly byId = new Map<number, StoreProduct>();
	private readonly bySku = new Map<string, StoreProduct>();
	private readonly byName = new Map<string, StoreProduct>();

	constructor(client: Client, include: readonly Included[]) {
		this.client = client;
		this.query = {
			include: include.filter((part) => part !== 'description'),
			exclude_fields: include.includes('description') ? undefined : 'description',
			sort: 'id',
			direction: 'asc',
		};
	}

	/**
	 * Looks for all drafts together. SKUs of variants are found in lists only where their stock is tracked, and names in
	 * no list at all (fact sheet 4.1, 4.7): those that it would take a request each for are looked up only for drafts that
	 * must be certain. All others the store itself refuses to create twice: a SKU of theirs is unique.
	 */
	async lookUp(drafts: readonly Draft[], mustBeCertain: (draft: Draft) => boolean): Promise<void> {
		for (const draft of drafts) this.want(draft);
		const lists = idChunks(drafts.flatMap(skusOf).filter(isListable));
		const certain = drafts.filter(mustBeCertain);
		const oneByOne = certain.reduce((sum, draft) => sum + 1 + skusOf(draft).length, 0);
		const readAll = await readOrWalk<StoreProduct>(this.client, storeProducts, {
			query: this.query,
			filters: lists.map((skus) => ({ 'sku:in': skus })),
			spares: lists.length + oneByOne,
			take: (product) => this.add(product),
		});
		if (readAll) return;
		await this.lookUpVariants(lists.flat().filter((sku) => !this.hasSku(sku)));
		const open = certain.filter((draft) => !skusOf(draft).some((sku) => this.hasSku(sku)));
		await Promise.all(open.map(async (draft) => await this.seek(draft)));
	}

	/** The product that the draft is; SKUs count more than the name. */
	find(draft: Draft): StoreProduct | undefined {
		const found = new Map<number, StoreProduct>();
		for (const sku of skusOf(draft)) {
			const product = this.bySku.get(skuKey(sku));
			if (product) found.set(product.id, product);
		}
		const [one, other] = found.values();
		if (one && other) {
			throw new InputError(
				`The SKUs of the product "${draft.label}" belong to several products of the store: ${one.id} "${one.name}" and ${other.id} "${other.name}"`,
				'Publish the items of each product by themselves, with product keys of their own.',
			);
		}
		return one ?? this.byName.get(comparable(draft.name) ?? '');
	}

	/** Looks for one draft alone, by requests that find it whether or not its stock is tracked. */
	async seek(draft: Draft): Promise<void> {
		this.want(draft);
		if (draft.name !== undefined) await this.read({ name: draft.name });
		const skus = skusOf(draft);
		if (skus.some((sku) => this.hasSku(sku))) return;
		const { client } = this;
		await Promise.all(
			skus.filter((sku) => !isListable(sku)).map(async (sku) => await this.read({ sku })),
		);
		const variants = await Promise.all(
			skus.map(
				async (sku) =>
					await list<{ product_id: number }>(client, storeVariants, { query: { sku } }),
			),
		);
		await this.load(variants.flat().map(({ product_id }) => product_id));
	}

	private hasSku(sku: string): boolean {
		return this.bySku.has(skuKey(sku));
	}

	private want(draft: Draft): void {
		for (const sku of skusOf(draft)) this.wanted.add(`sku ${comparable(sku)}`);
		if (draft.name !== undefined) this.wanted.add(`name ${comparable(draft.name)}`);
	}

	/** Several drafts may be of one product: all of them get the same record. */
	private add(read: StoreProduct): void {
		const product = this.byId.get(read.id) ?? read;
		for (const { sku } of [product, ...(product.variants ?? [])]) {
			const key = comparable(sku);
			if (key !== undefined && this.wanted.has(`sku ${key}`)) this.keep(this.bySku, key, product);
		}
		const name = comparable(product.name);
		if (name !== undefined && this.wanted.has(`name ${name}`))
			this.keep(this.byName, name, product);
	}

	private keep(found: Map<string, StoreProduct>, key: string, product: StoreProduct): void {
		found.set(key, product);
		this.byId.set(product.id, product);
	}

	private async lookUpVariants(skus: readonly string[]): Promise<void> {
		if (skus.length === 0) return;
		const identities = skus.map((sku) => ({ sku }));
		// Without access to the stock, the store's own refusal of a second product tells that there is one.
		const stock = await lookUpStockIfAllowed(this.client, identities);
		const items = identities.flatMap((identity) => stock?.find(identity) ?? []);
		await this.load(items.map(({ productId }) => productId));
	}

	private async load(ids: readonly number[]): Promise<void> {
		await Promise.all(idChunks(ids).map(async (chunk) => await this.read({ 'id:in': chunk })));
	}

	private async read(filter: Query): Promise<void> {
		const query = { ...this.query, ...filter };
		for (const product of await list<StoreProduct>(this.client, storeProducts, { query }))
			this.add(product);
	}
}
