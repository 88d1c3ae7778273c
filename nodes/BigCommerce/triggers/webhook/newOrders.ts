import { INCOMPLETE } from '../../store/orders/orderStatuses';
import { newOrder } from '../../store/webhooks/eventLists/common';
import type { Event } from '../eventItem';

const CREATED = newOrder.value;
const STATUS = 'store/order/statusUpdated';
const WITH_STATUS = [STATUS, 'store/order/*'];

/** What the form asks for, as far as it matters for new orders. */
export interface OrderWish {
	/** The scopes that were chosen. */
	chosen: readonly string[];
	skipsIncomplete: boolean;
}

/**
 * Whether unfinished checkouts are to be told of once they are orders: BigCommerce has an order while the shopper pays, as
 * Incomplete, and tells of the payment by a change of its status alone (API notes 5.12).
 */
export const waitsForOrders = ({ chosen, skipsIncomplete }: OrderWish) =>
	skipsIncomplete && chosen.includes(CREATED);

/** The scopes of the hooks that this takes. */
export const withCompletions = (wish: OrderWish): readonly string[] =>
	waitsForOrders(wish) && !wish.chosen.some((scope) => WITH_STATUS.includes(scope))
		? [...wish.chosen, STATUS]
		: wish.chosen;

const becomesOrder = ({ scope, subject: { ids } }: Event) =>
	scope === STATUS &&
	ids.previousStatusId === INCOMPLETE &&
	ids.newStatusId !== undefined &&
	ids.newStatusId !== INCOMPLETE;

/** What an event may start the workflow as: itself where it was chosen, and the new order that a checkout became. */
export function viewsOf(event: Event, wish: OrderWish): Event[] {
	if (event.scope !== STATUS || !waitsForOrders(wish)) return [event];
	const isChosen = wish.chosen.some((scope) => WITH_STATUS.includes(scope));
	return [
		...(becomesOrder(event) ? [{ ...event, scope: CREATED }] : []),
		...(isChosen ? [event] : []),
	];
}

/** What all events have in common that may tell of one new order: its creation may see it paid, and the payment follows. */
export const newOrderOf = ({ scope, subject }: Event, wish: OrderWish): string | undefined =>
	scope === CREATED && waitsForOrders(wish) ? `new order ${subject.resourceId}` : undefined;
