import type { FieldValues } from '../../store/catalog/products';
import { apiBody } from '../../operation/apiBody';
import type { Row } from '../../operation/define';
import { InputError } from '../../api/inputError';
import type { ParamsOf } from '../../operation/params';
import { asText, toFlag, toIds, toInteger, toNumber } from '../../operation/values';
import { checkBrandName } from '../../store/catalog/brands';
import { plainFields } from '../../forms/product/productBody';

import type { publishForm, publishOptions } from '../publish/publishForm';
import type { itemFields, itemForm } from '../publish/publishItemFields';
import {
	toCategories,
	toCustomFields,
	toImages,
	toMetafields,
	toOptions,
	type GivenImage,
	type GivenMetafield,
	type GivenOptions,
	type NamedValue,
} from './draftItemLists';
import { ifGiven, isGiven, limitedText, toChoice, toText } from './draftItemValues';

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

/** Codes and how long they may be (products_catalog.v3.yml). */
const CODES = { upc: 14, mpn: 255, gtin: 14 } as const;
export type Code = keyof typeof CODES;
export const CODE_NAMES = Object.keys(CODES) as Code[];

const LONGEST_NAME = 250;
const LONGEST_SKU = 255;

export type Settings = Omit<ParamsOf<typeof publishForm>, 'options'> &
	Partial<ParamsOf<typeof publishOptions>>;

export type PublishParams = ParamsOf<typeof itemForm> &
	ParamsOf<typeof publishForm> & {
		additionalFields: Partial<ParamsOf<typeof itemFields>>;
		options: Partial<ParamsOf<typeof publishOptions>>;
	};

/** Fields of a product that are read here in a way of their own, or not from a listing at all. */
const OWN_WAY = new Set<string>([
	...AMOUNTS,
	...CODE_NAMES,
	'availability',
	'brandName',
	'condition',
	'description',
	'inventoryLevel',
	'inventoryTracking',
	'isVisible',
	'name',
	'sku',
	'type',
]);

/** All other fields of a product, known by the names that Product: Create has for them. */
const FURTHER = plainFields.filter(({ name }) => !OWN_WAY.has(name));

const furtherOf = (json: Record<string, unknown>): FieldValues =>
	apiBody(
		Object.fromEntries(
			FURTHER.flatMap(({ name }) => (isGiven(json[name]) ? [[name, json[name]] as const] : [])),
		),
		FURTHER,
	);

/** One input item, read and checked; what it does not give is undefined. */
export interface DraftItem extends Partial<Record<Amount, number>>, Partial<Record<Code, string>> {
	/** Position among the input items. */
	index: number;
	settings: Settings;
	channels: number[];
	productKey?: string;
	name?: string;
	sku?: string;
	parentSku?: string;
	options: GivenOptions;
	quantity?: number;
	inventoryTracking?: 'none' | 'product' | 'variant';
	type?: 'physical' | 'digital';
	availability?: 'available' | 'disabled' | 'preorder';
	condition?: 'New' | 'Used' | 'Refurbished';
	isVisible?: boolean;
	description?: string;
	brand?: string;
	categories: string[];
	images: GivenImage[];
	customFields: NamedValue[];
	metafields: GivenMetafield[];
	/** In the API's names. */
	further: FieldValues;
}

type Given = (field: keyof PublishParams['additionalFields']) => unknown;

/** The field of the input item by the same name, unless the form takes it from elsewhere; paths say more than names. */
const givenBy =
	({ params, item: { json } }: Row<PublishParams>): Given =>
	(field) => {
		if (field in params.additionalFields) return params.additionalFields[field];
		return field === 'categories' ? (json.categoryPaths ?? json.categories) : json[field];
	};

/** An item of a node that found nothing but always outputs data, or a row of empty cells. */
function nothingGiven({ params }: Row<PublishParams>): never | void {
	if ([params.productKey, params.name, params.sku].some(isGiven)) return;
	throw new InputError(
		"'Name', 'SKU' and 'Product Key' are empty",
		"Let 'Name' or 'SKU' give what the input item holds, for example {{ $json.title }}.",
	);
}

function settingsOf(params: PublishParams): Settings {
	const { ifExists, overwrite, chosenFields, overrideName, newStatus, preview } = params;
	const options = params.options;
	return {
		ifExists,
		overwrite,
		chosenFields,
		overrideName,
		newStatus,
		preview,
		...options,
		attributeLimit: ifGiven(options.attributeLimit, 'attributeLengthLimit', (limit, label) =>
			toInteger(limit, label, { atLeast: 1 }),
		),
	};
}

const amountsOf = (params: PublishParams, given: Given): Partial<Record<Amount, number>> =>
	Object.fromEntries(
		AMOUNTS.map((field) => [
			field,
			ifGiven(
				field === 'price' || field === 'weight' ? params[field] : given(field),
				field,
				(amount, label) => toNumber(amount, label, { minValue: 0 }),
			),
		]),
	);

const codesOf = (given: Given): Partial<Record<Code, string>> =>
	Object.fromEntries(
		CODE_NAMES.map((field) => [field, limitedText(given(field), field, CODES[field])]),
	);

export function readItem(row: Row<PublishParams>): DraftItem {
	nothingGiven(row);
	const {
		params,
		item: { index },
	} = row;
	const given = givenBy(row);
	return {
		index,
		settings: settingsOf(params),
		channels: toIds(params.options.channels ?? [], 'Channel Names or IDs'),
		...amountsOf(params, given),
		...codesOf(given),
		productKey: toText(params.productKey, 'productKey'),
		name: limitedText(params.name, 'name', LONGEST_NAME),
		sku: limitedText(params.sku, 'sku', LONGEST_SKU),
		parentSku: limitedText(given('parentSku'), 'parentSku', LONGEST_SKU),
		options: toOptions(params.variantOptions),
		quantity: ifGiven(params.quantity, 'quantity', (quantity, label) =>
			toInteger(quantity, label, { atLeast: 0 }),
		),
		inventoryTracking: toChoice(given('inventoryTracking'), 'inventoryTracking', [
			'none',
			'product',
			'variant',
		]),
		type: toChoice(given('type'), 'type', ['physical', 'digital']),
		availability: toChoice(given('availability'), 'availability', [
			'available',
			'disabled',
			'preorder',
		]),
		condition: toChoice(given('condition'), 'condition', ['New', 'Used', 'Refurbished']),
		isVisible: ifGiven(given('isVisible'), 'isVisible', toFlag),
		description: toText(given('description'), 'description'),
		brand: ifGiven(given('brand'), 'brand', (name, label) =>
			checkBrandName(asText(name, label), label),
		),
		categories: toCategories(given('categories')),
		images: toImages(given('images')),
		customFields: toCustomFields(given('customFields')),
		metafields: toMetafields(given('metafields')),
		further: furtherOf(row.item.json),
	};
}
