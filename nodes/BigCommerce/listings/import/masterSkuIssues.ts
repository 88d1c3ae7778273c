import { groupedBy } from '../../api/grouped';
import { comparable } from '../../store/sku';
import type { Listing, ListingRef, MasterSkuSource } from '../model/listing';

/** A catalogue that gives thousands of listings one SKU would otherwise list each of them with every other. */
export const MOST_NAMED = 10;

const SOURCE_LABELS = { sku: 'SKU', upc: 'UPC', mpn: 'MPN', gtin: 'GTIN' } satisfies Record<
	MasterSkuSource,
	string
>;

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
	for (const group of groupedBy(listings, ({ masterSku }) => comparable(masterSku)).values()) {
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
