import type { Outcome } from '../../api/batch';
import { at, type Client } from '../../api/client';
import { deleteListed } from '../../api/deleteListed';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { shownIdentity, type VariantIdentity } from './priceRecords';

export interface DoomedPrice {
	priceList: number;
	identity: VariantIdentity;
	/** Without it the prices in all currencies are meant. */
	currency?: string;
}

const filterOf = ({ identity }: DoomedPrice) => ('sku' in identity ? 'sku:in' : 'variant_id:in');
const valueOf = ({ identity }: DoomedPrice) =>
	'sku' in identity ? identity.sku : identity.variant_id;

const shown = ({ priceList, identity, currency }: DoomedPrice) => ({
	deleted: true,
	priceListId: priceList,
	...shownIdentity(identity),
	...(currency && { currency }),
});

/** Prices of one list, in one currency, whose variants are named the same way. */
async function deleteRecords(
	client: Client,
	doomed: DoomedPrice[],
): Promise<Array<Outcome<DeletedPrice>>> {
	const [first] = doomed as [DoomedPrice];
	const outcomes = await deleteListed(client, {
		path: at`/v3/pricelists/${first.priceList}/records`,
		query: { currency: first.currency },
		filter: filterOf(first),
		values: doomed.map(valueOf),
		task: `delete prices of price list ${first.priceList}`,
		scope: 'products:modify',
	});
	return outcomes.map(({ error }, index) =>
		error === undefined ? { result: shown(doomed[index] as DoomedPrice) } : { error },
	);
}

type DeletedPrice = ReturnType<typeof shown>;

/** Prices are deleted list by list, and those of one list many a request. */
export const deletePrices = async (
	client: Client,
	doomed: DoomedPrice[],
): Promise<Array<Outcome<DeletedPrice>>> =>
	await sendGrouped<DoomedPrice, DeletedPrice>(
		doomed,
		(one) => `${one.priceList}/${filterOf(one)}/${one.currency ?? ''}`,
		async (group) =>
			await sendMerged<DoomedPrice, DeletedPrice>(group, {
				// As it is written: whether the filter tells `A-1` from `a-1` is not documented.
				keyOf: valueOf,
				merge: (_earlier, later) => later,
				send: async (records) => await deleteRecords(client, records),
			}),
	);
