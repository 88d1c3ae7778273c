import { asText, toFlag, toNumber } from '../../operation/values';
import type { Product, ProductVariant, FieldValues } from '../../store/catalog/products';
import type { Stored } from '../plan/plannedValues';

/** What Sync can bring in line, by the names that Import gives them. */
export interface SyncValues {
	name?: string;
	price?: number;
	salePrice?: number;
	costPrice?: number;
	retailPrice?: number;
	quantity?: number;
	isVisible?: boolean;
	availability?: Product['availability'];
	condition?: string;
	description?: string;
	weight?: number;
	width?: number;
	height?: number;
	depth?: number;
	upc?: string;
	mpn?: string;
	gtin?: string;
}

export type SyncField = keyof SyncValues;

interface Kind {
	label: string;
	read: (given: unknown, label: string) => string | number | boolean;
	/** What an emptied field holds in the store; without it a field cannot be emptied. */
	empty?: string | number;
}

const text = (given: unknown, label: string) => asText(given, label).trim();
/** One of a few values, in any case; another the store itself refuses. */
const oneOf =
	(...choices: string[]) =>
	(given: unknown, label: string) => {
		const said = text(given, label);
		return choices.find((choice) => choice.toLowerCase() === said.toLowerCase()) ?? said;
	};
const amount = (given: unknown, label: string) => toNumber(given, label, { minValue: 0 });
const whole = (given: unknown, label: string) =>
	toNumber(given, label, { minValue: 0, numberPrecision: 0 });

/** A sale, cost or retail price of 0 is what the API calls none (fact sheet 4.1). */
export const kinds: Record<SyncField, Kind> = {
	name: { label: 'Name', read: text },
	price: { label: 'Price', read: amount },
	salePrice: { label: 'Sale Price', read: amount, empty: 0 },
	costPrice: { label: 'Cost Price', read: amount, empty: 0 },
	retailPrice: { label: 'Retail Price (MSRP)', read: amount, empty: 0 },
	quantity: { label: 'Quantity', read: whole },
	isVisible: { label: 'Is Visible', read: toFlag },
	availability: { label: 'Availability', read: oneOf('available', 'disabled', 'preorder') },
	condition: { label: 'Condition', read: oneOf('New', 'Used', 'Refurbished') },
	description: { label: 'Description', read: text, empty: '' },
	weight: { label: 'Weight', read: amount },
	width: { label: 'Width', read: amount, empty: 0 },
	height: { label: 'Height', read: amount, empty: 0 },
	depth: { label: 'Depth', read: amount, empty: 0 },
	upc: { label: 'UPC', read: text, empty: '' },
	mpn: { label: 'MPN', read: text, empty: '' },
	gtin: { label: 'GTIN', read: text, empty: '' },
};

const isEmpty = (given: unknown) => given === null || (typeof given === 'string' && !given.trim());

/** Reads the chosen fields of an item; one that it does not have says nothing, an empty one only if asked to. */
export function readValues(
	given: Record<string, unknown>,
	chosen: readonly SyncField[],
	clearing: boolean,
): SyncValues {
	const values: Record<string, unknown> = {};
	for (const field of chosen) {
		const { label, read, empty } = kinds[field];
		if (given[field] === undefined) continue;
		if (!isEmpty(given[field])) values[field] = read(given[field], label);
		else if (clearing && empty !== undefined) values[field] = empty;
	}
	return values as SyncValues;
}

/** Where the API keeps what product and variant have both, by the same name. */
const SHARED = {
	price: 'price',
	salePrice: 'sale_price',
	costPrice: 'cost_price',
	retailPrice: 'retail_price',
	weight: 'weight',
	width: 'width',
	height: 'height',
	depth: 'depth',
	upc: 'upc',
	mpn: 'mpn',
	gtin: 'gtin',
} as const;

/** What a product alone has. */
const OF_PRODUCT = {
	name: 'name',
	isVisible: 'is_visible',
	availability: 'availability',
	condition: 'condition',
	description: 'description',
} as const;

/** Prices have four decimals, measures as well. */
const same = (one: unknown, other: unknown) =>
	typeof one === 'number' || typeof other === 'number'
		? Math.abs(Number(one ?? 0) - Number(other ?? 0)) < 0.00005
		: String(one ?? '') === String(other ?? '');

export interface Difference {
	product: FieldValues;
	variant: FieldValues;
	changes: Record<string, { from: unknown; to: unknown }>;
	/** Labels of what belongs to the product, and an item for another variant of it says otherwise. */
	contested: string[];
}

/**
 * What of the values the store does not have yet, split into what is written to the product and what to the variant.
 * Without a variant everything belongs to the product as a whole. A value that an earlier item is about to write is
 * written for this one too, which costs nothing as both are sent as one, and holds if the earlier one is refused.
 */
export function difference(
	{ quantity: _stock, ...values }: SyncValues,
	product: Product,
	variant: ProductVariant | undefined,
	stored: Stored,
): Difference {
	const found: Difference = { product: {}, variant: {}, changes: {}, contested: [] };
	const note = (
		part: 'product' | 'variant',
		field: SyncField,
		name: string,
		planned: unknown,
		to: unknown,
	) => {
		const before = stored.of(variant && part === 'variant' ? variant : product, name);
		const inStore = before && (before.value ?? product[name as keyof Product]);
		const from = before && same(planned, to) ? inStore : planned;
		if (before && variant && part === 'product' && !same(planned, to))
			found.contested.push(kinds[field].label);
		if (same(from, to)) return;
		found[part][name] = to;
		found.changes[field] = { from: from ?? null, to };
	};
	for (const [field, to] of Object.entries(values) as Array<[keyof typeof values, unknown]>) {
		if (field in SHARED) {
			const name = SHARED[field as keyof typeof SHARED];
			// A variant's null means "as the product" (products_catalog.v3.yml).
			const from = variant?.[name] ?? product[name];
			note(variant ? 'variant' : 'product', field, name, from, to);
		} else if (
			field === 'availability' &&
			variant &&
			(to === 'disabled' ||
				variant.purchasing_disabled ||
				stored.of(variant, 'purchasing_disabled'))
		) {
			const disabled = to === 'disabled';
			note('variant', field, 'purchasing_disabled', variant.purchasing_disabled, disabled);
		} else {
			const name = OF_PRODUCT[field as keyof typeof OF_PRODUCT];
			note('product', field, name, product[name], to);
		}
	}
	return found;
}
