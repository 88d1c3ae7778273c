import type { Client } from '../../api/client';
import { readOrder, setStatus, type Order } from './orders';

const SHIPPED = 2;
const PARTIALLY_SHIPPED = 3;

/**
 * Statuses that go on to Shipped: Pending, Partially Shipped, Awaiting Payment, Pickup, Shipment and Fulfillment, Manual
 * Verification Required and Partially Refunded (what is refunded stands in the payment status as well). Incomplete,
 * Refunded, Cancelled, Declined, Completed and Disputed were decided by someone and stay.
 */
const GO_ON = new Set([1, PARTIALLY_SHIPPED, 7, 8, 9, 11, 12, 14]);

/** How far an order has gone. */
export interface ShippingProgress {
	/** Pieces to ship. */
	left: number;
	/** Pieces to collect: when they are is not known here, so that the status is BigCommerce's. */
	toCollect?: number;
	/** Pieces on shipments. */
	shipped: number;
	/** Whether this run recorded a shipment. */
	isNew: boolean;
}

/** The status that the quantities ask for, where the present one does not say so and may be changed. */
export function statusToSet(
	present: number,
	{ left, toCollect = 0, shipped, isNew }: ShippingProgress,
): number | undefined {
	if (shipped === 0 || toCollect > 0) return undefined;
	const wanted = left === 0 ? SHIPPED : PARTIALLY_SHIPPED;
	if (present === wanted) return undefined;
	// Someone may have marked an order as shipped that is not: only a shipment of this run takes that back.
	if (present === SHIPPED) return isNew ? wanted : undefined;
	return GO_ON.has(present) ? wanted : undefined;
}

/**
 * Sets the status of an order only where BigCommerce did not do so with the shipment (API notes 4.12). It must come after
 * the shipments: a status set before them mails the customer without a tracking number (API notes 4.6).
 */
export async function settleStatus(
	client: Client,
	order: Order,
	progress: ShippingProgress,
	maySet: boolean,
): Promise<Order> {
	const wanted = maySet ? statusToSet(order.status_id, progress) : undefined;
	if (wanted === undefined) return order;
	return (await setStatus(client, order.id, wanted)) ?? (await readOrder(client, order.id));
}
