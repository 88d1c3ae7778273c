import { sameSku } from '../sku';
import type { OrderProduct } from './orders';

/** Lines that go out in a parcel: digital ones and those that are picked up have no address. */
export const isShipped = ({ type, order_address_id }: OrderProduct) =>
	type === 'physical' && order_address_id > 0;

/** What is still to go: ordered, less what has gone and what was refunded. */
export const leftOf = (line: OrderProduct) =>
	isShipped(line)
		? Math.max(0, line.quantity - (line.quantity_shipped ?? 0) - (line.quantity_refunded ?? 0))
		: 0;

/** SKUs are the same whatever their capitals, as BigCommerce itself holds them (facts 8.8). */
export const linesWithSku = (lines: readonly OrderProduct[], sku: string) =>
	lines.filter((line) => sameSku(line.sku, sku));

/** How a line is called in texts and results. */
export const nameOf = ({ sku, name, id }: OrderProduct) => sku || name || `line item ${id}`;
