import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/batch';
import type { Client } from '../../api/client';
import type { Answer } from '../../api/retry';
import { keyOf, namesOf, type Identity } from './items';
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
	signal?: AbortSignal;
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

interface Merged extends Adjustment {
	/** Positions of the changes that it stands for; the last one gave an absolute quantity. */
	of: number[];
}

/** Changes of one item at one location become one: the last absolute quantity holds, relative ones add up. */
function merge(changes: Array<Adjustment & { position: number }>, kind: Writing['kind']): Merged[] {
	const merged = new Map<string, Merged>();
	for (const { position, ...change } of changes) {
		const key = `${change.locationId}/${keyOf(change.identity)}`;
		const there = merged.get(key);
		if (!there) {
			merged.set(key, { ...change, of: [position] });
			continue;
		}
		there.of.push(position);
		there.quantity = kind === 'absolute' ? change.quantity : there.quantity + change.quantity;
	}
	return [...merged.values()];
}

const transactionOf = (body: unknown) =>
	(body as { transaction_id?: string; data?: { transaction_id?: string } } | undefined)
		?.transaction_id ??
	(body as { data?: { transaction_id?: string } } | undefined)?.data?.transaction_id;

/**
 * Writes stock in the largest batches; what it answers is called with changes, as often as there are more, and tells
 * what became of each. A batch that is refused is taken apart by looking its items up once.
 */
export function stockWriter(writing: Writing) {
	const { client, kind, signal } = writing;
	const finder = new LocationFinder(client);
	return async (changes: readonly StockChange[]): Promise<Array<Outcome<StockResult>>> => {
		const outcomes = new Array<Outcome<StockResult>>(changes.length);
		const placed: Array<Adjustment & { position: number }> = [];
		for (const [position, { identity, location, quantity }] of changes.entries()) {
			try {
				placed.push({ position, identity, quantity, locationId: await finder.idOf(location) });
			} catch (error) {
				signal?.throwIfAborted();
				outcomes[position] = { error };
			}
		}
		const merged = merge(placed, kind);
		const refusals = new Refusals(writing, merged);
		const written = await sendInBatches<Merged, string>(merged, {
			size: MOST_CHANGES,
			inOrder: true,
			doing: MEANS[kind].doing,
			scope: 'inventory:modify',
			signal,
			send: async (batch) => await sendAdjustments(writing, batch),
			resultOf: transactionOf,
			settle: async (refusal, batch) => await refusals.settle(refusal, batch),
		});
		for (const [at, { of, ...adjustment }] of merged.entries()) {
			const { result: transactionId, error } = written[at] as Outcome<string>;
			for (const position of of) {
				const change = changes[position] as StockChange;
				outcomes[position] =
					transactionId === undefined
						? { error }
						: {
								result: {
									...namesOf(change.identity),
									locationId: adjustment.locationId,
									quantity: change.quantity,
									stockAction: actionOf(kind, position === of.at(-1)),
									transactionId,
								},
							};
			}
		}
		return outcomes;
	};
}

const actionOf = (kind: Writing['kind'], isLast: boolean) =>
	kind === 'relative' ? 'adjusted' : isLast ? 'set' : 'merged';
