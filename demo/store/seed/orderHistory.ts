import { cents } from '../formats.ts';
import { totalsOf, withTax } from '../endpoints/orderMoney.ts';
import type { OrderRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';

export interface Parcel {
	/** Which of the order's addresses. */
	address: number;
	/** At most so many of each line. */
	most: number;
	provider: string;
	tracking: string;
}

/** A shipment that went out before the store was started. */
export function ship(state: StoreState, order: OrderRecord, parcel: Parcel, at: number): void {
	const address = order.addresses[parcel.address];
	if (!address) return;
	const lines = order.lines.filter(
		(line) => line.order_address_id === address.id && line.type === 'physical',
	);
	// Of a partly shipped order only the first line has gone.
	const gone = parcel.most < 9 ? lines.slice(0, 1) : lines;
	const items = gone.map((line) => {
		const quantity = Math.min(parcel.most, line.quantity);
		line.quantity_shipped += quantity;
		return { order_product_id: line.id, product_id: line.product_id, quantity };
	});
	const id = nextId(state, 'shipment');
	state.shipments.set(id, {
		id,
		order_id: order.id,
		order_address_id: address.id,
		date_created: at,
		tracking_number: parcel.tracking,
		tracking_link: '',
		tracking_carrier: '',
		shipping_provider: parcel.provider,
		shipping_method: address.shipping_method,
		merchant_shipping_cost: 0,
		comments: '',
		items,
	});
}

export function addTransaction(state: StoreState, order: OrderRecord): void {
	const paypal = order.payment_method === 'PayPal';
	const id = nextId(state, 'transaction');
	state.transactions.set(id, {
		id,
		order_id: order.id,
		event: 'purchase',
		method: paypal ? 'electronic_wallet' : 'credit_card',
		amount: cents(totalsOf(order).totalInc),
		currency: 'USD',
		gateway: paypal ? 'paypalexpress' : 'testgateway',
		gateway_transaction_id: `GW-${order.id}-${id}`,
		status: 'ok',
		date_created: order.date_created,
		...(paypal ? {} : { card: { card_type: 'visa', card_last4: '4242' } }),
	});
}

/** Pays back a share of the first line; a share of 1 is the whole of it. */
export function addRefund(state: StoreState, order: OrderRecord, share: number, at: number): void {
	const line = order.lines[0];
	if (!line) return;
	const quantity = Math.max(1, Math.floor(line.quantity * share));
	const amount = cents(withTax(line.price, order.tax_rate) * quantity);
	line.quantity_refunded = quantity;
	line.refund_amount = amount;
	const id = nextId(state, 'refund');
	const transaction = nextId(state, 'transaction');
	state.transactions.set(transaction, {
		id: transaction,
		order_id: order.id,
		event: 'refund',
		method: 'credit_card',
		amount,
		currency: 'USD',
		gateway: 'testgateway',
		gateway_transaction_id: `GW-${order.id}-${transaction}`,
		status: 'ok',
		date_created: at,
	});
	state.refunds.set(id, {
		id,
		order_id: order.id,
		created: at,
		reason: share >= 1 ? 'Did not fit the machine' : 'One arrived chipped',
		total_amount: amount,
		total_tax: cents(amount - line.price * quantity),
		items: [
			{ item_type: 'PRODUCT', item_id: line.id, reason: '', quantity, requested_amount: amount },
		],
		payments: [
			{
				id: 1,
				provider_id: 'testgateway',
				amount,
				offline: false,
				transaction_id: String(transaction),
			},
		],
	});
}
