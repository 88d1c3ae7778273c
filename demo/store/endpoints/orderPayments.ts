import { isoZulu } from '../formats.ts';
import { data, noContent, notFoundV3 } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import type { Context, Route } from '../http/routes.ts';
import type { OrderRecord, RefundRecord, TransactionRecord } from '../records.ts';
import { byId } from '../state.ts';

const orderV3 = ({ state, params }: Context): OrderRecord =>
	state.orders.get(Number(params.order_id)) ?? notFoundV3('order');

function transactionView(transaction: TransactionRecord): object {
	const { card, date_created, order_id, ...rest } = transaction;
	return {
		...rest,
		// A string here, a number elsewhere (API notes 4.8).
		order_id: String(order_id),
		date_created: isoZulu(date_created),
		test: false,
		fraud_review: false,
		payment_method_id: `${transaction.gateway}.${transaction.method}`,
		payment_instrument_token: null,
		...(card
			? { credit_card: { ...card, card_iin: '', card_expiry_month: 12, card_expiry_year: 2030 } }
			: {}),
	};
}

const refundView = (refund: RefundRecord): object => ({
	id: refund.id,
	order_id: refund.order_id,
	user_id: 1,
	created: isoZulu(refund.created),
	reason: refund.reason,
	total_amount: refund.total_amount,
	total_tax: refund.total_tax,
	uses_merchant_override_values: false,
	items: refund.items.map((item) => ({ ...item, adjustments: [] })),
	payments: refund.payments.map((payment) => ({
		...payment,
		is_declined: false,
		declined_message: '',
	})),
});

function refundsBy({ state, query }: Context): RefundRecord[] {
	const orders = query.numbers('order_id:in');
	const ids = query.numbers('id:in');
	const from = query.date('created:min') ?? -Infinity;
	const to = query.date('created:max') ?? Infinity;
	const transaction = query.text('transaction_id');
	return byId(state.refunds).filter(
		(refund) =>
			(!orders || orders.includes(refund.order_id)) &&
			(!ids || ids.includes(refund.id)) &&
			refund.created >= from &&
			refund.created <= to &&
			(transaction === undefined ||
				refund.payments.some((payment) => payment.transaction_id === transaction)),
	);
}

/** Refunds are open to the orders and to the transactions scope, transactions to their own alone (API notes 4.7, 4.8). */
const REFUND_SCOPES = ['store_v2_orders', 'store_v2_transactions'];

const get = (path: string, run: Route['run'], scope: Route['scope']): Route => ({
	method: 'GET',
	path,
	scope,
	run,
});

export const orderPaymentRoutes: Route[] = [
	get(
		'/v3/orders/{order_id}/transactions',
		(context) => {
			const order = orderV3(context);
			const rows = byId(context.state.transactions).filter(
				(transaction) => transaction.order_id === order.id,
			);
			// No transactions: 204, unlike other v3 lists (API notes 4.8).
			return rows.length === 0
				? noContent
				: v3Page(context.query, rows, { render: transactionView });
		},
		'store_v2_transactions',
	),
	get(
		'/v3/orders/{order_id}/payment_actions/refunds',
		(context) => {
			const order = orderV3(context);
			return data(
				refundsBy(context)
					.filter((refund) => refund.order_id === order.id)
					.map(refundView),
			);
		},
		REFUND_SCOPES,
	),
	get(
		'/v3/orders/payment_actions/refunds',
		(context) => v3Page(context.query, refundsBy(context), { render: refundView }),
		REFUND_SCOPES,
	),
	get(
		'/v3/orders/payment_actions/refunds/{refund_id}',
		({ state, params }) =>
			data(refundView(state.refunds.get(Number(params.refund_id)) ?? notFoundV3('refund'))),
		REFUND_SCOPES,
	),
];
