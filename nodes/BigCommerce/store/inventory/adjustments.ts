import type { Client } from '../../api/client';
import { isObject, type Answer } from '../../api/answers';
import type { StockIdentity } from './stockItems';

/** The largest adjustment that the API takes (inventory.v3.yml). */
export const MOST_CHANGES = 2_000;

/** A change as it is sent: all items of the input that are about the same stock as one. */
export interface Adjustment {
	identity: StockIdentity;
	locationId: number;
	quantity: number;
}

export interface StockWriting {
	client: Client;
	/** `absolute` sets the stock, `relative` adds to it. */
	kind: 'absolute' | 'relative';
	/** Stands with the change in the store's stock history. */
	reason?: string;
	/** Items come as users name them, so that a SKU and an id may mean one stock. */
	asNamed?: boolean;
}

const ENDPOINTS = {
	absolute: { method: 'PUT', path: '/v3/inventory/adjustments/absolute', task: 'set the stock' },
	relative: {
		method: 'POST',
		path: '/v3/inventory/adjustments/relative',
		task: 'adjust the stock',
	},
} as const;

const sent = ({ identity, locationId, quantity }: Adjustment) => ({
	location_id: locationId,
	...identity,
	quantity,
});

export const inWords = ({ kind }: StockWriting) => ENDPOINTS[kind].task;

/** One request, of up to 2,000 adjustments; the store carries out all of them or none. */
export async function sendAdjustments(
	{ client, kind, reason }: StockWriting,
	adjustments: readonly Adjustment[],
): Promise<Answer> {
	const { method, path, task } = ENDPOINTS[kind];
	return await client.call(method, {
		path,
		body: { ...(reason && { reason }), items: adjustments.map(sent) },
		task,
		scope: 'inventory:modify',
	});
}

/** The name of a change in the store's stock history; undefined where the answer is none to an adjustment. */
export function transactionOf(body: unknown): string | undefined {
	if (!isObject(body)) return undefined;
	const { transaction_id = isObject(body.data) ? body.data.transaction_id : undefined } = body;
	return typeof transaction_id === 'string' ? transaction_id : undefined;
}
