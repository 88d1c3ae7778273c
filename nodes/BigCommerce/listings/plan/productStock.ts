import type { AddedVariant } from './addedVariants';
import type { StockIdentity } from '../../store/inventory/stockItems';
import type { DraftItem } from '../model/draftItem';
import type { PlannedStock } from './plannedWrites';
import { planStock } from './stock';
import type { PublishIssue } from '../report/publishIssues';
import type { StoreProduct } from '../match/storeProducts';
import type { Target } from '../match/draftTargets';

export interface StockWish {
	item: DraftItem;
	identity: StockIdentity;
	quantity: number;
}

/** A wish for stock, and what it means when it cannot be fulfilled. */
export interface StockOrder extends StockWish {
	/** Of a product or variant that was created just now the stock is a part; else it is what the item is about. */
	createdProduct?: number;
}

export interface IssueOfItems {
	items: readonly DraftItem[];
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

/** The stock that the items say and the store does not have yet, and what should be known of it. */
export function planProductStock(
	product: StoreProduct,
	tracking: Tracking,
	targets: readonly Target[],
	planned: PlannedStock,
): { stock: StockWish[]; issues: IssueOfItems[] } {
	const stock: StockWish[] = [];
	const issues: IssueOfItems[] = [];
	for (const { item, variant } of targets) {
		const { quantity } = item;
		if (quantity === undefined) continue;
		const { location } = item.settings;
		// The catalogue tells of the default location, and only what is tracked already.
		const isKnown = tracking === product.inventory_tracking && !location;
		const changes = planStock(
			{
				listing: { product, variant },
				tracking,
				quantity,
				location,
				inStore: ({ level }) => (isKnown ? level : undefined),
			},
			planned,
		);
		for (const { identity } of changes ?? []) stock.push({ item, identity, quantity });
		if (!changes) issues.push({ items: [item], issue: notTracked(product, tracking) });
		else if (tracking === 'product' && variant && changes.length > 0)
			issues.push({ items: [item], issue: ofWhole(product) });
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
