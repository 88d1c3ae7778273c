import type { OrderStatus } from '../records.ts';

const status = (
	id: number,
	name: string,
	custom_label: string,
	system_description: string,
	sort_order: number,
): OrderStatus => ({
	id,
	name,
	custom_label,
	system_description,
	sort_order,
});

/** The fifteen statuses (API notes 4.5). The names are fixed; this shop's owner has given three of them labels of her own. */
export const ORDER_STATUSES: OrderStatus[] = [
	status(0, 'Incomplete', 'Incomplete', 'The shopper began the checkout and did not finish it.', 0),
	status(1, 'Pending', 'Pending', 'The checkout is finished, the payment is not confirmed yet.', 1),
	status(2, 'Shipped', 'Shipped', 'The order is on its way, its receipt is not confirmed.', 8),
	status(
		3,
		'Partially Shipped',
		'Partially Shipped',
		'Some items of the order are on their way.',
		6,
	),
	status(4, 'Refunded', 'Refunded', 'The order was paid back.', 11),
	status(5, 'Cancelled', 'Cancelled', 'The seller has cancelled the order.', 9),
	status(6, 'Declined', 'Declined', 'The seller has declined the order.', 10),
	status(7, 'Awaiting Payment', 'Awaiting Payment', 'The order waits for its payment.', 2),
	status(
		8,
		'Awaiting Pickup',
		'Ready for Pickup',
		'The order is packed and waits to be fetched.',
		5,
	),
	status(
		9,
		'Awaiting Shipment',
		'Waiting for Carrier',
		'The order is packed and waits for the carrier.',
		4,
	),
	status(10, 'Completed', 'Completed', 'The order has arrived, or its files were sent.', 7),
	status(11, 'Awaiting Fulfillment', 'Packing', 'The order is paid and waits to be packed.', 3),
	status(
		12,
		'Manual Verification Required',
		'Manual Verification Required',
		'Something of the order must be checked by hand.',
		13,
	),
	status(13, 'Disputed', 'Disputed', 'The shopper disputes the payment.', 12),
	status(14, 'Partially Refunded', 'Partially Refunded', 'A part of the order was paid back.', 14),
];
