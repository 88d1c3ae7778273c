import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import { sendMerged } from '../../api/merge';
import { continueWith, outcomesOf } from '../../api/outcomes';
import {
	inWords,
	MOST_CHANGES,
	sendAdjustments,
	transactionOf,
	type Adjustment,
	type StockWriting,
} from './adjustments';
import { LocationFinder } from './locations';
import { shownIdentity, type StockIdentity } from './stockItems';
import { StockRefusals } from './stockRefusals';

/** A change of one item at one location; `location` as the form says it, empty for the default location. */
export interface StockChange {
	identity: StockIdentity;
	location?: unknown;
	quantity: number;
}

export interface StockResult {
	sku?: string;
	variantId?: number;
	productId?: number;
	locationId: number;
	/** The stock that was set, or by how much it was changed. */
	quantity: number;
	/** `skipped`: a later item of the input sets the same stock. */
	action: 'updated' | 'skipped';
	transactionId: string;
}

/** The last absolute quantity holds, relative ones add up. */
const merging =
	(kind: StockWriting['kind']) =>
	(earlier: Adjustment, later: Adjustment): Adjustment =>
		kind === 'absolute' ? later : { ...later, quantity: earlier.quantity + later.quantity };

/** Writes adjustments of different stocks. A batch that is refused is taken apart by looking its items up once. */
async function sendAll(writing: StockWriting, refusals: StockRefusals, adjustments: Adjustment[]) {
	await refusals.foresee(adjustments);
	return await sendInBatches<Adjustment, string>(adjustments, {
		size: MOST_CHANGES,
		inOrder: true,
		task: inWords(writing),
		scope: 'inventory:modify',
		client: writing.client,
		send: async (batch) => await sendAdjustments(writing, batch),
		resultOf: transactionOf,
		blame: async (refusal, batch) => await refusals.blame(refusal, batch, adjustments),
	});
}

export type StockWriter = (changes: readonly StockChange[]) => Promise<Array<Outcome<StockResult>>>;

/** Writes stock in the largest batches; what it answers is called with changes, as often as there are more. */
export function stockWriter(writing: StockWriting): StockWriter {
	const { kind } = writing;
	const finder = new LocationFinder(writing.client);
	const refusals = new StockRefusals(writing);
	const placed = async ({ identity, location, quantity }: StockChange): Promise<Adjustment> => ({
		identity,
		quantity,
		locationId: await finder.idOf(location),
	});
	return async (changes) =>
		await continueWith(await outcomesOf(changes, placed), async (adjustments) => {
			const stockKey = await refusals.keysOf(adjustments);
			const last = new Map(adjustments.map((adjustment, at) => [stockKey(adjustment), at]));
			const isWritten = (at: number) =>
				kind === 'relative' || last.get(stockKey(adjustments[at] as Adjustment)) === at;
			const shown = adjustments.map((adjustment, at) => ({
				...shownIdentity(adjustment.identity),
				locationId: adjustment.locationId,
				quantity: adjustment.quantity,
				action: isWritten(at) ? ('updated' as const) : ('skipped' as const),
			}));
			const written = await sendMerged(adjustments, {
				keyOf: stockKey,
				merge: merging(kind),
				send: async (merged) => await sendAll(writing, refusals, merged),
			});
			return written.map(({ result: transactionId, error }, at) =>
				transactionId === undefined
					? { error }
					: { result: { ...(shown[at] as (typeof shown)[number]), transactionId } },
			);
		});
}
