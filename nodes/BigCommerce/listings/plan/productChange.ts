import type { FieldValues, Product } from '../../store/catalog/products';
import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { toAdded, type AddedVariant } from './addedVariants';
import { ownBody, productBody, sharedBody, trackingOf, type Wants } from '../model/draftValues';
import { planProductStock, untrackedOf, type IssueOfItems, type StockWish } from './productStock';
import type { PlannedValues, PlannedWrites } from './plannedWrites';
import { differences, toValues } from '../diff/differences';
import { firstOf, type Draft } from '../model/draft';
import { fileKey, imagesToAdd } from '../model/draftPictures';
import type { DraftItem, Settings } from '../model/draftItem';
import type { GivenImage, GivenMetafield, NamedValue } from '../model/draftItemLists';
import type { Prepared } from './preparedDraft';
import type { Report } from '../report/publishReport';
import type { StoreProduct } from '../match/storeProducts';
import { targetsOf, type Target } from '../match/draftTargets';
import { labelsInWords, MOST_VARIANTS, type DraftVariant } from '../model/draftVariants';

export interface VariantChange {
	item: DraftItem;
	/** Of the variant. */
	id: number;
	body: FieldValues;
}

/** All that is to be written into a product that exists. */
export interface Change {
	draft: Draft;
	product: StoreProduct;
	/** The product's, as it will be. */
	name: string;
	targets: Target[];
	body: FieldValues;
	variants: VariantChange[];
	added: AddedVariant[];
	stock: StockWish[];
	attributes: NamedValue[];
	/** Those that the product lacks. */
	images: GivenImage[];
	metafields: GivenMetafield[];
	issues: IssueOfItems[];
	refused: Array<{ item: DraftItem; error: InputError }>;
}

const PRICE_AND_STOCK: ReadonlySet<keyof DraftItem> = new Set([
	'price',
	'salePrice',
	'costPrice',
	'retailPrice',
	'quantity',
]);

export const itemsOf = ({ targets, added }: Pick<Change, 'targets' | 'added'>): DraftItem[] => [
	...new Set([...targets, ...added].map(({ item }) => item)),
];

/** What should be known of a change, whether it was written or would be. */
export function noteChange(report: Report, { issues }: Change): void {
	for (const { items, issue } of issues) report.note(items, issue);
}

/** Which fields of the items go into a product that exists. */
export function wantsOf({ overwrite, chosenFields, overrideName }: Settings): Wants {
	const chosen = new Set<keyof DraftItem>(chosenFields);
	return (field) => {
		if (field === 'name') return overrideName;
		if (overwrite === 'all') return true;
		return (overwrite === 'chosen' ? chosen : PRICE_AND_STOCK).has(field);
	};
}

const variantBody = (
	{ item, variant }: Target,
	wants: Wants,
	picture: string | undefined,
): FieldValues => ({
	...ownBody(item, wants),
	...compact({
		purchasing_disabled:
			wants('availability') && item.availability !== undefined
				? item.availability === 'disabled'
				: undefined,
		image_url:
			picture !== undefined && fileKey(picture) !== fileKey(variant?.image_url ?? '')
				? picture
				: undefined,
	}),
});

/** The product's own body; `hasWhole` says that an item names the product and not one of its variants. */
function wholeBody(draft: Draft, wants: Wants, hasWhole: boolean): FieldValues {
	const { availability, ...shared } = productBody(draft, wants);
	return {
		...shared,
		...compact({
			name: wants('name') ? draft.name : undefined,
			// Variants that cannot be bought say nothing of those that the input does not name.
			availability: availability === 'disabled' && !hasWhole ? undefined : availability,
		}),
		...(hasWhole && sharedBody(draft, wants)),
	};
}

/** What differs of the variants, as their product will be. */
function variantChanges(
	{ draft, pictures }: Prepared,
	product: StoreProduct,
	planned: PlannedValues,
	targets: readonly Target[],
	wants: Wants,
): VariantChange[] {
	const pictureOf = (item: DraftItem) => {
		const variant = draft.variants.find((one) => one.item === item);
		return variant && pictures.own.get(variant);
	};
	return targets
		.flatMap((target) => {
			const { item, variant } = target;
			if (!variant) return [];
			const wanted = variantBody(target, wants, pictureOf(item));
			const body = toValues(differences(wanted, planned, product, variant));
			planned.add(variant, body);
			return [{ item, id: variant.id, body }];
		})
		.filter(({ body }) => Object.keys(body).length > 0);
}

const notThere = ({ item, labels }: DraftVariant, { id, name }: StoreProduct) => ({
	item,
	error: new InputError(
		`The product ${id} "${name}" of the store has no variant ${labelsInWords(labels)}`,
		"To add it, choose the 'Fields to Overwrite' All.",
	),
});

const tooMany = ({ item, labels }: DraftVariant, { id, name }: StoreProduct) => ({
	item,
	error: new InputError(
		`The product ${id} "${name}" of the store has no room for the variant ${labelsInWords(labels)}; BigCommerce takes ${MOST_VARIANTS}`,
		'Make several products of it, or delete variants that are no longer sold.',
	),
});

/** What the draft says of a product that exists, as far as it is wanted and differs; brand and categories come to it as ids. */
export function changeOf(
	prepared: Prepared,
	product: StoreProduct,
	wants: Wants,
	planned: PlannedWrites,
): Change {
	const { draft, attributes, pictures } = prepared;
	const { items } = draft;
	const { found, missing, refused } = targetsOf(draft, product);
	const said = wants('inventoryTracking') ? firstOf(items, 'inventoryTracking') : undefined;
	// What is so already stays, even where the items could not say how many there are of each variant.
	const present = planned.values.value(
		product,
		'inventory_tracking',
	) as Product['inventory_tracking'];
	const isNew = said !== undefined && said !== present;
	const given = isNew ? trackingOf(draft) : undefined;
	const tracking = given ?? present;
	const { stock, issues } = wants('quantity')
		? planProductStock(product, tracking, found, planned.stock)
		: { stock: [], issues: [] };
	const mayAdd = items[0]?.settings.overwrite === 'all';
	const room = Math.max(0, MOST_VARIANTS - (product.variants?.length ?? 0));
	const fitting = mayAdd ? missing.slice(0, room) : [];
	const added = fitting.map((variant) => toAdded(variant, pictures, tracking));
	const left = missing.slice(fitting.length);
	const hasWhole = found.some(({ variant }) => !variant);
	const wanted = {
		...wholeBody(draft, wants, hasWhole),
		...compact({ inventory_tracking: given }),
	};
	const body = toValues(differences(wanted, planned.values, product));
	planned.values.add(product, body);
	return {
		draft,
		product,
		name: String(planned.values.value(product, 'name')),
		targets: found,
		body,
		variants: variantChanges(prepared, product, planned.values, found, wants),
		added,
		attributes: attributes.fields,
		images: imagesToAdd(product, pictures.gallery),
		metafields: wants('metafields') ? items.flatMap(({ metafields }) => metafields) : [],
		refused: [
			...refused,
			...left.map((variant) => (mayAdd ? tooMany(variant, product) : notThere(variant, product))),
		],
		stock,
		issues: [
			...issues,
			...untrackedOf(product, tracking, added),
			...[...attributes.issues, ...pictures.issues].map((issue) => ({ items, issue })),
		],
	};
}
