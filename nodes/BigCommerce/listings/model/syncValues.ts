import type { FieldValues } from '../../store/catalog/products';
import { defineColumns, productIdColumn, skuColumn, variantIdColumn } from '../../forms/rowColumns';
import type { Column, TableRow } from '../../operation/params';
import {
	codeColumns,
	detailColumns,
	offerColumns,
	productColumns,
	withFurther,
} from './listingColumns';

const valueColumns = defineColumns([...offerColumns, ...detailColumns, ...codeColumns]);

/** Columns that a listing may be found by. */
const matching = <const Columns extends readonly Column[]>(columns: Columns) =>
	columns.map((column) => ({ ...column, matches: true })) as unknown as {
		readonly [Index in keyof Columns]: Columns[Index] & { matches: true };
	};

/** What names a listing, what Sync brings in line, and what makes a product of a row that the store does not have. */
export const syncColumns = withFurther(
	defineColumns([
		...skuColumn,
		...offerColumns,
		...detailColumns,
		...matching(codeColumns),
		...productIdColumn,
		...variantIdColumn,
		...productColumns,
	]),
);

export type SyncRow = TableRow<typeof syncColumns>;

type Cells = TableRow<typeof valueColumns>['values'];

/** What Sync can bring in line. */
export type SyncValues = { [Name in keyof Cells]?: Exclude<Cells[Name], null> };

export type SyncField = keyof SyncValues;

export const SYNC_FIELDS: readonly SyncField[] = valueColumns.map(({ name }) => name);

/** What an emptied cell holds in the store: a sale, cost or retail price of 0 is what the API calls none (API notes 6.3). */
const EMPTY = new Map<string, string | number>(
	valueColumns.map(({ name, type }) => [name, type === 'number' ? 0 : '']),
);

/** What a row says in the chosen columns. */
export const valuesOf = (row: SyncRow, chosen: readonly SyncField[]): SyncValues =>
	Object.fromEntries(
		Object.entries(row.only(chosen)).map(([name, value]) => [name, value ?? EMPTY.get(name)]),
	);

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
