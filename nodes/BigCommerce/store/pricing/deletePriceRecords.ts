import { at, type Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
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

/** Prices are deleted list by list, and those of one list many a request. */
export const deletePrices = async (
	client: Client,
	doomed: DoomedPrice[],
): Promise<Array<Outcome<ReturnType<typeof shown>>>> =>
	await writeMany(client, doomed, {
		groupBy: (one) => `${one.priceList}/${filterOf(one)}/${one.currency ?? ''}`,
		call: ({ priceList, currency }) => ({
			path: at`/v3/pricelists/${priceList}/records`,
			query: { currency },
			task: `delete prices of price list ${priceList}`,
			scope: 'products:modify',
		}),
		// As it is written: whether the filter tells `A-1` from `a-1` is not documented.
		inAddress: valueOf,
		send: async (some, call) => {
			const [first] = some as [DoomedPrice];
			const query = { ...call.query, [filterOf(first)]: some.map(valueOf) };
			return await client.delete({ ...call, query });
		},
		resultOf: (_body, one) => shown(one),
	});
