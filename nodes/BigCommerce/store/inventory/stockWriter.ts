import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import {
	adjusting,
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
	location?: string | number;
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

interface NamedAdjustment extends Adjustment {
	/** As the item names its stock: a refusal may teach another name. */
	named: StockIdentity;
}

/** The last absolute quantity holds, relative ones add up. */
const merging =
	(kind: StockWriting['kind']) =>
	(earlier: NamedAdjustment, later: NamedAdjustment): NamedAdjustment =>
		kind === 'absolute' ? later : { ...later, quantity: earlier.quantity + later.quantity };

/** Writes adjustments of different stocks. A batch that is refused is taken apart by looking its items up once. */
async function writeAdjustments(
	writing: StockWriting,
	refusals: StockRefusals,
	adjustments: Adjustment[],
): Promise<Array<Outcome<string>>> {
	await refusals.foresee(adjustments);
	return await writeMany(writing.client, adjustments, {
		call: adjusting(writing),
		size: MOST_CHANGES,
		inOrder: true,
		send: async (batch) => await sendAdjustments(writing, batch),
		resultOf: transactionOf,
		blame: async (refusal, batch) => await refusals.blame(refusal, batch, adjustments),
	});
}

export type StockWriter = (changes: readonly StockChange[]) => Promise<Array<Outcome<StockResult>>>;

/** Writes stock in the largest batches; what it answers is called with changes, as often as there are more. */
export function stockWriter(writing: StockWriting): StockWriter {
	const { client, kind } = writing;
	const finder = new LocationFinder(client);
	const refusals = new StockRefusals(writing);
	const write = async (adjustments: NamedAdjustment[]) => {
		const keyOf = await refusals.keysOf(adjustments);
		const last = new Map(adjustments.map((one) => [keyOf(one), one]));
		const written = new Set(kind === 'relative' ? adjustments : last.values());
		return await writeMany(client, adjustments, {
			keyOf,
			merge: merging(kind),
			write: async (distinct) => await writeAdjustments(writing, refusals, distinct),
			answer: (transactionId, one): StockResult => ({
				...shownIdentity(one.named),
				locationId: one.locationId,
				quantity: one.quantity,
				action: written.has(one) ? 'updated' : 'skipped',
				transactionId,
			}),
		});
	};
	return async (changes) =>
		await writeMany(client, changes, {
			prepare: async ({ identity, location, quantity }): Promise<NamedAdjustment> => ({
				identity,
				named: identity,
				quantity,
				locationId: await finder.idOf(location),
			}),
			write: async (adjustments) => await write(adjustments),
		});
}
