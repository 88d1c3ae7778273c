import type { Listing } from './listing';
import { entriesToText, imagesToText, pairsToText } from './listTexts';

type Lists =
	'options' | 'categories' | 'categoryPaths' | 'categoryIds' | 'images' | 'customFields' | 'issues';

/** A listing as a row of a table. */
export type FlatListing = Omit<Listing, Lists> & Record<Lists, string>;

/** Lists become texts, which Publish and Sync read back as the lists that they were. */
export const flatListing = (listing: Listing): FlatListing => ({
	...listing,
	options: pairsToText(
		Object.entries(listing.options).map(([name, labels]) => [name, [labels].flat()]),
	),
	categories: entriesToText(listing.categories),
	categoryPaths: entriesToText(listing.categoryPaths),
	categoryIds: entriesToText(listing.categoryIds.map(String)),
	images: imagesToText(listing.images),
	customFields: pairsToText(listing.customFields.map(({ name, value }) => [name, [value]])),
	issues: listing.issues.map(({ message }) => message).join('; '),
});
