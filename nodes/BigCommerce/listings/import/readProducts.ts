import type { Client, Query } from '../../api/client';
import { pages } from '../../api/pagination';
import { products, type Product } from '../../store/catalog/products';

export const PRODUCTS_PER_PAGE = 250;

/**
 * All that a listing needs comes with the product's own page. Option names and values stand in the variants, so that
 * `options`, which would cut a page to 10 products, is not needed (API notes 2.8).
 */
const WHOLE = {
	include: ['variants', 'images', 'custom_fields'],
	// What changes while the pages are read keeps its place in this order.
	sort: 'id',
	direction: 'asc',
};

export interface ReadingProducts<Made> {
	/** Several filters when the API cannot say it in one; what more than one of them finds is used once. */
	queries: Query[];
	pageSize: number;
	/** Reading ends with the page of which one query has made so many that are kept; products come in the order of their ids. */
	most: number;
	keep: (made: Made) => boolean;
	/** What becomes of a product; the product itself is let go, so that memory holds the pages under way alone. */
	make: (product: Product) => Made[];
}

/** Walks the pages of all queries and answers what was made of their products, in the order of the product ids. */
export async function readProducts<Made extends { productId: number }>(
	client: Client,
	{ queries, pageSize, most, keep, make }: ReadingProducts<Made>,
): Promise<Made[]> {
	const seen = new Set<number>();
	const read = async (query: Query) => {
		const made: Made[] = [];
		let kept = 0;
		for await (const page of pages<Product>(client, products, {
			query: { ...WHOLE, ...query },
			pageSize,
		})) {
			for (const product of page) {
				if (seen.has(product.id)) continue;
				seen.add(product.id);
				const own = make(product);
				made.push(...own);
				kept += own.filter(keep).length;
			}
			if (kept >= most) break;
		}
		return made;
	};
	const made = await Promise.all(queries.map(read));
	return made.flat().sort((a, b) => a.productId - b.productId);
}
