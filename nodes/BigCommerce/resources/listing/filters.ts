import type { Query } from '../../api/client';
import { defineFields } from '../../operation/define';
import { InputError } from '../../operation/errors';
import type { ParamsOf } from '../../operation/params';
import { compact, idOf, toDate, toIds } from '../../operation/values';
import { idChunks } from './idChunks';
import type { Made, Making } from './listing';

/** What the form can narrow an import to; alphabetical, as n8n lists them. */
export const listingFilters = defineFields([
	{
		displayName: 'Availability',
		name: 'availability',
		type: 'options',
		options: [
			{ name: 'Available', value: 'available' },
			{
				name: 'Not for Sale',
				value: 'disabled',
				description: 'Including variants that cannot be purchased',
			},
			{ name: 'Preorder', value: 'preorder' },
		],
		default: 'available',
		description: 'Only listings that can be bought, pre-ordered or not be bought',
	},
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: 'Only products of this brand',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a brand…',
				typeOptions: { searchListMethod: 'searchBrands', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 35' },
		],
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: 'Only products in this category; by ID also in any of several',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a category…',
				typeOptions: { searchListMethod: 'searchCategories', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 23, 24',
				hint: 'One ID, or several separated by commas',
			},
		],
	},
	{
		displayName: 'Channel Names or IDs',
		name: 'channels',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		default: [],
		description:
			'Only products assigned to one of these channels. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Keyword',
		name: 'keyword',
		type: 'string',
		default: '',
		placeholder: 'e.g. merino',
		description: 'Only products with this word in name, description, SKU or brand',
	},
	{
		displayName: 'Modified Since',
		name: 'modifiedSince',
		type: 'dateTime',
		default: '',
		description:
			"Only products modified at or after this date. BigCommerce does not always count a change to a variant alone; 'Only What Changed Since the Last Import' does.",
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Merino Base Layer',
		description: 'Only the product with exactly this name',
	},
	{
		displayName: 'Price From',
		name: 'priceFrom',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 4 },
		default: 0,
		description: "Only listings with this price or more, in the store's default currency",
	},
	{
		displayName: 'Price To',
		name: 'priceTo',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 4 },
		default: 100,
		description: "Only listings with this price or less, in the store's default currency",
	},
	{
		displayName: 'Product IDs',
		name: 'productIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 77, 80, 112',
		description:
			'Only these products, separated by commas. A list from an expression is welcome, however long.',
	},
	{
		displayName: 'Quantity From',
		name: 'quantityFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description:
			'Only listings with so much stock or more; without stock tracking there is no quantity',
	},
	{
		displayName: 'Quantity To',
		name: 'quantityTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description:
			'Only listings with so much stock or less; without stock tracking there is no quantity',
	},
	{
		displayName: 'Stock',
		name: 'stock',
		type: 'options',
		options: [
			{
				name: 'In Stock',
				value: 'in',
				description: 'Something is left, or the stock is not tracked',
			},
			{
				name: 'Low Stock',
				value: 'low',
				description: 'No more left than the low stock level in the store',
			},
			{
				name: 'Out of Stock',
				value: 'out',
				description: 'The stock is tracked, and nothing is left',
			},
		],
		default: 'in',
		description: 'Only listings with this state of the stock',
	},
]);

export type ListingFilters = Partial<ParamsOf<typeof listingFilters>>;

/**
 * The part of the filters that BigCommerce applies, as one query or several: `categories:in` with several ids asks for
 * products that are in all of them (products_catalog.v3.yml), and ids must fit a URL.
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
		// A full date and time: to a date alone BigCommerce adds the present time of day (fact sheet 4.1).
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

/**
 * The part of the filters that is applied here. BigCommerce can ask for one exact price only, and its stock filters see
 * the product as a whole: they would hide a sold-out size of a product that has others in stock.
 */
export function keeps(filters: ListingFilters): (made: Made) => boolean {
	const { availability, priceFrom, priceTo, quantityFrom, quantityTo, stock } = filters;
	return (made) =>
		within(made.listing.price, priceFrom, priceTo) &&
		within(made.listing.quantity, quantityFrom, quantityTo) &&
		(stock === undefined || stockTests[stock](made)) &&
		(availability === undefined || made.listing.availability === availability);
}
