import type { Resource } from '../operation/define';
import { channel } from './channel';
import { coupon } from './coupon';
import { event } from './event';
import { inventory } from './inventory';
import { listing } from './listing';
import { order } from './order';
import { orderShipment } from './orderShipment';
import { priceList } from './priceList';
import { priceListAssignment } from './priceListAssignment';
import { priceListRecord } from './priceListRecord';
import { webhook } from './webhook';

/** Every resource of the node. A new one is a folder and a line here. */
export const resources: readonly Resource[] = [
	channel,
	coupon,
	event,
	inventory,
	listing,
	order,
	orderShipment,
	priceList,
	priceListAssignment,
	priceListRecord,
	webhook,
];
