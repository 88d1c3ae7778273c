import type { Call, Client } from '../../api/client';
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

/** What is asked of the store. */
export const adjusting = ({ kind }: StockWriting): Call => ({
	path: ENDPOINTS[kind].path,
	task: ENDPOINTS[kind].task,
	scope: 'inventory:modify',
});

/** One request, of up to 2,000 adjustments; the store carries out all of them or none. */
export async function sendAdjustments(
	writing: StockWriting,
	adjustments: readonly Adjustment[],
): Promise<Answer> {
	const { client, kind, reason } = writing;
	const items = adjustments.map(({ identity, locationId, quantity }) => ({
		location_id: locationId,
		...identity,
		quantity,
	}));
	return await client.call(ENDPOINTS[kind].method, {
		...adjusting(writing),
		body: { ...(reason && { reason }), items },
	});
}

/** The name of a change in the store's stock history; undefined where the answer is none to an adjustment. */
export function transactionOf(body: unknown): string | undefined {
	if (!isObject(body)) return undefined;
	const { transaction_id = isObject(body.data) ? body.data.transaction_id : undefined } = body;
	return typeof transaction_id === 'string' ? transaction_id : undefined;
}
