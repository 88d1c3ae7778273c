import { InputError } from '../../api/inputError';
import type { OrderProduct, Shipment } from './orders';
import { isShipped, nameOf } from './orderLines';
import type { ShipmentRow } from './parcels';

/** Why a row cannot be carried out, in words. */

const MOST_NAMED = 8;

const listed = (names: readonly string[]) => {
	const unique = [...new Set(names)];
	return unique.slice(0, MOST_NAMED).join(', ') + (unique.length > MOST_NAMED ? ' and others' : '');
};

const whatOf = ({ sku, orderId }: ShipmentRow) =>
	sku ? `${sku} in order ${orderId}` : `order ${orderId}`;

export const unknownSku = ({ orderId, sku }: ShipmentRow, lines: readonly OrderProduct[]) =>
	new InputError(
		`Order ${orderId} has no line item with the SKU "${sku}"`,
		`Its line items are ${listed(lines.filter(isShipped).map(nameOf)) || 'all digital'}. Check 'SKU' and 'Order ID'.`,
	);

export const notShipped = (row: ShipmentRow) =>
	new InputError(
		`Nothing of ${whatOf(row)} is shipped`,
		'Digital line items, gift certificates and those that are picked up need no shipment. Take out this row.',
	);

export const notOneSku = ({ orderId, quantity }: ShipmentRow, lines: readonly OrderProduct[]) =>
	new InputError(
		`'Quantity' is ${quantity}, but order ${orderId} has several SKUs`,
		`Say with 'SKU' which one is meant: ${listed(lines.map(nameOf))}.`,
	);

export const tooMany = (row: ShipmentRow, left: number) =>
	new InputError(
		`Only ${left} of ${whatOf(row)} ${left === 1 ? 'is' : 'are'} left to ship, not ${row.quantity}`,
		"Lower 'Quantity', or leave it empty for all that is left.",
	);

const asText = ({ id, tracking_number }: Shipment) =>
	tracking_number ? `${id} (${tracking_number})` : `${id}`;

export const nothingLeft = (row: ShipmentRow, shipments: readonly Shipment[]) =>
	new InputError(
		`Nothing of ${whatOf(row)} is left to ship`,
		shipments.length > 0
			? `It stands on shipment ${listed(shipments.map(asText))}. To change a tracking number use Update; for several parcels say with 'SKU' and 'Quantity' what each holds.`
			: "Other rows take all of it, or it was refunded. For several parcels say with 'SKU' and 'Quantity' what each holds.",
	);
