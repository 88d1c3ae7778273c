import { comparable } from '../../store/sku';
import type { Listing, MasterSkuSource } from './listing';

export interface ListingRef {
	productId: number;
	variantId: number | null;
}

/** What somebody should look at before the listing is used; the listing itself is never dropped. */
export interface Issue {
	code:
		'missingMasterSku' | 'duplicateMasterSku' | 'matchesSeveralExisting' | 'existingMatchesSeveral';
	message: string;
	/** The other listings that are concerned: the first few, the message has their number. */
	with?: ListingRef[];
}

/** A catalogue that gives thousands of listings one SKU would otherwise list each of them with every other. */
export const MOST_NAMED = 10;

const SOURCE_LABELS = { sku: 'SKU', upc: 'UPC', mpn: 'MPN', gtin: 'GTIN' } satisfies Record<
	MasterSkuSource,
	string
>;

export function groupBy<Value, Key>(
	values: Iterable<Value>,
	keyOf: (value: Value) => Key | undefined,
): Map<Key, Value[]> {
	const groups = new Map<Key, Value[]>();
	for (const value of values) {
		const key = keyOf(value);
		if (key === undefined) continue;
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}

/** The other members of a group, as far as they are named. */
export const othersOf = (listing: Listing, group: Listing[]): ListingRef[] =>
	group
		.slice(0, MOST_NAMED + 1)
		.filter((other) => other !== listing)
		.slice(0, MOST_NAMED)
		.map(({ productId, variantId }) => ({ productId, variantId }));

/** Marks the listings that have no Master SKU, or share it. */
export function addMasterSkuIssues(listings: Listing[], source: MasterSkuSource): void {
	for (const listing of listings) {
		if (listing.masterSku !== null) continue;
		listing.issues.push({
			code: 'missingMasterSku',
			message: `There is no ${SOURCE_LABELS[source]} to be the Master SKU`,
		});
	}
	for (const group of groupBy(listings, ({ masterSku }) => comparable(masterSku)).values()) {
		if (group.length < 2) continue;
		for (const listing of group) {
			listing.issues.push({
				code: 'duplicateMasterSku',
				message: `${group.length} listings have the Master SKU "${listing.masterSku}"`,
				with: othersOf(listing, group),
			});
		}
	}
}
