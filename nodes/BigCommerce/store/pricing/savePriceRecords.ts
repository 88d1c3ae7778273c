import { isObject } from '../../api/answers';
import { at, type Client } from '../../api/client';
import type { Finding, Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import { refused, type BigCommerceError } from '../../api/errors';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { compact } from '../../api/values';
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
	return await sendGrouped<WantedPrices, SavedPrices>(
		wanted,
		({ priceList }) => priceList,
		async (ofList) =>
			await sendMerged<WantedPrices, SavedPrices>(ofList, {
				keyOf: ({ identity, currency }) => `${variantKeyOf(identity)}/${currency}`,
				merge: (earlier, later) => ({ ...later, prices: { ...earlier.prices, ...later.prices } }),
				send: async (records) => await saveInList(client, records),
			}),
	);
}

async function saveInList(
	client: Client,
	records: WantedPrices[],
): Promise<Array<Outcome<SavedPrices>>> {
	const [{ priceList }] = records as [WantedPrices];
	const path = at`/v3/pricelists/${priceList}/records`;
	const task = {
		task: `save prices of price list ${priceList}`,
		scope: 'products:modify',
	} as const;
	let sentAt = 0;
	return await sendInBatches<WantedPrices, SavedPrices>(records, {
		...task,
		taskOf: ({ identity }) => `save the price of ${inWords(identity)} in price list ${priceList}`,
		size: MOST_RECORDS,
		client,
		send: async (batch) => {
			sentAt = Date.now();
			const body = batch.map(({ identity, currency, prices }) => ({
				...identity,
				currency,
				...prices,
			}));
			const answer = await client.call('PUT', { ...task, path, body });
			if (answer.status === 207) throw refused(207, answer.body, task);
			return answer;
		},
		// `data` is empty: there it says that all were saved.
		resultOf: (body, record) => (hasData(body) ? shown(record) : undefined),
		blame: async (refusal, batch): Promise<Finding<WantedPrices, SavedPrices>> => {
			const settled = namedIn(refusal, batch);
			const others = batch.filter((record) => !settled.has(record));
			if (settled.size > 0 && (await wereSaved(client, priceList, others, sentAt)))
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
