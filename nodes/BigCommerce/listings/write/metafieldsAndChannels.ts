import { outcomesBy, type Outcome } from '../../api/outcomes';
import { channelAssignments } from '../../store/channels/channelAssignments';
import { metafieldOwner } from '../../store/metafields/metafieldOwners';
import { upsertMetafields } from '../../store/metafields/upsertMetafields';
import {
	createMetafields,
	type NewMetafield as Given,
} from '../../store/metafields/writeMetafields';
import { assignProductsTo } from '../../store/catalog/productAssignments';
import { groupedBy } from '../../api/grouped';
import type { Publishing } from '../report/publishReport';
import type { DraftItem } from '../model/draftItem';
import type { GivenMetafield } from '../model/draftItemLists';
import type { PublishIssue } from '../report/publishIssues';

/** A product that is in the store, and the items that it came from. */
export interface Placed {
	productId: number;
	items: readonly DraftItem[];
	/** It was created just now, and has no metafields yet. */
	isNew: boolean;
	metafields: readonly GivenMetafield[];
}

interface Wish<Given> {
	placed: Placed;
	given: Given;
}

const OWNER = metafieldOwner('product');

/** What items of one product say together, which need not say that they are. */
const together = (products: readonly Placed[]): Placed[] =>
	[...groupedBy(products, ({ productId }) => productId).values()].flatMap((alike) => {
		const [first] = alike;
		const [items, metafields] = [
			alike.flatMap((one) => one.items),
			alike.flatMap((one) => one.metafields),
		];
		return first ? [{ ...first, items, metafields }] : [];
	});

/** What one product is given, each metafield once; of two that differ the first item's counts. */
function metafieldsOf(placed: Placed): Array<Wish<Given>> {
	const record = {
		owner: OWNER,
		id: placed.productId,
		path: `${OWNER.path}/${placed.productId}`,
	};
	const byName = groupedBy(placed.metafields, ({ namespace, key }) =>
		JSON.stringify([namespace, key]),
	);
	return [...byName.values()].flatMap(([field]) =>
		field ? [{ placed, given: { record, ...field } }] : [],
	);
}

function tell(
	{ report }: Publishing,
	wishes: ReadonlyArray<Wish<unknown>>,
	outcomes: ReadonlyArray<Outcome<unknown>>,
	code: PublishIssue['code'],
): void {
	for (const [{ placed }, { error }] of outcomesBy(wishes, outcomes))
		if (error !== undefined)
			report.partFailed(report.open(placed.items), placed.productId, code, error);
}

/** Gives the products their metafields, and those of one name their new values. */
export async function saveMetafields(
	publishing: Publishing,
	products: readonly Placed[],
): Promise<void> {
	for (const [isNew, save] of [
		[true, createMetafields],
		[false, upsertMetafields],
	] as const) {
		const wishes = together(products.filter((placed) => placed.isNew === isNew)).flatMap(
			metafieldsOf,
		);
		const given = wishes.map((wish) => wish.given);
		const outcomes = given.length > 0 ? await save(publishing.client, given) : [];
		tell(publishing, wishes, outcomes, 'metafieldFailed');
	}
}

/** Puts the products on the channels that the form names, beside those that they are on. */
export async function assignChannels(
	publishing: Publishing,
	products: readonly Placed[],
): Promise<void> {
	const wishes = products.flatMap((placed) =>
		(placed.items[0]?.channels ?? []).map((to) => ({
			placed,
			given: { product: placed.productId, to },
		})),
	);
	const assign = assignProductsTo(channelAssignments);
	const assigned = await assign(
		publishing.client,
		wishes.map(({ given }) => given),
	);
	tell(publishing, wishes, assigned, 'channelsFailed');
}
