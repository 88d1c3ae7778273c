import { asText, toFlag, toNumber } from '../../operation/values';
import type { FieldValues, Product } from '../../store/catalog/products';

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

/** A sale, cost or retail price of 0 is what the API calls none (API notes 6.3). */
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
	return values;
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

/** The values by the API's names, and whose they are. */
export interface RecordValues {
	product: FieldValues;
	variant: FieldValues;
}

/**
 * Splits values into those of the product and those of the variant. Without a variant everything belongs to the product
 * as a whole. A variant is out of sale by a field of its own; `isDisabled` says that this may be so, or is planned.
 */
export function toRecordValues(
	{ quantity: _stock, ...values }: SyncValues,
	{ hasVariant, isDisabled }: { hasVariant: boolean; isDisabled: boolean },
): RecordValues {
	const split: RecordValues = { product: {}, variant: {} };
	for (const [field, value] of Object.entries(values) as Array<[keyof typeof values, unknown]>) {
		if (field in SHARED) {
			const owner = hasVariant ? split.variant : split.product;
			owner[SHARED[field as keyof typeof SHARED]] = value;
		} else if (field === 'availability' && hasVariant && (value === 'disabled' || isDisabled)) {
			split.variant.purchasing_disabled = value === 'disabled';
		} else {
			split.product[OF_PRODUCT[field as keyof typeof OF_PRODUCT]] = value;
		}
	}
	return split;
}

/** What the form calls a field of the API. */
const FIELDS = new Map<string, SyncField>([
	...[...Object.entries(SHARED), ...Object.entries(OF_PRODUCT)].map(
		([field, name]) => [name, field as SyncField] as const,
	),
	['purchasing_disabled', 'availability'],
]);

export const syncFieldOf = (name: string): SyncField => FIELDS.get(name) ?? (name as SyncField);
