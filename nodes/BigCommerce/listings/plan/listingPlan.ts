import type { FieldValues } from '../../store/catalog/products';
import type { StoreListing } from '../match/currentListings';
import { addStock } from './listingStock';
import type { StockLocation, Plan, Planning } from './plan';
import { difference, type SyncValues } from '../model/syncValues';

const isHidden = ({ product, variant }: StoreListing) =>
	variant ? variant.purchasing_disabled : !product.is_visible;

/** Whether it is so now, or will be if what earlier items are about to write is refused. */
function mayBe(listing: StoreListing, hidden: boolean, { stored }: Planning): boolean {
	if (isHidden(listing) === hidden) return true;
	const { product, variant } = listing;
	const before = variant
		? stored.of(variant, 'purchasing_disabled')
		: stored.of(product, 'is_visible');
	return before !== undefined && (variant ? before.value : !before.value) === hidden;
}

/** What hides a listing: a variant cannot be bought any more, a product is not shown. */
function hiding(plan: Plan, hide: boolean): void {
	const { product, variant } = plan.listing;
	if (variant) {
		plan.variant.purchasing_disabled = hide;
		plan.changes.availability = {
			from: variant.purchasing_disabled ? 'disabled' : product.availability,
			to: hide ? 'disabled' : product.availability,
		};
	} else {
		plan.product.is_visible = !hide;
		plan.changes.isVisible = { from: product.is_visible, to: !hide };
	}
}

const hasKeys = (patch: FieldValues) => Object.keys(patch).length > 0;

const writes = ({ product, variant, stock, remove }: Plan) =>
	remove || stock.length > 0 || hasKeys(product) || hasKeys(variant);

/** What an item says of its listing, and where its stock lies. */
export interface Wanted {
	values: SyncValues;
	gone: boolean;
	location: StockLocation;
}

/**
 * What to write so that the listing is as the item says. A later item about the same listing is compared with what this
 * one is about to write, so that the last one counts.
 */
export function planSync(listing: StoreListing, wanted: Wanted, planning: Planning): Plan {
	const plan = planOne(listing, wanted, planning);
	planning.stored.write(listing.product, plan.product);
	if (listing.variant) planning.stored.write(listing.variant, plan.variant);
	return plan;
}

function planOne(
	listing: StoreListing,
	{ values, gone, location }: Wanted,
	planning: Planning,
): Plan {
	const plan: Plan = {
		listing,
		action: 'unchanged',
		product: {},
		variant: {},
		stock: [],
		remove: false,
		changes: {},
		issues: [],
	};
	if (gone) return planGone(plan, location, planning);
	const { contested, ...differing } = difference(
		values,
		listing.product,
		listing.variant,
		planning.stored,
	);
	Object.assign(plan, differing);
	if (contested.length > 0)
		plan.issues.push({
			code: 'saidDifferently',
			message: `Items for variants of the product ${listing.product.id} differ in what they say of the whole product (${contested.join(', ')}); the last one counts`,
		});
	if (planning.goneAction === 'hide' && planning.showAgain && mayBe(listing, true, planning)) {
		const said = listing.variant ? values.availability : values.isVisible;
		if (said === undefined) hiding(plan, false);
	}
	if (values.quantity !== undefined) addStock(plan, values.quantity, location, planning);
	if (writes(plan)) plan.action = 'updated';
	return plan;
}

function planGone(plan: Plan, location: StockLocation, planning: Planning): Plan {
	switch (planning.goneAction) {
		case 'hide':
			if (mayBe(plan.listing, false, planning)) hiding(plan, true);
			return { ...plan, action: writes(plan) ? 'hidden' : 'unchanged' };
		case 'outOfStock':
			addStock(plan, 0, location, planning, { ofEach: true });
			return { ...plan, action: writes(plan) ? 'outOfStock' : 'unchanged' };
		case 'delist':
			return { ...plan, remove: true, action: 'deleted' };
		case 'none':
			return plan;
	}
}
