import { InputError } from '../../../operation/errors';
import { compact } from '../../../operation/values';
import type { Identity } from '../../inventory/items';
import { ownBody, productBody, sharedBody, trackingOf, type Body, type Wants } from './bodies';
import { firstOf, type Draft } from './draft';
import { fileKey, imageKey, type Pictures } from './images';
import type { Item, Settings } from './item';
import type { GivenImage, GivenMetafield, NamedValue } from './lists';
import type { PublishIssue } from './notes';
import type { Prepared } from './prepare';
import type { Report } from './report';
import type { StoreProduct } from './storeProducts';
import { targetsOf, type Target } from './targets';
import { labelsInWords, type DraftVariant } from './variants';

export interface VariantChange {
	item: Item;
	/** Of the variant. */
	id: number;
	body: Body;
}

export interface StockWish {
	item: Item;
	identity: Identity;
	quantity: number;
}

/** All that is to be written into a product that exists. */
export interface Change {
	draft: Draft;
	product: StoreProduct;
	targets: Target[];
	body: Body;
	variants: VariantChange[];
	added: DraftVariant[];
	stock: StockWish[];
	attributes: NamedValue[];
	/** Those that the product lacks. */
	images: GivenImage[];
	pictures: Pictures;
	metafields: GivenMetafield[];
	issues: Array<{ items: readonly Item[]; issue: PublishIssue }>;
	refused: Array<{ item: Item; error: InputError }>;
}

const PRICE_AND_STOCK: ReadonlySet<keyof Item> = new Set([
	'price',
	'salePrice',
	'costPrice',
	'retailPrice',
	'quantity',
]);

export const itemsOf = ({ targets, added }: Pick<Change, 'targets' | 'added'>): Item[] => [
	...new Set([...targets, ...added].map(({ item }) => item)),
];

/** What should be known of a change, whether it was written or would be. */
export function noteChange(report: Report, { issues }: Change): void {
	for (const { items, issue } of issues) report.note(items, issue);
}

/** Which fields of the items go into a product that exists. */
export function wantsOf({ overwrite, chosenFields, overrideName }: Settings): Wants {
	const chosen = new Set<keyof Item>(chosenFields);
	return (field) => {
		if (field === 'name') return overrideName;
		if (overwrite === 'all') return true;
		return (overwrite === 'chosen' ? chosen : PRICE_AND_STOCK).has(field);
	};
}

function stockOf(
	product: StoreProduct,
	tracking: StoreProduct['inventory_tracking'],
	targets: readonly Target[],
): Pick<Change, 'stock' | 'issues'> {
	const stock: StockWish[] = [];
	const issues: Change['issues'] = [];
	for (const { item, variant } of targets) {
		const { quantity } = item;
		if (quantity === undefined) continue;
		const variantId = variant?.id ?? product.base_variant_id;
		if (tracking === 'product')
			stock.push({ item, quantity, identity: { product_id: product.id } });
		else if (tracking === 'variant' && variantId)
			stock.push({ item, quantity, identity: { variant_id: variantId } });
		else
			issues.push({
				items: [item],
				issue: {
					code: 'stockNotTracked',
					message:
						tracking === 'none'
							? `The stock of the product ${product.id} is not tracked, so that the quantity was not written`
							: `The stock of the product ${product.id} is tracked for each variant, and the item does not say how many there are of each`,
				},
			});
	}
	return { stock, issues };
}

const variantBody = (
	{ item, variant }: Target,
	wants: Wants,
	picture: string | undefined,
): Body => ({
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
function wholeBody(draft: Draft, product: StoreProduct, wants: Wants, hasWhole: boolean): Body {
	const { availability, ...shared } = productBody(draft, wants);
	return {
		...shared,
		...compact({
			name: wants('name') && draft.name !== product.name ? draft.name : undefined,
			// Variants that cannot be bought say nothing of those that the input does not name.
			availability: availability === 'disabled' && !hasWhole ? undefined : availability,
		}),
		...(hasWhole && sharedBody(draft, wants)),
	};
}

function variantChanges(
	draft: Draft,
	targets: readonly Target[],
	wants: Wants,
	pictures: Pictures,
): VariantChange[] {
	const pictureOf = (item: Item) => {
		const variant = draft.variants.find((one) => one.item === item);
		return variant && pictures.own.get(variant);
	};
	return targets
		.flatMap((target) => {
			const { item, variant } = target;
			const body = variantBody(target, wants, pictureOf(item));
			return variant ? [{ item, id: variant.id, body }] : [];
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

/** What the draft says of a product that exists, as far as it is wanted; brand and categories come to it as ids. */
export function changeOf(
	{ draft, attributes, pictures }: Prepared,
	product: StoreProduct,
	wants: Wants,
): Change {
	const { items } = draft;
	const { found, missing, refused } = targetsOf(draft, product);
	const isSaid = wants('inventoryTracking') && firstOf(items, 'inventoryTracking') !== undefined;
	const given = isSaid ? trackingOf(draft) : undefined;
	const { stock, issues } = wants('quantity')
		? stockOf(product, given ?? product.inventory_tracking, found)
		: { stock: [], issues: [] };
	const there = new Set(product.images?.map(imageKey));
	const mayAdd = items[0]?.settings.overwrite === 'all';
	const hasWhole = found.some(({ variant }) => !variant);
	return {
		draft,
		product,
		targets: found,
		body: {
			...wholeBody(draft, product, wants, hasWhole),
			...compact({ inventory_tracking: given }),
		},
		variants: variantChanges(draft, found, wants, pictures),
		added: mayAdd ? missing : [],
		attributes: attributes.fields,
		images: pictures.gallery.filter(({ url }) => !there.has(fileKey(url))),
		pictures,
		metafields: wants('metafields') ? items.flatMap(({ metafields }) => metafields) : [],
		refused: [...refused, ...(mayAdd ? [] : missing.map((variant) => notThere(variant, product)))],
		stock,
		issues: [
			...issues,
			...[...attributes.issues, ...pictures.issues].map((issue) => ({ items, issue })),
		],
	};
}
