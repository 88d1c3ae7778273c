import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/batch';
import type { Client } from '../../api/client';
import { sendMerged } from '../../api/merge';
import { goOn, outcomesOf } from '../../api/outcomes';
import type { Answer } from '../../api/retry';
import { namesOf, type Identity } from './items';
import { LocationFinder } from './locations';
import { Refusals } from './refusals';

/** The largest adjustment that the API takes (inventory.v3.yml). */
export const MOST_CHANGES = 2_000;

/** A change of one item at one location; `location` as the form says it, empty for the default location. */
export interface StockChange {
	identity: Identity;
	location?: unknown;
	quantity: number;
}

/** A change as it is sent: all items of the input that are about the same stock as one. */
export interface Adjustment {
	identity: Identity;
	locationId: number;
	quantity: number;
}

export interface StockResult {
	sku?: string;
	variantId?: number;
	productId?: number;
	locationId: number;
	/** The stock that was set, or by how much it was changed. */
	quantity: number;
	/** `set` and `adjusted`; `merged`: a later item of the input says the same item's stock, or was added to it. */
	stockAction: 'set' | 'adjusted' | 'merged';
	transactionId: string;
}

export interface Writing {
	client: Client;
	/** `absolute` sets the stock, `relative` adds to it. */
	kind: 'absolute' | 'relative';
	/** Stands with the change in the store's stock history. */
	reason?: string;
	/** Items come as users name them, so that a SKU and an id may mean one stock. */
	asNamed?: boolean;
}

const MEANS = {
	absolute: { method: 'PUT', path: '/v3/inventory/adjustments/absolute', doing: 'set the stock' },
	relative: {
		method: 'POST',
		path: '/v3/inventory/adjustments/relative',
		doing: 'adjust the stock',
	},
} as const;

const sent = ({ identity, locationId, quantity }: Adjustment) => ({
	location_id: locationId,
	...identity,
	quantity,
});

/** One request, of up to 2,000 adjustments; the store carries out all of them or none. */
export async function sendAdjustments(
	{ client, kind, reason }: Writing,
	adjustments: readonly Adjustment[],
): Promise<Answer> {
	const { method, path, doing } = MEANS[kind];
	return await client.call(method, {
		path,
		body: { ...(reason && { reason }), items: adjustments.map(sent) },
		doing,
		scope: 'inventory:modify',
	});
}

/** The last absolute quantity holds, relative ones add up. */
const merging =
	(kind: Writing['kind']) =>
	(earlier: Adjustment, later: Adjustment): Adjustment =>
		kind === 'absolute' ? later : { ...later, quantity: earlier.quantity + later.quantity };

const transactionOf = (body: unknown) =>
	(body as { transaction_id?: string; data?: { transaction_id?: string } } | undefined)
		?.transaction_id ??
	(body as { data?: { transaction_id?: string } } | undefined)?.data?.transaction_id;

/** Writes adjustments of different stocks. A batch that is refused is taken apart by looking its items up once. */
async function sendAll(writing: Writing, refusals: Refusals, adjustments: Adjustment[]) {
	await refusals.foresee(adjustments);
	return await sendInBatches<Adjustment, string>(adjustments, {
		size: MOST_CHANGES,
		inOrder: true,
		doing: MEANS[writing.kind].doing,
		scope: 'inventory:modify',
		client: writing.client,
		send: async (batch) => await sendAdjustments(writing, batch),
		resultOf: transactionOf,
		settle: async (refusal, batch) => await refusals.settle(refusal, batch, adjustments),
	});
}

export type StockWriter = (changes: readonly StockChange[]) => Promise<Array<Outcome<StockResult>>>;

/** Writes stock in the largest batches; what it answers is called with changes, as often as there are more. */
export function stockWriter(writing: Writing): StockWriter {
	const { kind } = writing;
	const finder = new LocationFinder(writing.client);
	const refusals = new Refusals(writing);
	const placed = async ({ identity, location, quantity }: StockChange): Promise<Adjustment> => ({
		identity,
		quantity,
		locationId: await finder.idOf(location),
	});
	return async (changes) =>
		await goOn(await outcomesOf(changes, placed), async (adjustments) => {
			const stockKey = await refusals.keysOf(adjustments);
			const last = new Map(adjustments.map((adjustment, at) => [stockKey(adjustment), at]));
			const shown = adjustments.map((adjustment, at) => ({
				...namesOf(adjustment.identity),
				locationId: adjustment.locationId,
				quantity: adjustment.quantity,
				stockAction: actionOf(kind, last.get(stockKey(adjustment)) === at),
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

const actionOf = (kind: Writing['kind'], isLast: boolean): StockResult['stockAction'] =>
	kind === 'relative' ? 'adjusted' : isLast ? 'set' : 'merged';
