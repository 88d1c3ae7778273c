import type { FieldValues } from '../../store/catalog/products';
import { apiBody } from '../../operation/apiBody';
import { InputError } from '../../api/inputError';
import type { Item } from '../../operation/define';
import type { ParamsOf, TableRow } from '../../operation/params';
import { fieldsOfItem } from '../../operation/tableReader';
import { toIds } from '../../operation/values';

import type { publishForm, publishOptions } from '../publish/publishForm';
import { codeColumns, furtherColumns, listingColumns } from './listingColumns';

/** Amounts that a variant may have of its own; without, its product's holds (API notes 6.4). */
export const AMOUNTS = [
	'price',
	'salePrice',
	'costPrice',
	'retailPrice',
	'weight',
	'width',
	'height',
	'depth',
] as const;
export type Amount = (typeof AMOUNTS)[number];

export const CODE_NAMES = codeColumns.map(({ name }) => name);
export type Code = (typeof CODE_NAMES)[number];

export type Settings = Omit<ParamsOf<typeof publishForm>, 'options'> &
	Partial<ParamsOf<typeof publishOptions>>;

type Cells = TableRow<typeof listingColumns>['values'];

/** What a row says of a listing. */
export type ListingCells = { [Name in keyof Cells]?: Exclude<Cells[Name], null> };

type List = 'options' | 'categories' | 'images' | 'customFields' | 'metafields';
type Lists = { [Name in List]-?: NonNullable<ListingCells[Name]> };

/** One input item, read and checked; what it does not give is undefined. */
export interface DraftItem extends Omit<ListingCells, keyof Lists>, Lists {
	/** Position among the input items. */
	index: number;
	settings: Settings;
	channels: number[];
	/** In the API's names. */
	further: FieldValues;
}

/** What the input items name their product by; a row without any of it is one of empty cells. */
const NAMES = ['productKey', 'parentSku', 'name', 'sku'] as const;

function checkNamed(cells: ListingCells, json: object): void {
	if (NAMES.some((name) => cells[name] !== undefined)) return;
	throw new InputError(
		"'Name', 'SKU' and 'Product Key' are empty",
		`Give each item a name or an SKU. ${fieldsOfItem(json)}`,
	);
}

const furtherNames = furtherColumns.map(({ name }) => name);

const furtherOf = (cells: Record<string, unknown>): FieldValues =>
	apiBody(
		Object.fromEntries(
			furtherNames.flatMap((name) =>
				cells[name] === undefined ? [] : [[name, cells[name]] as const],
			),
		),
		furtherColumns,
	);

interface GivenItem {
	item: Item;
	cells: ListingCells;
	settings: Settings;
}

export function toDraftItem({ item: { index, json }, cells, settings }: GivenItem): DraftItem {
	checkNamed(cells, json);
	const { productKey, parentSku, options, categories, images, customFields, metafields } = cells;
	return {
		...cells,
		index,
		settings,
		channels: toIds(settings.channels ?? [], 'Channel Names or IDs'),
		productKey: productKey ?? parentSku,
		options: options ?? new Map<string, string[]>(),
		categories: categories ?? [],
		images: images ?? [],
		customFields: customFields ?? [],
		metafields: metafields ?? [],
		further: furtherOf(cells),
	};
}
