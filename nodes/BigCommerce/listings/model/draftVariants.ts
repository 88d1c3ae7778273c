import { InputError } from '../../api/inputError';
import { groupedBy } from '../../api/grouped';
import type { DraftItem } from './draftItem';
import type { GivenOptions } from './draftItemLists';

/** Most SKUs of a product (API notes 6.1). */
export const MOST_VARIANTS = 600;

/** Longest name or value of an option (products_catalog.v3.yml). */
const LONGEST_LABEL = 255;

export const LEAVE_OUT_WHOLE =
	'A row for the product as a whole is no variant of it: leave it out, and let the rows of its variants give what it says.';

/** A value of each option, in the order of the options. */
export type Labels = ReadonlyArray<readonly [option: string, value: string]>;

type OptionValues = readonly [option: string, values: readonly string[]];

/** A variant as the input gives it. */
export interface DraftVariant {
	item: DraftItem;
	labels: Labels;
	sku: string;
	/** The input gives none, or one for all variants of the item. */
	skuIsMade: boolean;
	/** The item stands for other variants too. */
	shares: boolean;
}

/** The same for labels that differ in case or order only. */
export const labelsKey = (labels: Labels) =>
	labels
		.map((pair) => pair.map((text) => text.trim().toLowerCase()).join('\n'))
		.sort()
		.join('\n\n');

export const labelsInWords = (labels: Labels) =>
	labels.map(([option, value]) => `${option} ${value}`).join(', ');

/** `Alder Down Jacket` as a part of a SKU: `ALDER-DOWN-JACKET`. */
const skuPart = (text: string) =>
	text
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');

/** Every combination of a value of each option. */
const combinations = (options: readonly OptionValues[]): Labels[] =>
	options.reduce<Labels[]>(
		(found, [option, values]) =>
			found.flatMap((labels) => values.map((value) => [...labels, [option, value] as const])),
		[[]],
	);

/** The options of each item; what differs in case only is one to the store, and spelled as it came first. */
function spelledAlike(items: readonly DraftItem[]): GivenOptions[] {
	const spellings = new Map<string, string>();
	const spelled = (option: string, text: string) => {
		const key = `${option}\n${text.toLowerCase()}`;
		const first = spellings.get(key) ?? text;
		spellings.set(key, first);
		return first;
	};
	return items.map(({ options }) => {
		const alike = new Map<string, string[]>();
		for (const [given, values] of options) {
			const option = spelled('', given);
			const labels = values.map((value) => spelled(option, value));
			alike.set(option, [...new Set([...(alike.get(option) ?? []), ...labels])]);
		}
		return alike;
	});
}

const optionNamesOf = (all: readonly GivenOptions[]): string[] => [
	...new Set(
		all.flatMap((options) =>
			[...options].filter(([, values]) => values.length > 0).map(([option]) => option),
		),
	),
];

/** All values that an item gives to each option of its product. */
function valuesOf(
	options: GivenOptions,
	{ names, product, index }: { names: string[]; product: string; index: number },
): OptionValues[] {
	const given = names.map((option): OptionValues => {
		const values = options.get(option) ?? [];
		if (values.length === 0) {
			throw new InputError(
				`Item ${index} has no value for the option "${option}" of the product "${product}"`,
				options.size === 0
					? LEAVE_OUT_WHOLE
					: "All variants of a product have a value for each of its options: complete 'Variant Options'.",
			);
		}
		const long = [option, ...values].find(({ length }) => length > LONGEST_LABEL);
		if (long === undefined) return [option, values];
		throw new InputError(
			`"${long.slice(0, 40)}…" has ${long.length} characters; an option of BigCommerce takes ${LONGEST_LABEL}`,
			"Shorten the names and values in 'Variant Options'.",
		);
	});
	return given;
}

/** Counted before any is made: a few options of many values have more combinations than there is memory for. */
function checkNumber(options: ReadonlyArray<readonly OptionValues[]>, product: string): void {
	const numbers = options.map((values) =>
		values.reduce((number, [, labels]) => number * labels.length, 1),
	);
	const variants = numbers.reduce((sum, number) => sum + number, 0);
	if (variants <= MOST_VARIANTS) return;
	throw new InputError(
		`The product "${product}" would have ${variants} variants; BigCommerce takes ${MOST_VARIANTS}`,
		'Make several products of it.',
	);
}

/**
 * The variants that the items of one product are. A SKU that is missing is made of the product's and the values, always
 * the same, so that a later run finds the variant again.
 */
export function variantsOf(
	items: readonly DraftItem[],
	{ label, base }: { label: string; base?: string },
): DraftVariant[] {
	const options = spelledAlike(items);
	const names = optionNamesOf(options);
	if (names.length === 0) return [];
	const valuesOfItems = items.map(({ index }, at) =>
		valuesOf(options[at] ?? new Map(), { names, product: label, index }),
	);
	checkNumber(valuesOfItems, label);
	const variants = items.flatMap((item, at) => {
		const all = combinations(valuesOfItems[at] ?? []);
		return all.map((labels): DraftVariant => {
			const shares = all.length > 1;
			if (item.sku !== undefined && !shares)
				return { item, labels, sku: item.sku, skuIsMade: false, shares };
			const parts = [
				base ?? item.sku ?? skuPart(label),
				...labels.map(([, value]) => skuPart(value)),
			];
			return { item, labels, sku: parts.join('-'), skuIsMade: true, shares };
		});
	});
	for (const [, alike] of groupedBy(variants, ({ labels }) => labelsKey(labels))) {
		const [one, other] = alike;
		if (!one || !other) continue;
		throw new InputError(
			`Items ${one.item.index} and ${other.item.index} are the same variant of the product "${label}": ${labelsInWords(one.labels)}`,
			"Give each variant values of its own in 'Variant Options'.",
		);
	}
	return variants;
}
