import type { Client } from '../../api/client';
import { list, type Collection } from '../../api/pagination';
import { idChunks } from '../../api/idChunks';
import { toPath } from '../../store/catalog/categoryPaths';
import type { Listing } from '../model/listing';

const brands: Collection = {
	path: '/v3/catalog/brands',
	paging: 'v3',
	pageSize: 250,
	task: 'read the names of the brands',
	scope: 'products:read',
};

const categories: Collection = {
	path: '/v3/catalog/trees/categories',
	paging: 'v3',
	pageSize: 250,
	task: 'read the names of the categories',
	scope: 'products:read',
};

interface CategoryName {
	category_id: number;
	name: string;
	/** 0 for one at the top. */
	parent_id: number;
}

async function read<Row>(
	client: Client,
	collection: Collection,
	filter: 'id:in' | 'category_id:in',
	ids: Iterable<number>,
	fields: string[],
): Promise<Row[]> {
	const rows = await Promise.all(
		idChunks(ids).map(
			async (chunk) =>
				await list<Row>(client, collection, { query: { [filter]: chunk, include_fields: fields } }),
		),
	);
	return rows.flat();
}

/** The categories, and those above them, level by level; mostly the latter are in use themselves. */
async function readCategories(
	client: Client,
	ids: Set<number>,
): Promise<Map<number, CategoryName>> {
	const known = new Map<number, CategoryName>();
	for (let wanted = ids; wanted.size > 0;) {
		const rows = await read<CategoryName>(client, categories, 'category_id:in', wanted, [
			'category_id',
			'name',
			'parent_id',
		]);
		for (const row of rows) known.set(row.category_id, row);
		const above = rows.map(({ parent_id }) => parent_id);
		wanted = new Set(above.filter((id) => id > 0 && !known.has(id)));
	}
	return known;
}

/** The names from the top down to a category. */
function namesTo(id: number, known: ReadonlyMap<number, CategoryName>): string[] {
	const category = known.get(id);
	return category ? [...namesTo(category.parent_id, known), category.name] : [];
}

/** Fills in the names of the brands and categories in use: one request each, unless there are very many. */
export async function addNames(client: Client, listings: Listing[]): Promise<void> {
	const brandIds = new Set(listings.flatMap(({ brandId }) => brandId ?? []));
	const categoryIds = new Set(listings.flatMap((listing) => listing.categoryIds));
	const [brandRows, known] = await Promise.all([
		read<{ id: number; name: string }>(client, brands, 'id:in', brandIds, ['name']),
		readCategories(client, categoryIds),
	]);
	const brandNames = new Map(brandRows.map(({ id, name }) => [id, name]));
	for (const listing of listings) {
		const there = listing.categoryIds.filter((id) => known.has(id));
		listing.brand = (listing.brandId !== null && brandNames.get(listing.brandId)) || null;
		listing.categories = there.map((id) => known.get(id)?.name ?? '');
		listing.categoryPaths = there.map((id) => toPath(namesTo(id, known)));
	}
}
