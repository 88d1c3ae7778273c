import type { Result, Row } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { comparable } from '../../store/sku';
import { groupedBy } from '../../api/grouped';
import { MOST_NAMED, othersOf } from './masterSkuIssues';
import type { FlatListing } from '../model/flatListing';
import type { Listing } from '../model/listing';

export type MatchOn = 'masterSku' | 'sku' | 'upc' | 'mpn' | 'gtin' | 'productId' | 'variantId';

/** A row of the input that is not empty: a listing that somebody has already. */
type Existing = Pick<Row<unknown>, 'item'>;
type ExistingByKey = Map<string, Existing[]>;

/** A listing of the store, and one of the existing listings that it is. */
export interface Pairing {
	listing: Listing;
	existing?: Existing;
}

/** `sku`, `data.sku`, or a field whose own name has a dot. */
function valueAt(record: unknown, path: string): unknown {
	if (typeof record !== 'object' || record === null) return undefined;
	if (Object.hasOwn(record, path)) return (record as Record<string, unknown>)[path];
	const [first = '', ...rest] = path.split('.');
	return rest.length > 0 && Object.hasOwn(record, first)
		? valueAt((record as Record<string, unknown>)[first], rest.join('.'))
		: undefined;
}

/** An empty item is what a node gives that found nothing but always outputs data. */
export const isListing = ({ item }: Existing) => Object.keys(item.json).length > 0;

/**
 * Finds the existing listings by the value of a field. An item without that value can be no match; if none has it, the
 * field was misspelt, and everything would be created once more.
 */
export function existingByKey(rows: readonly Existing[], field: string): ExistingByKey {
	const name = field.trim();
	if (!name) {
		throw new InputError(
			"'Field in Existing Listings' is empty",
			"Give the name of the input items' field that holds what 'Match On' names, for example sku.",
		);
	}
	const filled = rows.filter(isListing);
	const byKey = groupedBy(filled, ({ item }) => comparable(valueAt(item.json, name)));
	if (filled.length > 0 && byKey.size === 0) {
		throw new InputError(
			`No input item has a value in '${name}'`,
			"'Field in Existing Listings' takes the name of a field of the input items, such as sku or data.sku.",
		);
	}
	return byKey;
}

/** Pairs every listing with each existing listing that it matches; a doubtful match is made, and marked. */
export function pair(listings: Listing[], byKey: ExistingByKey, matchOn: MatchOn): Pairing[] {
	const keyOf = (listing: Listing) => comparable(listing[matchOn]);
	const listingsByKey = groupedBy(listings, keyOf);
	return listings.flatMap((listing): Pairing[] => {
		const key = keyOf(listing) ?? '';
		const matches = byKey.get(key) ?? [];
		const alike = listingsByKey.get(key) ?? [];
		if (matches.length > 0 && alike.length > 1) {
			listing.issues.push({
				code: 'existingMatchesSeveral',
				message: `The existing listing matches ${alike.length} listings of the store`,
				with: othersOf(listing, alike),
			});
		}
		if (matches.length > 1) {
			const named = matches.slice(0, MOST_NAMED).map(({ item }) => item.index);
			listing.issues.push({
				code: 'matchesSeveralExisting',
				message: `${matches.length} existing listings match this one, among them input items ${named.join(', ')}`,
			});
		}
		return matches.length > 0 ? matches.map((existing) => ({ listing, existing })) : [{ listing }];
	});
}

/** Fields that say at what price and whether a listing sells; all others are data of the product. */
const OFFER_FIELDS: ReadonlyArray<keyof Listing> = [
	'price',
	'salePrice',
	'costPrice',
	'retailPrice',
	'quantity',
	'inventoryTracking',
	'isVisible',
	'availability',
];

export interface Overwriting {
	mode: 'createOnly' | 'overwrite';
	what: 'all' | 'chosen' | 'skipProductData';
	chosen: Array<keyof Listing>;
}

function overwritten<Shown extends Listing | FlatListing>(
	listing: Shown,
	{ what, chosen }: Overwriting,
): Partial<Shown> {
	if (what === 'all') return listing;
	const fields = what === 'chosen' ? chosen : OFFER_FIELDS;
	const raw: Array<keyof Listing> = ['product', 'variant'];
	const taken = [...fields, ...raw].filter((field) => field in listing);
	return Object.fromEntries(taken.map((field) => [field, listing[field]])) as Partial<Shown>;
}

/**
 * An existing listing keeps all of its own but the link to the store and what is to be overwritten: its status too,
 * which is set for new listings alone.
 */
export function matchedResult(
	listing: Listing | FlatListing,
	{ item }: Existing,
	overwriting: Overwriting,
): Result {
	const { productId, variantId, issues } = listing;
	const link = { productId, variantId, issues };
	const json =
		overwriting.mode === 'createOnly'
			? { ...item.json, ...link, action: 'linked' }
			: { ...item.json, ...overwritten(listing, overwriting), ...link, action: 'updated' };
	return { json, from: [item.index] };
}
