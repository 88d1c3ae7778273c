import { sameSku } from '../sku';
import type { OrderProduct } from './orders';

/** Lines that go out in a parcel: digital ones and those that are picked up have no address. */
export const isShipped = ({ type, order_address_id }: OrderProduct) =>
	type === 'physical' && order_address_id > 0;

const openOf = ({ quantity, quantity_shipped, quantity_refunded }: OrderProduct) =>
	Math.max(0, quantity - (quantity_shipped ?? 0) - (quantity_refunded ?? 0));

/** What is still to go: ordered, less what has gone and what was refunded. */
export const leftOf = (line: OrderProduct) => (isShipped(line) ? openOf(line) : 0);

/** Pieces that the customer has still to collect; no shipment tells of them (API notes 4.10). */
export const toCollect = (line: OrderProduct) =>
	line.type === 'physical' && !isShipped(line) ? openOf(line) : 0;

/** SKUs are the same whatever their capitals, as BigCommerce itself holds them. */
export const linesWithSku = (lines: readonly OrderProduct[], sku: string) =>
	lines.filter((line) => sameSku(line.sku, sku));

/** How a line is called in texts and results. */
export const nameOf = ({ sku, name, id }: OrderProduct) => sku || name || `line item ${id}`;
