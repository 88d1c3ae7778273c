import { decimal } from '../formats.ts';
import type { OrderAddress, OrderLine, OrderRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { lineView } from './orderLines.ts';
import { withTax } from './orderMoney.ts';

/** Line items inside an order's answer are cut off here, with a warning beside them (API notes 4.3). */
export const MOST_INCLUDED_LINES = 50;

function linesPart(
	state: StoreState,
	order: OrderRecord,
	lines: OrderLine[],
	included: boolean,
): object {
	if (!included) {
		const resource = `/orders/${order.id}/products`;
		return {
			line_items: [
				{ url: `https://api.bigcommerce.com/stores/${state.store.hash}/v2${resource}`, resource },
			],
		};
	}
	const shown = {
		line_items: lines.slice(0, MOST_INCLUDED_LINES).map((line) => lineView(order, line)),
	};
	if (lines.length <= MOST_INCLUDED_LINES) return shown;
	const message = `Only ${MOST_INCLUDED_LINES} line items of this consignment are shown; read all of them from /v2/orders/${order.id}/products.`;
	return { ...shown, __warning__: { message } };
}

function shippingView(
	state: StoreState,
	order: OrderRecord,
	address: OrderAddress,
	included: boolean,
): object {
	const { id, shipping_method, cost, ...person } = address;
	const lines = order.lines.filter((line) => line.order_address_id === id);
	const costInc = withTax(cost, order.tax_rate);
	const resource = `/orders/${order.id}/consignments/shipping/${id}/shipping_quotes`;
	return {
		id,
		...person,
		form_fields: address.form_fields ?? [],
		...linesPart(state, order, lines, included),
		items_total: lines.reduce((sum, line) => sum + line.quantity, 0),
		items_shipped: lines.reduce((sum, line) => sum + line.quantity_shipped, 0),
		shipping_method,
		// Numbers here, strings under /shipping_addresses: so the spec has it.
		base_cost: cost,
		cost_ex_tax: cost,
		cost_inc_tax: costInc,
		cost_tax: Number(decimal(costInc - cost)),
		cost_tax_class_id: 2,
		base_handling_cost: 0,
		handling_cost_ex_tax: 0,
		handling_cost_inc_tax: 0,
		handling_cost_tax: 0,
		handling_cost_tax_class_id: 2,
		shipping_zone_id: 1,
		shipping_zone_name: address.country,
		shipping_quotes: {
			url: `https://api.bigcommerce.com/stores/${state.store.hash}/v2${resource}`,
			resource,
		},
	};
}

function pickupView(
	state: StoreState,
	order: OrderRecord,
	methodId: number,
	lines: OrderLine[],
	included: boolean,
): object {
	return {
		id: order.id * 100 + methodId,
		pickup_method_id: methodId,
		pickup_method_display_name: 'Pick Up',
		collection_instructions: 'Bring your ID',
		collection_time_description: '9am - 6pm',
		...linesPart(state, order, lines, included),
	};
}

/** The object structure of an order's consignments (`consignment_structure=object`, API notes 4.2). */
export function consignmentsView(
	state: StoreState,
	order: OrderRecord,
	lineItems: boolean,
): object {
	const digital = order.lines.filter((line) => line.type === 'digital');
	const collected = order.lines.filter((line) => line.pickup_method_id !== undefined);
	return {
		pickups: [...Map.groupBy(collected, (line) => line.pickup_method_id)].map(
			([pickup_method_id = 0, lines]) =>
				pickupView(state, order, pickup_method_id, lines, lineItems),
		),
		shipping: order.addresses.map((address) => shippingView(state, order, address, lineItems)),
		downloads:
			digital.length === 0
				? []
				: [
						{
							recipient_email: order.billing_address.email,
							...linesPart(state, order, digital, lineItems),
						},
					],
		email: { gift_certificates: [] },
	};
}
