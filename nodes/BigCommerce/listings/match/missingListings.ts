import type { Client } from '../../api/client';
import { pages } from '../../api/pagination';
import { InputError } from '../../api/inputError';
import { products, type Product } from '../../store/catalog/products';
import { isSimple, namesOf, type StoreListing, type MatchBy } from './currentListings';
import { queryFor } from './productLookUp';

/** Listings of the store that no input item names; one without a name of that kind is not known to be missing. */
export async function missingListings(
	client: Client,
	by: MatchBy,
	named: ReadonlySet<string>,
	atMost: number,
): Promise<StoreListing[]> {
	const missing: StoreListing[] = [];
	const query = queryFor(['variants']);
	for await (const page of pages<Product>(client, products, { query })) {
		for (const product of page) {
			const names = namesOf(product, by);
			const there = names.filter(({ key }) => named.has(key));
			// Whoever names a product with options only as a whole means all of its variants.
			if (there.length > 0 && !there.some(({ listing }) => listing.variant)) continue;
			for (const { key, listing } of names) {
				// What sells are the variants of a product with options, not the product as a whole.
				const sells = by === 'productId' || listing.variant !== undefined || isSimple(product);
				if (sells && !named.has(key)) missing.push(listing);
			}
		}
	}
	if (missing.length > atMost) {
		throw new InputError(
			`${missing.length} listings of the store are missing in the input; 'Take Down at Most' allows ${atMost}, so none was touched`,
			"Check that the input is complete. If it is, raise 'Take Down at Most'.",
		);
	}
	return missing;
}
