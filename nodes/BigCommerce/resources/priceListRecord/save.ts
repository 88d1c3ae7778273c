import { at, type Client } from '../../api/client';
import { sendInBatches, type Finding, type Outcome } from '../../api/batch';
import { refused, type BigCommerceError } from '../../api/errors';
import { sendMerged } from '../../api/merge';
import type { Output } from '../../operation/define';
import { compact } from '../../api/values';
import { identityKey, inWords, shownIdentity, type VariantIdentity } from './identity';
import type { Prices } from './prices';
import { simplifyTier } from '../../store/pricing/priceRecords';
import { wereSaved } from './wereSaved';

/** Prices of one variant in one currency, as one item gives them. */
export interface Wanted {
	priceList: number;
	identity: VariantIdentity;
	currency: string;
	prices: Prices;
}

/** Records that one request takes (price_lists.v3.yml). */
const MOST_RECORDS = 1_000;

const keyOf = ({ identity, currency }: Pick<Wanted, 'identity' | 'currency'>) =>
	`${identityKey(identity)}/${currency}`;

/** What a 422 says of a record: its data as it was sent, and what is wrong with it (price_lists.v3.yml). */
interface BatchError {
	data?: { variant_id?: number; sku?: string; currency?: string };
	field_errors?: unknown;
}

/** A refused record may be named by its id, by its SKU or by both. */
function keysOf({ data: { variant_id, sku, currency = '' } = {} }: BatchError): string[] {
	const code = currency.toLowerCase();
	return [
		...(variant_id ? [keyOf({ identity: { variant_id }, currency: code })] : []),
		...(sku ? [keyOf({ identity: { sku }, currency: code })] : []),
	];
}

/** The records that a refusal names, each with what is wrong with it. */
function namedIn(refusal: BigCommerceError, records: Wanted[]): Map<Wanted, Outcome<Output>> {
	const { batch_errors } = (refusal.body ?? {}) as { batch_errors?: BatchError[] };
	const byKey = new Map(records.map((record) => [keyOf(record), record]));
	const named = new Map<Wanted, Outcome<Output>>();
	for (const told of Array.isArray(batch_errors) ? batch_errors : []) {
		const record = keysOf(told)
			.map((key) => byKey.get(key))
			.find(Boolean);
		const error = refused(422, { errors: told.field_errors }, refusal);
		if (record) named.set(record, { error });
	}
	return named;
}

/** Writes prices to one list, 1,000 a request and one request after the other, as the store demands. */
export async function saveRecords(
	client: Client,
	priceList: number,
	wanted: Wanted[],
	variantKeyOf: (identity: VariantIdentity) => string,
): Promise<Array<Outcome<Output>>> {
	const path = at`/v3/pricelists/${priceList}/records`;
	const doing = {
		doing: `save prices of price list ${priceList}`,
		scope: 'products:modify',
	} as const;
	let sentAt = 0;
	return await sendMerged<Wanted, Output>(wanted, {
		keyOf: ({ identity, currency }) => `${variantKeyOf(identity)}/${currency}`,
		merge: (earlier, later) => ({ ...later, prices: { ...earlier.prices, ...later.prices } }),
		send: async (records) =>
			await sendInBatches<Wanted, Output>(records, {
				...doing,
				doingOf: ({ identity }) =>
					`save the price of ${inWords(identity)} in price list ${priceList}`,
				size: MOST_RECORDS,
				client,
				send: async (batch) => {
					sentAt = Date.now();
					const body = batch.map(({ identity, currency, prices }) => ({
						...identity,
						currency,
						...prices,
					}));
					return await client.call('PUT', { ...doing, path, body });
				},
				// The answer to a batch is empty: it says that all were saved.
				resultOf: (_body, record) => shown(record),
				settle: async (refusal, batch): Promise<Finding<Wanted, Output>> => {
					const settled = namedIn(refusal, batch);
					const others = batch.filter((record) => !settled.has(record));
					if (settled.size > 0 && (await wereSaved(client, priceList, others, sentAt)))
						for (const record of others) settled.set(record, { result: shown(record) });
					return { settled };
				},
			}),
	});
}

/** What was written: of items that were merged, all that they say together. */
const shown = ({ priceList, identity, currency, prices }: Wanted): Output => ({
	saved: true,
	priceListId: priceList,
	...shownIdentity(identity),
	currency,
	...compact({
		price: prices.price,
		salePrice: prices.sale_price,
		retailPrice: prices.retail_price,
		mapPrice: prices.map_price,
		bulkPricingTiers: prices.bulk_pricing_tiers?.map(simplifyTier),
	}),
});
