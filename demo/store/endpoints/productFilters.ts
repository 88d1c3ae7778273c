import { indexOf } from '../catalogueIndex.ts';
import type { Query } from '../http/query.ts';
import type { ProductRecord } from '../records.ts';
import { byId, type StoreState } from '../state.ts';
import { inventoryOf, productPrice } from './productView.ts';

type Test = (product: ProductRecord) => boolean;

/** Adds `name`, `name:in`, `:not_in`, `:min`, `:max`, `:greater` and `:less` (products_catalog.v3.yml). */
export function numberTests<T>(
	query: Query,
	name: string,
	of: (record: T) => number,
): Array<(record: T) => boolean> {
	const tests: Array<(record: T) => boolean> = [];
	const one = (suffix: string, test: (value: number, wanted: number) => boolean): void => {
		const wanted = query.number(name + suffix);
		if (wanted !== undefined) tests.push((record) => test(of(record), wanted));
	};
	one('', (value, wanted) => value === wanted);
	one(':min', (value, wanted) => value >= wanted);
	one(':max', (value, wanted) => value <= wanted);
	one(':greater', (value, wanted) => value > wanted);
	one(':less', (value, wanted) => value < wanted);
	const among = query.numbers(`${name}:in`);
	if (among) tests.push((record) => among.includes(of(record)));
	const notAmong = query.numbers(`${name}:not_in`);
	if (notAmong) tests.push((record) => !notAmong.includes(of(record)));
	return tests;
}

/** A date alone gets the present time of day added, so that a filter by day loses part of it (API notes 2.2). */
function time(query: Query, name: string, now: number): number | undefined {
	const value = query.date(name);
	const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(query.text(name) ?? '');
	return value !== undefined && dateOnly ? value + (now % 86_400_000) : value;
}

function timeTests(
	query: Query,
	name: string,
	now: number,
	of: (product: ProductRecord) => number | null,
): Test[] {
	const tests: Test[] = [];
	const second = (value: number): number => Math.floor(value / 1000);
	const one = (suffix: string, test: (value: number, wanted: number) => boolean): void => {
		const wanted = time(query, name + suffix, now);
		if (wanted === undefined) return;
		tests.push((product) => {
			const value = of(product);
			return value !== null && test(second(value), second(wanted));
		});
	};
	one('', (value, wanted) => value === wanted);
	one(':min', (value, wanted) => value >= wanted);
	one(':max', (value, wanted) => value <= wanted);
	one(':not', (value, wanted) => value !== wanted);
	return tests;
}

function textTests(state: StoreState, query: Query): Test[] {
	const fields: Array<['name' | 'mpn' | 'upc' | 'sku', string]> = [
		['name', 'name'],
		['mpn', 'mpn'],
		['upc', 'upc'],
		['sku', 'sku'],
	];
	const tests: Test[] = [];
	for (const [field, name] of fields) {
		const wanted = query.text(name)?.toLowerCase();
		// `sku` sees the base product alone, never its variants (API notes 2.3).
		if (wanted !== undefined && wanted !== '')
			tests.push((product) => product[field].toLowerCase() === wanted);
	}
	const skus = query.list('sku:in')?.map((sku) => sku.toLowerCase());
	if (skus) tests.push((product) => skus.includes(product.sku.toLowerCase()));
	const keyword = query.text('keyword')?.toLowerCase();
	if (keyword) {
		tests.push((product) =>
			[
				product.name,
				product.sku,
				product.description,
				product.search_keywords,
				state.brands.get(product.brand_id)?.name ?? '',
			].some((text) => text.toLowerCase().includes(keyword)),
		);
	}
	const condition = query.text('condition');
	// Lower case in the filter, capitals in the record (products_catalog.v3.yml).
	if (condition) tests.push((product) => product.condition.toLowerCase() === condition);
	const type = query.text('type');
	if (type) tests.push((product) => product.type === type);
	const availability = query.text('availability');
	if (availability) tests.push((product) => product.availability === availability);
	return tests;
}

