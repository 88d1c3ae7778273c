import type { Client, Query } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import type { Collection } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
import { products, type Product } from '../../store/catalog/products';
import { allVariants } from '../../store/catalog/productVariants';
import { lookUpStockIfAllowed } from '../../store/inventory/stockIndex';
import type { StockIdentity } from '../../store/inventory/stockItems';

/** What is read of a product beside its own fields; its description, which may be long, only where it is compared. */
export type ProductPart = 'variants' | 'custom_fields' | 'images' | 'description';

export const storeProducts: Collection = {
	...products,
	task: 'look for the products in the store',
};
const storeVariants: Collection = { ...allVariants, task: 'look for the variants in the store' };

/** So that what changes while pages are read keeps its place. */
const IN_ORDER = { sort: 'id', direction: 'asc' };

export const queryFor = (parts: readonly ProductPart[]): Query => ({
	...IN_ORDER,
	include: parts.filter((part) => part !== 'description'),
	exclude_fields: parts.includes('description') ? undefined : 'description',
});

/** Looks products up by whatever names them, in the fewest requests; each is handed on, some of them twice. */
export class ProductLookUp<Found extends Pick<Product, 'id'>> {
	private readonly client: Client;
	private readonly query: Query;
	private readonly take: (product: Found) => void;

	constructor(client: Client, parts: readonly ProductPart[], take: (product: Found) => void) {
		this.client = client;
		this.query = queryFor(parts);
		this.take = take;
	}

	/**
	 * Reads what the filters find, or every product where that takes fewer requests, or where there is no filter. Answers
	 * whether it was every product. `spares` are requests that are not needed then.
	 */
	async by(filters: Query[] | undefined, spares = 0): Promise<boolean> {
		const { client, query, take } = this;
		return await readOrWalk<Found>(client, storeProducts, { query, filters, spares, take });
	}

	async byIds(ids: Iterable<number>): Promise<void> {
		const chunks = idChunks(ids);
		if (chunks.length > 0) await this.by(chunks.map((chunk) => ({ 'id:in': chunk })));
	}

	/** `sku:in` knows the SKUs of products alone; the stock knows those of variants too, where it is tracked. */
	async byStock(identities: readonly StockIdentity[]): Promise<void> {
		if (identities.length === 0) return;
		// Without that scope the catalogue itself is asked, or refuses what it has already.
		const stock = await lookUpStockIfAllowed(this.client, identities);
		await this.byIds(identities.flatMap((identity) => stock?.find(identity)?.productId ?? []));
	}

	/** By what the list of variants finds; `isWanted` tells what was meant where it was read as a whole. */
	async byVariants(
		filters: Query[],
		isWanted: (variant: { id: number; sku: string }) => boolean,
	): Promise<void> {
		if (filters.length === 0) return;
		const ids: number[] = [];
		await readOrWalk<{ id: number; sku: string; product_id: number }>(this.client, storeVariants, {
			query: { include_fields: 'id,sku,product_id' },
			filters,
			take: (variant) => {
				if (isWanted(variant)) ids.push(variant.product_id);
			},
		});
		await this.byIds(ids);
	}
}
