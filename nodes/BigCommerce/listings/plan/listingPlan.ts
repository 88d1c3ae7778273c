import type { FieldValues } from '../../store/catalog/products';
import type { Current } from '../match/currentListings';
import { addStock } from './listingStock';
import type { Place, Plan, Planning } from './plan';
import { difference, type SyncValues } from '../model/syncValues';

const isHidden = ({ product, variant }: Current) =>
	variant ? variant.purchasing_disabled : !product.is_visible;

/** Whether it is so now, or will be if what earlier items are about to write is refused. */
function mayBe(current: Current, hidden: boolean, { stored }: Planning): boolean {
	if (isHidden(current) === hidden) return true;
	const { product, variant } = current;
	const before = variant
		? stored.of(variant, 'purchasing_disabled')
		: stored.of(product, 'is_visible');
	return before !== undefined && (variant ? before.value : !before.value) === hidden;
}

/** What hides a listing: a variant cannot be bought any more, a product is not shown. */
function hiding(plan: Plan, hide: boolean): void {
	const { product, variant } = plan.current;
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
export interface Said {
	values: SyncValues;
	gone: boolean;
	place: Place;
}

/**
 * What to write so that the listing is as the item says. A later item about the same listing is compared with what this
 * one is about to write, so that the last one counts.
 */
export function planSync(current: Current, said: Said, planning: Planning): Plan {
	const plan = planOne(current, said, planning);
	planning.stored.write(current.product, plan.product);
	if (current.variant) planning.stored.write(current.variant, plan.variant);
	return plan;
}

function planOne(current: Current, { values, gone, place }: Said, planning: Planning): Plan {
	const plan: Plan = {
		current,
		action: 'unchanged',
		product: {},
		variant: {},
		stock: [],
		remove: false,
		changes: {},
		issues: [],
	};
	if (gone) return planGone(plan, place, planning);
	const { contested, ...differing } = difference(
		values,
		current.product,
		current.variant,
		planning.stored,
	);
	Object.assign(plan, differing);
	if (contested.length > 0)
		plan.issues.push({
			code: 'saidDifferently',
			message: `Items for variants of the product ${current.product.id} differ in what they say of the whole product (${contested.join(', ')}); the last one counts`,
		});
	if (planning.goneAction === 'hide' && planning.showAgain && mayBe(current, true, planning)) {
		const said = current.variant ? values.availability : values.isVisible;
		if (said === undefined) hiding(plan, false);
	}
	if (values.quantity !== undefined) addStock(plan, values.quantity, place, planning);
	if (writes(plan)) plan.action = 'updated';
	return plan;
}

function planGone(plan: Plan, place: Place, planning: Planning): Plan {
	switch (planning.goneAction) {
		case 'hide':
			if (mayBe(plan.current, false, planning)) hiding(plan, true);
			return { ...plan, action: writes(plan) ? 'hidden' : 'unchanged' };
		case 'outOfStock':
			addStock(plan, 0, place, planning, { ofEach: true });
			return { ...plan, action: writes(plan) ? 'outOfStock' : 'unchanged' };
		case 'delist':
			return { ...plan, remove: true, action: 'deleted' };
		case 'none':
			return plan;
	}
}