function flagTests(query: Query): Test[] {
	const tests: Test[] = [];
	const flag = (name: string, of: (product: ProductRecord) => boolean): void => {
		const wanted = query.flag(name);
		if (wanted !== undefined) tests.push((product) => of(product) === wanted);
	};
	flag('is_visible', (product) => product.is_visible);
	flag('is_featured', (product) => product.is_featured);
	flag('is_free_shipping', (product) => product.is_free_shipping);
	flag(
		'out_of_stock',
		(product) => product.inventory_tracking !== 'none' && inventoryOf(product) <= 0,
	);
	flag(
		'inventory_low',
		(product) =>
			product.inventory_tracking !== 'none' &&
			inventoryOf(product) <= product.inventory_warning_level,
	);
	return tests;
}

function listTests(query: Query): Test[] {
	const tests: Test[] = [];
	const category = query.number('categories');
	// Misses products that are in several categories; `categories:in` finds them (products_catalog.v3.yml).
	if (category !== undefined)
		tests.push((product) => product.categories.length === 1 && product.categories[0] === category);
	const categories = query.numbers('categories:in');
	if (categories) tests.push((product) => product.categories.some((id) => categories.includes(id)));
	const channels = query.numbers('channel_id:in');
	if (channels) tests.push((product) => product.channels.some((id) => channels.includes(id)));
	return tests;
}

/** The products that a filter leaves to look at: by id, SKU or name there is no need to walk through all. */
function candidates(state: StoreState, query: Query): ProductRecord[] {
	const index = indexOf(state);
	const ids = query.numbers('id:in') ?? (query.has('id') ? [query.number('id') ?? 0] : undefined);
	const skus = query.list('sku:in') ?? (query.text('sku') ? [query.text('sku') ?? ''] : undefined);
	const name = query.text('name');
	let found: Array<ProductRecord | undefined> | undefined;
	if (ids) found = ids.map((id) => state.products.get(id));
	else if (skus) found = skus.flatMap((sku) => index.withSku(sku));
	else if (name) found = index.named(name);
	if (!found) return byId(state.products);
	const once = new Set(found.filter((product) => product !== undefined));
	return [...once].sort((a, b) => a.id - b.id);
}

export function filteredProducts(state: StoreState, query: Query, now: number): ProductRecord[] {
	const tests: Test[] = [
		...numberTests<ProductRecord>(query, 'id', (product) => product.id),
		...numberTests<ProductRecord>(query, 'inventory_level', inventoryOf),
		...(['price', 'weight', 'brand_id', 'total_sold'] as const).flatMap((name): Test[] => {
			const wanted = query.number(name);
			return wanted === undefined ? [] : [(product) => product[name] === wanted];
		}),
		...timeTests(query, 'date_modified', now, (product) => product.date_modified),
		...timeTests(query, 'date_last_imported', now, (product) => product.date_last_imported),
		...textTests(state, query),
		...flagTests(query),
		...listTests(query),
	];
	const products = candidates(state, query);
	return tests.length === 0
		? products
		: products.filter((product) => tests.every((test) => test(product)));
}

const SORTS: Record<string, (product: ProductRecord) => number | string> = {
	id: (product) => product.id,
	name: (product) => product.name.toLowerCase(),
	sku: (product) => product.sku.toLowerCase(),
	price: (product) => product.price,
	date_modified: (product) => product.date_modified,
	date_last_imported: (product) => product.date_last_imported ?? 0,
	inventory_level: inventoryOf,
	is_visible: (product) => Number(product.is_visible),
	total_sold: (product) => product.total_sold,
	calculated_price: productPrice,
};

export function sortedProducts(products: ProductRecord[], query: Query): ProductRecord[] {
	const name = query.text('sort') ?? 'id';
	const key = SORTS[name] ?? query.refuse('sort', 'is not a field to sort by');
	const direction = query.text('direction') ?? 'asc';
	if (!['asc', 'desc'].includes(direction)) query.refuse('direction', 'must be asc or desc');
	const sign = direction === 'desc' ? -1 : 1;
	if (name === 'id') return sign === 1 ? products : [...products].reverse();
	return [...products].sort((a, b) => {
		const left = key(a);
		const right = key(b);
		if (left === right) return a.id - b.id;
		return left < right ? -sign : sign;
	});
}
