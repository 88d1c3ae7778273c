import type { FieldValues } from '../../store/catalog/products';
import type { StoreListing } from '../match/currentListings';
import { planListingStock } from './listingStock';
import type { StockLocation, Plan, Planning } from './plan';
import { differences, toValues } from '../diff/differences';
import { columnLabel } from '../model/listingColumns';
import { syncFieldOf, toRecordValues, type SyncValues } from '../model/syncValues';
import type { PlannedValues } from './plannedWrites';

const isHidden = ({ product, variant }: StoreListing, { planned: { values } }: Planning) =>
	variant
		? values.value(variant, 'purchasing_disabled') === true
		: values.value(product, 'is_visible') !== true;

/** Whether it is so now, or will be if what earlier items are about to write is refused. */
const mayBe = (listing: StoreListing, hidden: boolean, planning: Planning) =>
	isHidden(listing, planning) === hidden ||
	(listing.variant ? listing.variant.purchasing_disabled : !listing.product.is_visible) === hidden;

/** What hides a listing: a variant cannot be bought any more, a product is not shown. */
function hiding(plan: Plan, hide: boolean, { planned: { values } }: Planning): void {
	const { product, variant } = plan.listing;
	if (variant) {
		plan.variant.purchasing_disabled = hide;
		const availability = values.value(product, 'availability');
		plan.changes.availability = {
			from: values.value(variant, 'purchasing_disabled') ? 'disabled' : availability,
			to: hide ? 'disabled' : availability,
		};
	} else {
		plan.product.is_visible = !hide;
		plan.changes.isVisible = { from: values.value(product, 'is_visible'), to: !hide };
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
	const { values } = planning.planned;
	values.add(listing.product, plan.product);
	if (listing.variant) values.add(listing.variant, plan.variant);
	return plan;
}

/** Notes what of the values the listing does not have yet. */
function compare(plan: Plan, wanted: SyncValues, planned: PlannedValues): void {
	const { product, variant } = plan.listing;
	const isDisabled =
		variant !== undefined &&
		(variant.purchasing_disabled || planned.has(variant, 'purchasing_disabled'));
	const values = toRecordValues(wanted, { hasVariant: variant !== undefined, isDisabled });
	const ofProduct = differences(values.product, planned, product);
	const ofVariant = variant ? differences(values.variant, planned, product, variant) : [];
	Object.assign(plan.product, toValues(ofProduct));
	Object.assign(plan.variant, toValues(ofVariant));
	for (const { name, from, to } of [...ofProduct, ...ofVariant])
		plan.changes[syncFieldOf(name)] = { from: from ?? null, to };
	const contested = variant ? ofProduct.filter(({ contradicts }) => contradicts) : [];
	if (contested.length > 0)
		plan.issues.push({
			code: 'saidDifferently',
			message: `Items for variants of the product ${product.id} differ in what they say of the whole product (${contested.map(({ name }) => columnLabel(syncFieldOf(name))).join(', ')}); the last one counts`,
		});
}

function planOne(
	listing: StoreListing,
	{ values, gone, location }: Wanted,
	planning: Planning,
): Plan {
	const plan: Plan = {
		listing,
		planned: planning.planned,
		action: 'unchanged',
		product: {},
		variant: {},
		stock: [],
		remove: false,
		changes: {},
		issues: [],
	};
	if (gone) return planGone(plan, location, planning);
	compare(plan, values, planning.planned.values);
	if (planning.goneAction === 'hide' && planning.showAgain && mayBe(listing, true, planning)) {
		const said = listing.variant ? values.availability : values.isVisible;
		if (said === undefined) hiding(plan, false, planning);
	}
	if (values.quantity !== undefined) planListingStock(plan, values.quantity, location, planning);
	if (writes(plan)) plan.action = 'updated';
	return plan;
}

function planGone(plan: Plan, location: StockLocation, planning: Planning): Plan {
	switch (planning.goneAction) {
		case 'hide':
			if (mayBe(plan.listing, false, planning)) hiding(plan, true, planning);
			return { ...plan, action: writes(plan) ? 'hidden' : 'unchanged' };
		case 'outOfStock':
			planListingStock(plan, 0, location, planning, { ofEach: true });
			return { ...plan, action: writes(plan) ? 'outOfStock' : 'unchanged' };
		case 'delist':
			return { ...plan, remove: true, action: 'deleted' };
		case 'none':
			return plan;
	}
}
