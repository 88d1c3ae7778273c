import { invalidField } from '../http/answers.ts';
import { arrayOf, flagOf, numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { OrderFee, OrderRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { addressFrom, lineFrom } from './orderCreate.ts';

const SHIPPED = 2;

/** Top-level fields are taken one by one; a missing one stays as it is (API notes 4.14). */
export function applyOrderChanges(
	state: StoreState,
	order: OrderRecord,
	body: JsonObject,
	now: number,
): void {
	// Written once, then closed (API notes 4.14).
	if (
		body.external_merchant_id !== undefined &&
		order.external_merchant_id !== null &&
		body.external_merchant_id !== order.external_merchant_id
	) {
		invalidField('external_merchant_id', 'The field can be set only once.');
	}
	const lines =
		body.products === undefined ? undefined : changedLines(state, order, arrayOf(body.products));
	order.external_merchant_id = textOf(body.external_merchant_id) ?? order.external_merchant_id;
	order.staff_notes = textOf(body.staff_notes) ?? order.staff_notes;
	order.customer_message = textOf(body.customer_message) ?? order.customer_message;
	order.payment_method = textOf(body.payment_method) ?? order.payment_method;
	order.external_source = textOf(body.external_source) ?? order.external_source;
	order.external_id = textOf(body.external_id) ?? order.external_id;
	order.external_order_id = textOf(body.external_order_id) ?? order.external_order_id;
	order.customer_id = numberOf(body.customer_id) ?? order.customer_id;
	order.discount_amount = numberOf(body.discount_amount) ?? order.discount_amount;
	order.is_deleted = flagOf(body.is_deleted) ?? order.is_deleted;
	if (body.billing_address !== undefined) {
		order.billing_address = addressFrom({
			...order.billing_address,
			...objectOf(body.billing_address),
		});
	}
	if (lines) {
		order.lines = lines;
		// Editing lines clears what discounts and promotions gave (API notes 4.14).
		order.coupons = [];
		order.discount_amount = 0;
	}
	if (body.fees !== undefined)
		order.fees = arrayOf(body.fees).map((fee) => feeFrom(state, objectOf(fee)));
	const status = numberOf(body.status_id);
	if (status !== undefined && status !== order.status_id) {
		order.status_id = status;
		if (status === SHIPPED) order.date_shipped = now;
	}
}

/** `products` patches: with an id it changes that line, without one it adds a line, with quantity 0 it removes it. */
function changedLines(
	state: StoreState,
	order: OrderRecord,
	rows: unknown[],
): OrderRecord['lines'] {
	const lines = structuredClone(order.lines);
	for (const row of rows.map(objectOf)) {
		if (row.id === undefined) {
			lines.push(lineFrom(state, row, order.addresses[0]?.id ?? 0));
			continue;
		}
		const index = lines.findIndex(({ id }) => id === row.id);
		const line =
			lines[index] ?? invalidField('products', `There is no line ${String(row.id)} in this order.`);
		const quantity = numberOf(row.quantity);
		if (quantity === 0) lines.splice(index, 1);
		else if (quantity !== undefined) line.quantity = quantity;
		line.price = numberOf(row.price_ex_tax) ?? line.price;
		line.name = textOf(row.name) ?? line.name;
	}
	return lines;
}

/** The whole list is replaced: a fee whose id is not sent again is gone (API notes 4.14). */
const feeFrom = (state: StoreState, fee: JsonObject): OrderFee => ({
	id: numberOf(fee.id) ?? nextId(state, 'fee'),
	display_name_customer: textOf(fee.display_name_customer) ?? textOf(fee.name) ?? 'Fee',
	display_name_merchant: textOf(fee.display_name_merchant) ?? textOf(fee.name) ?? 'Fee',
	source: textOf(fee.source) ?? 'api',
	cost: numberOf(fee.base_cost) ?? numberOf(fee.cost_ex_tax) ?? numberOf(fee.cost) ?? 0,
});
