import { indexOf, type Pair } from '../catalogueIndex.ts';
import { LARGEST_INTEGER } from '../http/fieldRules.ts';
import { numberOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { blankVariant } from './productBlank.ts';
import { VARIANT_FIELDS } from './productFields.ts';
import { baseVariantOf } from './productView.ts';
import type { ChosenValues } from './variantChecks.ts';
import { variantDeleted } from './variantEvents.ts';

/** What could not be saved although the rest was: the reason for a 207 (API notes 2.5). */
export type PartFailures = Record<string, string>;

/** A simple product and its base variant are one thing to stock and to scan, so these are the same in both. */
const SHARED = [
	'sku',
	'upc',
	'mpn',
	'gtin',
	'bin_picking_number',
	'inventory_level',
	'inventory_warning_level',
] as const;

function share(from: ProductRecord | VariantRecord, to: ProductRecord | VariantRecord): void {
	Object.assign(to, Object.fromEntries(SHARED.map((name) => [name, from[name]])));
}

/** Writes the product's values into its base variant, where it has one. */
export function shareWithBase(product: ProductRecord): void {
	const base = baseVariantOf(product);
	if (base) share(product, base);
}

export function addBaseVariant(state: StoreState, product: ProductRecord): void {
	product.variants = [blankVariant(nextId(state, 'variant'), product.id, product.sku)];
	shareWithBase(product);
}

const TEXTS: readonly string[] = Object.entries(VARIANT_FIELDS)
	.filter(([, rule]) => rule.is === 'text')
	.map(([name]) => name);

/** A level below nothing is not saved, one above the most is lowered without a word (products_catalog.v3.yml). */
export function writeLevel(
	target: { inventory_level: number },
	body: JsonObject,
	failures: PartFailures,
): void {
	const level = body.inventory_level === null ? 0 : numberOf(body.inventory_level);
	if (level === undefined) return;
	if (level < 0) failures.inventory_level = 'The inventory level must not be negative';
	else target.inventory_level = Math.min(level, LARGEST_INTEGER);
}

/** Writes checked fields into the variant, and through it into a simple product. */
export function writeVariant(
	state: StoreState,
	{ product, variant }: Pair,
	body: JsonObject,
): PartFailures {
	const failures: PartFailures = {};
	const target = variant as unknown as Record<string, unknown>;
	for (const name of Object.keys(VARIANT_FIELDS)) {
		if (body[name] === undefined || name === 'option_values' || name === 'inventory_level')
			continue;
		// No text is an empty one; a price or measure of null is the product's (product-variants_catalog.v3.yml).
		if (body[name] !== null) target[name] = body[name];
		else if (TEXTS.includes(name)) target[name] = '';
		else if (name === 'inventory_warning_level') target[name] = 0;
		else if (typeof target[name] !== 'boolean') target[name] = null;
	}
	writeLevel(variant, body, failures);
	if (variant === baseVariantOf(product)) {
		share(variant, product);
		indexOf(state).note(product);
	} else indexOf(state).noteVariant(product, variant);
	return failures;
}

/** A checked new variant; the first one takes the place of the base variant, which a complex product has not (API notes 2.9). */
export function addVariant(
	state: StoreState,
	product: ProductRecord,
	row: JsonObject,
	option_values: ChosenValues,
): { variant: VariantRecord; failures: PartFailures } {
	const sku = textOf(row.sku) ?? '';
	const variant = { ...blankVariant(nextId(state, 'variant'), product.id, sku), option_values };
	const base = baseVariantOf(product);
	product.variants = [...product.variants.filter((other) => other !== base), variant];
	return { variant, failures: writeVariant(state, { product, variant }, row) };
}

/** Takes out the variants that chose such a value; a product without any left has a base variant again. */
export function dropVariants(
	context: Context,
	product: ProductRecord,
	chose: (value: ChosenValues[number]) => boolean,
): void {
	for (const variant of product.variants.filter((kept) => kept.option_values.some(chose)))
		removeVariant(context, { product, variant });
}

export function removeVariant(context: Context, { product, variant }: Pair): void {
	const { state } = context;
	product.variants = product.variants.filter((other) => other !== variant);
	if (product.variants.length === 0) addBaseVariant(state, product);
	indexOf(state).note(product);
	variantDeleted(context, variant);
}
