import { isObject } from '../../api/answers';
import { at, type Client } from '../../api/client';
import { inFull, refused, type BigCommerceError } from '../../api/errors';
import type { Outcome } from '../../api/outcomes';
import { compact } from '../../api/values';
import { writeMany } from '../../api/writeMany';
import {
	identityKey,
	inWords,
	shownIdentity,
	simplifyTier,
	type VariantIdentity,
	type WantedPrices,
} from './priceRecords';
import { wereSaved } from './probeSavedPrices';

/** Records that one request takes (price_lists.v3.yml). */
const MOST_RECORDS = 1_000;

const keyOf = ({ identity, currency }: Pick<WantedPrices, 'identity' | 'currency'>) =>
	`${identityKey(identity)}/${currency}`;

/** What a refusal says of a record: its data as it was sent, and what is wrong with it (price_lists.v3.yml). */
interface BatchError {
	data?: { variant_id?: number; sku?: string; currency?: string } | null;
	field_errors?: unknown;
}

/** A refused record may be named by its id, by its SKU or by both. */
function keysOf({ data }: BatchError): string[] {
	const { variant_id, sku, currency } = data ?? {};
	const code = String(currency ?? '').toLowerCase();
	return [
		...(variant_id ? [keyOf({ identity: { variant_id }, currency: code })] : []),
		...(sku ? [keyOf({ identity: { sku }, currency: code })] : []),
	];
}

/** The records that a refusal names, each with what is wrong with it. */
function namedIn(
	refusal: BigCommerceError,
	records: WantedPrices[],
): Map<WantedPrices, Outcome<SavedPrices>> {
	const { batch_errors } = (refusal.body ?? {}) as { batch_errors?: BatchError[] };
	const byKey = new Map(records.map((record) => [keyOf(record), record]));
	const named = new Map<WantedPrices, Outcome<SavedPrices>>();
	for (const blamed of Array.isArray(batch_errors) ? batch_errors : []) {
		if (!blamed) continue;
		const record = keysOf(blamed)
			.map((key) => byKey.get(key))
			.find(Boolean);
		const error = refused(422, { errors: blamed.field_errors }, refusal);
		if (record) named.set(record, { error });
	}
	return named;
}

/** Writes prices list by list: 1,000 a request and, to one list, one request after the other, as the store demands. */
export async function savePrices(
	client: Client,
	wanted: readonly WantedPrices[],
	variantKeyOf: (identity: VariantIdentity) => string,
): Promise<Array<Outcome<SavedPrices>>> {
	const sentAt = new Map<number, number>();
	return await writeMany(client, wanted, {
		groupBy: ({ priceList }) => priceList,
		keyOf: ({ identity, currency }) => `${variantKeyOf(identity)}/${currency}`,
		merge: (earlier, later) => ({ ...later, prices: { ...earlier.prices, ...later.prices } }),
		call: ({ priceList }) => ({
			path: at`/v3/pricelists/${priceList}/records`,
			task: `save prices of price list ${priceList}`,
			scope: 'products:modify',
		}),
		taskOf: ({ identity, priceList }) =>
			`save the price of ${inWords(identity)} in price list ${priceList}`,
		size: MOST_RECORDS,
		send: async (batch, call) => {
			const [{ priceList }] = batch as [WantedPrices];
			sentAt.set(priceList, Date.now());
			const body = batch.map(({ identity, currency, prices }) => ({
				...identity,
				currency,
				...prices,
			}));
			return inFull(await client.call('PUT', { ...call, body }), call);
		},
		// `data` is empty: there it says that all were saved.
		resultOf: (body, record) => (hasData(body) ? shown(record) : undefined),
		blame: async (refusal, batch) => {
			const [{ priceList }] = batch as [WantedPrices];
			const settled = namedIn(refusal, batch);
			const others = batch.filter((record) => !settled.has(record));
			const since = sentAt.get(priceList) ?? Date.now();
			if (settled.size > 0 && (await wereSaved(client, priceList, others, since)))
				for (const record of others) settled.set(record, { result: shown(record) });
			return { settled };
		},
	});
}

const hasData = (body: unknown) => isObject(body) && isObject(body.data);

/** What was written: of items that were merged, all that they say together. */
const shown = ({ priceList, identity, currency, prices }: WantedPrices) => ({
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

export type SavedPrices = ReturnType<typeof shown>;
