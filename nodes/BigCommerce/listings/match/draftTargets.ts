import { InputError } from '../../api/inputError';
import { sameName } from '../../store/byName';
import { comparable, sameSku } from '../../store/sku';
import type { Draft } from '../model/draft';
import type { DraftItem } from '../model/draftItem';
import type { ProductVariant } from '../../store/catalog/products';
import type { StoreProduct } from './storeProducts';
import { labelsInWords, labelsKey, type DraftVariant } from '../model/draftVariants';

/** What of a product that exists an item stands for. */
export interface Target {
	item: DraftItem;
	/** Without one the item stands for the product as a whole. */
	variant?: ProductVariant;
}

export interface Targets {
	found: Target[];
	/** Variants that the product lacks. */
	missing: DraftVariant[];
	refused: Array<{ item: DraftItem; error: InputError }>;
}

const optionsOf = ({ option_values }: ProductVariant) =>
	option_values.map(({ option_display_name, label }) => [option_display_name, label] as const);

const hasOptions = ({ variants = [] }: StoreProduct) =>
	variants.some(({ option_values }) => option_values.length > 0);

const told = ({ id, name }: StoreProduct) => `The product ${id} "${name}" of the store`;

/** A SKU that is empty is nobody's. */
const sharesSku = (one: string | undefined, other: string | undefined) =>
	comparable(one) !== undefined && sameSku(one, other);

/** The variant with this SKU, or else with these values. */
export function variantOf(
	{ variants = [] }: StoreProduct,
	{ sku, labels }: DraftVariant,
): ProductVariant | undefined {
	const key = labelsKey(labels);
	return (
		variants.find((variant) => sharesSku(variant.sku, sku)) ??
		variants.find((variant) => labelsKey(optionsOf(variant)) === key)
	);
}

/** An item without options is the variant that has its SKU, or else the product as a whole. */
function targetOfWhole(product: StoreProduct, item: DraftItem): Target {
	const variant = hasOptions(product)
		? product.variants?.find(({ sku }) => sharesSku(sku, item.sku))
		: undefined;
	return { item, variant };
}

/** Finds for each item the variant that it stands for, by SKU or else by the values of its options. */
export function targetsOf({ items, variants, label }: Draft, product: StoreProduct): Targets {
	const targets: Targets = { found: [], missing: [], refused: [] };
	if (variants.length === 0) {
		targets.found = items.map((item) => targetOfWhole(product, item));
		return targets;
	}
	for (const variant of variants) {
		const { item, sku } = variant;
		const refuse = (message: string, advice: string) =>
			targets.refused.push({ item, error: new InputError(message, advice) });
		const found = variantOf(product, variant);
		if (!hasOptions(product)) {
			if (variants.length === 1 && sharesSku(found?.sku ?? product.sku, sku))
				targets.found.push({ item });
			else
				refuse(
					`${told(product)} has no options, and the input gives it "${labelsInWords(variant.labels)}"`,
					"A product cannot be given options later by 'Publish': delete it first, or publish this one with another name.",
				);
			continue;
		}
		const names = [...new Set(product.variants?.flatMap(optionsOf).map(([option]) => option))];
		const isKnown = (option: string) => names.some((name) => sameName(name, option));
		if (found) {
			if (!variant.shares) targets.found.push({ item, variant: found });
		} else if (
			names.length !== variant.labels.length ||
			!variant.labels.every(([option]) => isKnown(option))
		)
			refuse(
				`${told(product)} has the options ${names.join(', ')}, and the product "${label}" of the input has ${variant.labels.map(([option]) => option).join(', ')}`,
				"Name the same options in 'Variant Options'.",
			);
		else targets.missing.push(variant);
	}
	const whole = items.filter((item) =>
		variants.some(({ shares, item: of }) => shares && of === item),
	);
	for (const item of whole) targets.found.push({ item });
	return targets;
}

/** Where an item is in the store. */
export const placeOf = (product: StoreProduct, item: DraftItem, variant?: ProductVariant) => ({
	productId: product.id,
	variantId: variant?.id ?? product.base_variant_id ?? null,
	sku: variant?.sku ?? (hasOptions(product) ? item.sku : undefined) ?? (product.sku || null),
	name: product.name,
});
