import { changes, changesAndAll, group } from './eventGroup';

export const orderEvents = [
	...group('Order', 'store/order', [
		['All Events', '*', 'All order events but those of metafields'],
		['Archived', 'archived'],
		[
			'Created',
			'created',
			'Also for incomplete orders (status 0), for example after a payment that was declined',
		],
		['Status Updated', 'statusUpdated', 'Tells the old and the new status'],
		['Updated', 'updated', 'A change of the status sets off Status Updated as well'],
	]),
	...group('Order Message', 'store/order/message', [['Created', 'created']]),
	...changes('Order Metafield', 'store/order/metafield'),
	...group('Order Refund', 'store/order/refund', [
		['Created', 'created', 'Mostly together with Order: Status Updated'],
	]),
	...group('Order Transaction', 'store/order/transaction', [
		['Created', 'created', 'A payment, a capture, a refund or another step of the payment'],
		['Updated', 'updated'],
	]),
	...changesAndAll('Shipment', 'store/shipment'),
];

export const cartEvents = [
	...group('Cart', 'store/cart', [
		['Abandoned', 'abandoned', 'One hour or more after the last change to the cart'],
		['All Events', '*', 'Those of line items included'],
		['Converted', 'converted', 'The cart has become an order'],
		['Coupon Applied', 'couponApplied'],
		['Created', 'created', 'A new cart also sets off Cart: Updated'],
		['Deleted', 'deleted', 'Also when the last item was taken out'],
		['Updated', 'updated'],
	]),
	...changesAndAll('Cart Line Item', 'store/cart/lineItem'),
	...changes('Cart Metafield', 'store/cart/metafield'),
];
