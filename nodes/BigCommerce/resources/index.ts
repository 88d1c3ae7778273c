import type { Resource } from '../operation/define';
import { coupon } from './coupon';
import { event } from './event';
import { inventory } from './inventory';
import { listing } from './listing';
import { order } from './order';
import { orderShipment } from './orderShipment';
import { webhook } from './webhook';

/** Every resource of the node. A new one is a folder and a line here. */
export const resources: readonly Resource[] = [
	coupon,
	event,
	inventory,
	listing,
	order,
	orderShipment,
	webhook,
];
