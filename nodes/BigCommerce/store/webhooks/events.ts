import { catalogueEvents, inventoryEvents, priceListEvents } from './eventLists/catalogue';
import { ofOneChannel } from './eventLists/channel';
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

/** Those of one sales channel, by the end of their scope: `order/created`. */
export const channelEvents = sorted(ofOneChannel);
