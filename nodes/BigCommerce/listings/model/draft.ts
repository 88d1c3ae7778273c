import { InputError } from '../../api/inputError';
import { comparable, sameSku, skuKey } from '../../store/sku';
import { groupedBy } from '../../api/grouped';
import type { DraftItem } from './draftItem';
import { LEAVE_OUT_WHOLE, variantsOf, type DraftVariant } from './draftVariants';

/** Most values of an option (API notes 6.1). */
const MOST_VALUES = 250;

/** What the items of one product say together. */
export interface Draft {
	/** What messages call the product. */
	label: string;
	/** Without one the product can only be one that the store has. */
	name?: string;
	/** The product's own, beside those of its variants. */
	sku?: string;
	/** In the order of the input. */
	items: DraftItem[];
	/** None: a product without options. */
	variants: DraftVariant[];
}

export type Refuse = (items: readonly DraftItem[], error: unknown) => void;

/** The first value that any of the items gives. */
export const firstOf = <Field extends keyof DraftItem>(items: readonly DraftItem[], field: Field) =>
	items.find((item) => item[field] !== undefined)?.[field];

/** The item whose quantity is that of a product which is tracked as a whole. */
export const countedOf = (items: readonly DraftItem[]) =>
	items.find(({ quantity }) => quantity !== undefined);

/** Every SKU that the product would have. */
export const skusOf = ({ sku, variants }: Draft): string[] => [
	...(sku === undefined ? [] : [sku]),
	...variants.map((variant) => variant.sku),
];

const keyOf = ({ productKey, name, sku }: DraftItem) =>
	productKey ? `key ${productKey}` : name ? `name ${name}` : `sku ${skuKey(sku)}`;

function toDraft(items: DraftItem[]): Draft {
	const name = firstOf(items, 'name');
	const parentSku = firstOf(items, 'parentSku');
	const sku = firstOf(items, 'sku');
	const label = name ?? firstOf(items, 'productKey') ?? sku ?? '';
	const clash = [...groupedBy(items, (item) => comparable(item.sku)).values()].find(
		({ length }) => length > 1,
	);
	if (clash) throw givenTwice(clash);
	const variants = variantsOf(items, { label, base: parentSku });
	const whole = variants.length === 0 || (items.length === 1 && variants.length > 1);
	// A list of variants often repeats the SKU of one of them as that of the product; the store takes it once.
	const isVariants = variants.some((variant) => sameSku(variant.sku, parentSku));
	const own = isVariants ? undefined : (parentSku ?? (whole ? sku : undefined));
	const draft = { label, name, sku: variants.length === 0 ? (sku ?? own) : own, items, variants };
	checkSize(draft);
	return draft;
}

const givenTwice = (items: readonly DraftItem[]) =>
	new InputError(
		`Items ${items.map(({ index }) => index).join(' and ')} have the same SKU "${items[0]?.sku}"`,
		'A SKU belongs to one product or variant alone, whatever its case: give each its own, or remove what is there twice.',
	);

function checkSize({ label, items, variants }: Draft): void {
	if (variants.length === 0 && items.length > 1) {
		throw new InputError(
			`${items.length} items are the product "${label}", and nothing in 'Variant Options' tells them apart`,
			'Give each its options, such as { "Size": "M" }, or names or product keys of their own.',
		);
	}
	const labels = variants.flatMap((variant) => variant.labels);
	for (const [option, pairs] of groupedBy(labels, ([name]) => name)) {
		const values = new Set(pairs.map(([, value]) => value));
		if (values.size <= MOST_VALUES) continue;
		throw new InputError(
			`The option "${option}" of the product "${label}" would have ${values.size} values; BigCommerce takes ${MOST_VALUES}`,
			'Make several products of it.',
		);
	}
}

interface Shared {
	/** Items of different products that want the same thing. */
	items: DraftItem[];
	error: InputError;
}

/** The item that one of the product's SKUs comes from. */
const giverOf = ({ items, variants }: Draft, sku: string) =>
	variants.find((variant) => sameSku(variant.sku, sku))?.item ??
	items.find((item) => sameSku(item.sku, sku)) ??
	items[0];

function sharedSkus(drafts: readonly Draft[]): Shared[] {
	const owned = drafts.flatMap((draft) =>
		skusOf(draft).map((sku) => ({ key: comparable(sku), sku, draft })),
	);
	return [...groupedBy(owned, ({ key }) => key).values()]
		.filter(({ length }) => length > 1)
		.map((among) => {
			// The product's own row of a feed that lists it before its variants.
			const isParent = among.some(
				({ draft, sku }) => draft.variants.length > 0 && sameSku(draft.sku, sku),
			);
			const givers = new Set(among.map(({ draft, sku }) => giverOf(draft, sku)?.index));
			return {
				items: among.flatMap(({ draft }) => draft.items),
				error: new InputError(
					`The SKU "${among[0]?.sku}" would be given twice, for input items ${[...givers].join(' and ')}`,
					isParent
						? LEAVE_OUT_WHOLE
						: 'A SKU belongs to one product or variant alone, whatever its case: give each its own.',
				),
			};
		});
}

const sharedNames = (drafts: readonly Draft[]): Shared[] =>
	[...groupedBy(drafts, ({ name }) => comparable(name)).values()]
		.filter(({ length }) => length > 1)
		.map((among) => ({
			items: among.flatMap(({ items }) => items),
			error: new InputError(
				`The name "${among[0]?.name}" would be given to ${among.length} products, of input items ${among.map(({ items }) => items[0]?.index).join(', ')}`,
				"A name belongs to one product alone. Give them one 'Product Key' if they are variants of one product, or else names of their own.",
			),
		}));

/** Makes products of items; what cannot be one is refused before anything is sent. */
export function toDrafts(items: readonly DraftItem[], refuse: Refuse): Draft[] {
	const drafts: Draft[] = [];
	for (const group of groupedBy(items, keyOf).values()) {
		try {
			drafts.push(toDraft(group));
		} catch (error) {
			refuse(group, error);
		}
	}
	const refused = new Set<DraftItem>();
	for (const shared of [...sharedSkus(drafts), ...sharedNames(drafts)]) {
		const open = [...new Set(shared.items)].filter((item) => !refused.has(item));
		for (const item of open) refused.add(item);
		if (open.length > 0) refuse(open, shared.error);
	}
	return drafts.filter(({ items: [first] }) => first && !refused.has(first));
}
