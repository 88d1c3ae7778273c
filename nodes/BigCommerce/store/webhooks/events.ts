import { catalogueEvents, inventoryEvents, priceListEvents } from './eventLists/catalogue';
import { ofOneChannel } from './eventLists/channel';
import { newOrder, otherCommonEvents } from './eventLists/common';
import { companyEvents, customerEvents } from './eventLists/customers';
import { cartEvents, orderEvents } from './eventLists/orders';
import type { WebhookEvent } from './eventLists/eventGroup';
import { storeEvents } from './eventLists/store';

const sorted = (options: WebhookEvent[]) =>
	[...options].sort((a, b) => a.name.localeCompare(b.name));

/** All events that BigCommerce lists for a whole store (API notes 5.7), by kind; any other scope can be typed. */
export const events = sorted([
	...cartEvents,
	...catalogueEvents,
	...companyEvents,
	...customerEvents,
	...inventoryEvents,
	...orderEvents,
	...priceListEvents,
	...storeEvents,
]);

/** Those that most workflows start with, in plain words. */
export const commonEvents = [newOrder, ...otherCommonEvents];

const names = new Map(
	[...events, ...commonEvents].map(({ name, value }) => [value, name] as const),
);

/** All others. */
export const moreEvents = events.filter(
	({ value }) => !commonEvents.some((common) => common.value === value),
);

/** Those of one sales channel, by the end of their scope: `order/created`. */
export const channelEvents = sorted(ofOneChannel);

/** What forms call an event; one of a channel as its like of the whole store. */
export const eventName = (scope: string): string =>
	names.get(scope) ??
	names.get(scope.replace(/^store\/channel\/\d+\/inventory\//, 'store/channel/*/inventory/')) ??
	names.get(scope.replace(/^store\/channel\/(?:\d+|\*)\//, 'store/')) ??
	scope;
