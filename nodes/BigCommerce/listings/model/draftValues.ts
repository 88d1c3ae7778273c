import type { FieldValues } from '../../store/catalog/products';
import { apiName } from '../../operation/apiBody';
import { compact } from '../../api/values';
import { firstOf, type Draft } from './draft';
import { AMOUNTS, CODE_NAMES, type Amount, type Code, type DraftItem } from './draftItem';
import type { DraftVariant } from './draftVariants';

/** Whether a field of the item is to be written. */
export type Wants = (field: keyof DraftItem) => boolean;

export const everything: Wants = () => true;

/** A product must have these: its variants that differ have their own. */
const ALWAYS_OF_PRODUCT: ReadonlySet<Amount> = new Set(['price', 'weight']);

const isShared = (items: readonly DraftItem[], field: Amount | Code) =>
	items.every((item) => item[field] === items[0]?.[field]);

/** The product's own value of a field that its variants may have too. */
const ofProduct = ({ items }: Draft, field: Amount | Code) =>
	isShared(items, field) || ALWAYS_OF_PRODUCT.has(field as Amount)
		? firstOf(items, field)
		: undefined;

const named = (fields: ReadonlyArray<readonly [string, unknown]>): FieldValues =>
	compact(Object.fromEntries(fields.map(([field, value]) => [apiName(field), value])));

/** What items of one product say alike. */
export const sharedBody = (draft: Draft, wants: Wants): FieldValues =>
	named([...AMOUNTS, ...CODE_NAMES].filter(wants).map((field) => [field, ofProduct(draft, field)]));

/** What one item says, whatever the others do. */
export const ownBody = (item: DraftItem, wants: Wants): FieldValues =>
	named([...AMOUNTS, ...CODE_NAMES].filter(wants).map((field) => [field, item[field]]));

/** What a new variant has other than its product. Codes are not handed down to a product's only variant. */
export function differingBody(draft: Draft, { item, shares }: DraftVariant): FieldValues {
	const single = draft.items.length === 1;
	return named([
		...AMOUNTS.map(
			(field) =>
				[field, item[field] === ofProduct(draft, field) ? undefined : item[field]] as const,
		),
		...CODE_NAMES.map(
			(field) =>
				[
					field,
					shares || (isShared(draft.items, field) && !single) ? undefined : item[field],
				] as const,
		),
	]);
}

const isDisabled = ({ availability }: DraftItem) => availability === 'disabled';

/** A variant that cannot be bought leaves its product on sale for the others. */
export const purchasing = ({ items }: Draft, item: DraftItem): FieldValues =>
	isDisabled(item) && !items.every(isDisabled) ? { purchasing_disabled: true } : {};

/** What is the product's alone; its name, links and parts are not among it. */
export function productBody({ items }: Draft, wants: Wants): FieldValues {
	const forSale = items.filter((item) => !isDisabled(item));
	const own = [
		['description', firstOf(items, 'description')],
		['condition', firstOf(items, 'condition')],
		['availability', firstOf(forSale.length > 0 ? forSale : items, 'availability')],
		['isVisible', firstOf(items, 'isVisible')],
	] as const;
	// What the first item says counts.
	const further = items.map((item) => item.further).reduceRight((all, one) => ({ ...all, ...one }));
	return {
		...(wants('further') && further),
		...named(own.filter(([field]) => wants(field))),
	};
}

/** How a new product's stock is tracked: by its variants where they say how much there is of each. */
export function trackingOf({ items, variants }: Draft): 'none' | 'product' | 'variant' | undefined {
	const given = firstOf(items, 'inventoryTracking');
	const counted = items.some(({ quantity }) => quantity !== undefined);
	if (given === 'none' || (given === undefined && !counted)) return given;
	const apart = variants.length > 0 && !variants.some(({ shares }) => shares);
	if (!apart) return counted || variants.length === 0 ? 'product' : given;
	return given ?? 'variant';
}
