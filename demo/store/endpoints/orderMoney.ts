import { cents, round4 } from '../formats.ts';
import type { OrderLine, OrderRecord } from '../records.ts';

export interface OrderTotals {
	subtotalEx: number;
	subtotalInc: number;
	shippingEx: number;
	shippingInc: number;
	feesInc: number;
	couponDiscount: number;
	totalEx: number;
	totalInc: number;
	itemsTotal: number;
	itemsShipped: number;
}

export const withTax = (amount: number, rate: number): number => cents(amount * (1 + rate));

export const lineTotalEx = (line: OrderLine): number => round4(line.price * line.quantity);

/** What an order adds up to: lines, shipping and fees, each with its tax, less coupons and discounts. */
export function totalsOf(order: OrderRecord): OrderTotals {
	const sum = (numbers: number[]): number =>
		round4(numbers.reduce((total, number) => total + number, 0));
	const rate = order.tax_rate;
	const subtotalEx = order.totals?.subtotal_ex_tax ?? sum(order.lines.map(lineTotalEx));
	const subtotalInc =
		order.totals?.subtotal_inc_tax ??
		sum(order.lines.map((line) => withTax(lineTotalEx(line), rate)));
	const shippingEx = sum(order.addresses.map((address) => address.cost));
	const shippingInc = withTax(shippingEx, rate);
	const feesEx = sum(order.fees.map((fee) => fee.cost));
	const feesInc = withTax(feesEx, rate);
	const couponDiscount = sum(order.coupons.map((coupon) => coupon.discount));
	const off = couponDiscount + order.discount_amount;
	return {
		subtotalEx,
		subtotalInc,
		shippingEx,
		shippingInc,
		feesInc,
		couponDiscount,
		totalEx:
			order.totals?.total_ex_tax ?? round4(Math.max(0, subtotalEx + shippingEx + feesEx - off)),
		totalInc:
			order.totals?.total_inc_tax ?? round4(Math.max(0, subtotalInc + shippingInc + feesInc - off)),
		itemsTotal: sum(order.lines.map((line) => line.quantity)),
		itemsShipped: sum(order.lines.map((line) => line.quantity_shipped)),
	};
}
