import type { Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { InputError } from '../../api/inputError';
import type { Product } from '../../store/catalog/products';
import { comparable, isListable, skuKey } from '../../store/sku';
import { skusOf, type Draft } from '../model/draft';
import { ProductLookUp, type ProductPart } from './productLookUp';

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

/** The store's products that the input may be about, found in the fewest requests. */
export class StoreProducts {
	private readonly lookingUp: ProductLookUp<StoreProduct>;
	private readonly wanted = new Set<string>();
	private readonly byId = new Map<number, StoreProduct>();
	private readonly bySku = new Map<string, StoreProduct>();
	private readonly byName = new Map<string, StoreProduct>();

	constructor(client: Client, parts: readonly ProductPart[]) {
		this.lookingUp = new ProductLookUp<StoreProduct>(client, parts, (product) => this.add(product));
	}

	/**
	 * Looks for all drafts together. SKUs of variants are found in lists only where their stock is tracked, and names in
	 * no list at all (API notes 6.6): those that it would take a request each for are looked up only for drafts that
	 * must be certain. All others the store itself refuses to create twice: a SKU of theirs is unique.
	 */
	async lookUp(drafts: readonly Draft[], mustBeCertain: (draft: Draft) => boolean): Promise<void> {
		for (const draft of drafts) this.want(draft);
		const lists = idChunks(drafts.flatMap(skusOf).filter(isListable));
		const certain = drafts.filter(mustBeCertain);
		const oneByOne = certain.reduce((sum, draft) => sum + 1 + skusOf(draft).length, 0);
		const readAll = await this.lookingUp.by(
			lists.map((skus) => ({ 'sku:in': skus })),
			lists.length + oneByOne,
		);
		if (readAll) return;
		const missing = lists.flat().filter((sku) => !this.hasSku(sku));
		// Without access to the stock, the store's own refusal of a second product tells that there is one.
		await this.lookingUp.byStock(missing.map((sku) => ({ sku })));
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
		if (draft.name !== undefined) await this.lookingUp.by([{ name: draft.name }]);
		const skus = skusOf(draft);
		if (skus.some((sku) => this.hasSku(sku))) return;
		// A SKU with a comma is in no list.
		await this.lookingUp.by(skus.filter((sku) => !isListable(sku)).map((sku) => ({ sku })));
		const wanted = new Set(skus.map(skuKey));
		await this.lookingUp.byVariants(
			skus.map((sku) => ({ sku })),
			({ sku }) => wanted.has(skuKey(sku)),
		);
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
}
