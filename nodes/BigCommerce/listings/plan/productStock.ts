import type { AddedVariant } from './addedVariants';
import type { StockIdentity } from '../../store/inventory/stockItems';
import type { Item } from '../model/draftItem';
import { PlannedStock } from './plannedStock';
import { Stored } from './plannedValues';
import type { PublishIssue } from '../report/publishIssues';
import type { StoreProduct } from '../match/storeProducts';
import type { Target } from '../match/draftTargets';

export interface StockWish {
	item: Item;
	identity: StockIdentity;
	quantity: number;
}

/** What other items of the run are about to write: several may be variants of one product without saying so. */
export interface Planning {
	stored: Stored;
	planned: PlannedStock;
}

export const newPlanning = (): Planning => ({ stored: new Stored(), planned: new PlannedStock() });

export interface IssueOfItems {
	items: readonly Item[];
	issue: PublishIssue;
}

type Tracking = StoreProduct['inventory_tracking'];

const notTracked = ({ id }: StoreProduct, tracking: Tracking): PublishIssue => ({
	code: 'stockNotTracked',
	message:
		tracking === 'none'
			? `The stock of the product ${id} is not tracked, so that the quantity was not written`
			: `The stock of the product ${id} is tracked for each variant, and the item does not say how many there are of each`,
});

const ofWhole = ({ id }: StoreProduct): PublishIssue => ({
	code: 'stockOfProduct',
	message: `The stock of the product ${id} is tracked as a whole, so that the quantity is that of all its variants together`,
});

/** What the catalogue tells of the default location; undefined where it does not. */
function levelOf(product: StoreProduct, { identity }: StockWish): number | null | undefined {
	if ('product_id' in identity) return product.inventory_level;
	const variant =
		'variant_id' in identity && product.variants?.find(({ id }) => id === identity.variant_id);
	return variant ? variant.inventory_level : undefined;
}

/** The stock that the items say and the store does not have yet, and what should be known of it. */
export function stockOf(
	product: StoreProduct,
	tracking: Tracking,
	targets: readonly Target[],
	{ stored, planned }: Planning,
): { stock: StockWish[]; issues: IssueOfItems[] } {
	const stock: StockWish[] = [];
	const issues: IssueOfItems[] = [];
	const before = stored.of(product, 'inventory_tracking')?.value ?? product.inventory_tracking;
	const wish = (one: StockWish) => {
		const { location } = one.item.settings;
		const inStore = tracking === before && !location ? levelOf(product, one) : undefined;
		const isNew = planned.plan(location, one.identity, one.quantity, inStore) !== undefined;
		if (isNew) stock.push(one);
		return isNew;
	};
	for (const { item, variant } of targets) {
		const { quantity } = item;
		if (quantity === undefined) continue;
		const variantId = variant?.id ?? product.base_variant_id;
		if (tracking === 'product') {
			const isWritten = wish({ item, quantity, identity: { product_id: product.id } });
			if (isWritten && variant) issues.push({ items: [item], issue: ofWhole(product) });
		} else if (tracking === 'variant' && variantId)
			wish({ item, quantity, identity: { variant_id: variantId } });
		else issues.push({ items: [item], issue: notTracked(product, tracking) });
	}
	return { stock, issues };
}

/** Quantities of new variants that the product has no place for. */
export const untrackedOf = (
	product: StoreProduct,
	tracking: Tracking,
	added: readonly AddedVariant[],
): IssueOfItems[] =>
	added.flatMap(({ item, shares }) =>
		item.quantity === undefined || shares || tracking === 'variant'
			? []
			: [
					{
						items: [item],
						issue: {
							code: 'stockNotTracked' as const,
							message: `The stock of the product ${product.id} is not tracked for each variant, so that the quantity of the new variant was not written`,
						},
					},
				],
	);
