import type { Client, Query } from '../../api/client';
import { list, type Collection } from '../../api/pagination';
import { idChunks } from '../../api/idChunks';
import type { Listing } from './listing';

const brands: Collection = {
	path: '/v3/catalog/brands',
	paging: 'v3',
	pageSize: 250,
	doing: 'read the names of the brands',
	scope: 'products:read',
};

const categories: Collection = {
	path: '/v3/catalog/trees/categories',
	paging: 'v3',
	pageSize: 250,
	doing: 'read the names of the categories',
	scope: 'products:read',
};

type Names = Map<number, string>;

async function namesOf<Row>(
	client: Client,
	collection: Collection,
	queries: Query[],
	entry: (row: Row) => [number, string],
): Promise<Names> {
	const rows = await Promise.all(
		queries.map(async (query) => await list<Row>(client, collection, { query })),
	);
	return new Map(rows.flat().map(entry));
}

/** Fills in the names of the brands and categories in use: one request each, unless there are very many. */
export async function addNames(client: Client, listings: Listing[]): Promise<void> {
	const brandIds = new Set(listings.flatMap(({ brandId }) => brandId ?? []));
	const categoryIds = new Set(listings.flatMap((listing) => listing.categoryIds));
	const [brandNames, categoryNames] = await Promise.all([
		namesOf<{ id: number; name: string }>(
			client,
			brands,
			idChunks(brandIds).map((ids) => ({ 'id:in': ids, include_fields: 'name' })),
			({ id, name }) => [id, name],
		),
		namesOf<{ category_id: number; name: string }>(
			client,
			categories,
			idChunks(categoryIds).map((ids) => ({
				'category_id:in': ids,
				include_fields: ['category_id', 'name'],
			})),
			({ category_id, name }) => [category_id, name],
		),
	]);
	for (const listing of listings) {
		listing.brand = (listing.brandId !== null && brandNames.get(listing.brandId)) || null;
		listing.categories = listing.categoryIds.flatMap((id) => categoryNames.get(id) ?? []);
	}
}
