import { rowsIn } from '../../api/answers';
import type { Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { isListable, sameSku } from '../sku';
import { priceRecordsOf, type PriceRecord, type WantedPrices } from './priceRecords';

/** What the probed variants are asked for with fits an address many times over. */
const MOST_CHARACTERS = 200;
/** Dates are told in whole seconds. */
const SECOND = 1_000;

const PRICES = ['price', 'sale_price', 'retail_price', 'map_price'] as const;

const has = (record: PriceRecord, { prices }: WantedPrices) =>
	PRICES.every((name) => prices[name] === undefined || record[name] === prices[name]);

const isOf = ({ variant_id, sku }: PriceRecord, { identity }: WantedPrices) =>
	'sku' in identity ? sameSku(sku, identity.sku) : variant_id === identity.variant_id;

/** Some of the records that one request can ask for. */
function probesAmong(records: WantedPrices[]) {
	const [first] = records.filter(
		({ identity }) => !('sku' in identity) || isListable(identity.sku),
	);
	if (!first) return undefined;
	const filter = 'sku' in first.identity ? ('sku' as const) : ('variant_id' as const);
	const valueOf = ({ identity }: WantedPrices) =>
		(identity as Record<string, string | number>)[filter];
	const alike = records.filter(
		(record) => filter in record.identity && record.currency === first.currency,
	);
	const values = alike.flatMap((record) => valueOf(record) ?? []);
	const [chunk = []] = idChunks(
		values.filter((value) => isListable(String(value))),
		MOST_CHARACTERS,
	);
	return {
		query: { [`${filter}:in`]: chunk, currency: first.currency, include: 'sku' },
		probes: alike.filter((record) => chunk.includes(valueOf(record) ?? '')),
	};
}

/**
 * A batch that is refused may have been saved but for the records that were named, or not at all: the store's mode
 * decides (price_lists.v3.yml: "partial update in non-strict mode"). Some of the others tell which: they hold what was
 * sent, and since then. Where that is not sure they count as not saved, as saving twice does no harm.
 */
export async function wereSaved(
	client: Client,
	priceList: number,
	records: WantedPrices[],
	sentAt: number,
): Promise<boolean> {
	const probing = probesAmong(records);
	if (!probing) return false;
	const { path, task, scope } = priceRecordsOf(priceList);
	try {
		const { query } = probing;
		const { body, headers } = await client.call('GET', { path, query, task, scope });
		const now = Date.parse(String(headers.date));
		const since = now - (Date.now() - sentAt) - SECOND;
		const found = rowsIn<PriceRecord>(body);
		const present = probing.probes.map((probe) => ({
			probe,
			record: found.find((record) => isOf(record, probe)),
		}));
		return (
			present.every(({ probe, record }) => record && has(record, probe)) &&
			present.some(({ record }) => Date.parse(record?.date_modified ?? '') >= since)
		);
	} catch {
		return false;
	}
}
