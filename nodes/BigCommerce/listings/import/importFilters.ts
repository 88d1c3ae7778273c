import type { Query } from '../../api/client';
import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { idOf, isBlank, toDate, toIds, toNumber } from '../../operation/values';
import type { listingFilters } from './importFilterFields';
import { idChunks } from '../../api/idChunks';
import type { Made, Making } from '../model/listing';

export type ListingFilters = Partial<ParamsOf<typeof listingFilters>>;

/**
 * The part of the filters that BigCommerce applies, as one query or several: `categories:in` with several ids asks for
 * products that are in all of them (API notes 6.6), and ids must fit a URL.
 */
export function productQueries(
	filters: ListingFilters,
	{ visibleOnly, per }: { visibleOnly: boolean; per: Making['per'] },
): Query[] {
	const { availability, brand, category, channels, keyword, modifiedSince, name, productIds } =
		filters;
	const query: Query = compact({
		is_visible: visibleOnly || undefined,
		brand_id: brand?.value ? idOf(brand, 'Brand') : undefined,
		'channel_id:in': channels?.length ? toIds(channels, 'Channel Names or IDs') : undefined,
		keyword: keyword?.trim(),
		name: name?.trim(),
		// A full date and time: to a date alone BigCommerce adds the present time of day (API notes 2.2).
		'date_modified:min': toDate(modifiedSince, 'Modified Since')?.toISOString(),
		// A variant can be out of sale while its product is not.
		availability: availability === 'disabled' && per === 'variant' ? undefined : availability,
	});
	const ids = productIds === undefined ? [] : toIds(productIds, 'Product IDs');
	if (productIds !== undefined && ids.length === 0) {
		throw new InputError(
			"'Product IDs' is empty",
			"Give at least one ID, or remove 'Product IDs' to import all products.",
		);
	}
	const categories = toIds(category?.value, 'Category');
	const byCategory =
		categories.length > 0 ? categories.map((id) => ({ ...query, 'categories:in': id })) : [query];
	return ids.length > 0
		? byCategory.flatMap((one) => idChunks(ids).map((chunk) => ({ ...one, 'id:in': chunk })))
		: byCategory;
}

/** An expression may give a text, or nothing where there is no bound. */
const toBound = (given: unknown, label: string) =>
	isBlank(given) ? undefined : toNumber(given, label);

const within = (value: number | null, from: number | undefined, to: number | undefined) =>
	(from === undefined && to === undefined) ||
	(value !== null &&
		value >= (from ?? Number.NEGATIVE_INFINITY) &&
		value <= (to ?? Number.POSITIVE_INFINITY));

const stockTests = {
	in: ({ listing: { quantity } }) => quantity === null || quantity > 0,
	low: ({ listing: { quantity }, warningLevel }) => quantity !== null && quantity <= warningLevel,
	out: ({ listing: { quantity } }) => quantity !== null && quantity <= 0,
} satisfies Record<string, (made: Made) => boolean>;

/** Whether BigCommerce applies all of these filters, so that every product that it answers is listed. */
export const isKeptWhole = ({
	availability,
	stock,
	priceFrom,
	priceTo,
	quantityFrom,
	quantityTo,
}: ListingFilters): boolean =>
	[availability, stock, priceFrom, priceTo, quantityFrom, quantityTo].every(
		(given) => given === undefined,
	);

/**
 * The part of the filters that is applied here. BigCommerce can ask for one exact price only, and its stock filters see
 * the product as a whole: they would hide a sold-out size of a product that has others in stock.
 */
export function keeps(filters: ListingFilters): (made: Made) => boolean {
	const { availability, stock } = filters;
	const price = [
		toBound(filters.priceFrom, 'Price From'),
		toBound(filters.priceTo, 'Price To'),
	] as const;
	const quantity = [
		toBound(filters.quantityFrom, 'Quantity From'),
		toBound(filters.quantityTo, 'Quantity To'),
	] as const;
	return (made) =>
		within(made.listing.price, ...price) &&
		within(made.listing.quantity, ...quantity) &&
		(stock === undefined || stockTests[stock](made)) &&
		(availability === undefined || made.listing.availability === availability);
}
