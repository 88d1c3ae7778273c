import { invalidField } from '../http/answers.ts';
import { arrayOf, numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { OrderRecord, ShipmentRecord } from '../records.ts';

/** API notes 4.11; the schema knows `upsonline` besides, and carriers of the shop's own as carrier_<id>. */
const PROVIDERS = new Set([
	'',
	'custom',
	'auspost',
	'canadapost',
	'endicia',
	'usps',
	'fedex',
	'royalmail',
	'ups',
	'upsready',
	'upsonline',
	'shipperhq',
]);

export type ShipmentText = Partial<
	Pick<
		ShipmentRecord,
		| 'tracking_number'
		| 'tracking_link'
		| 'tracking_carrier'
		| 'shipping_provider'
		| 'shipping_method'
		| 'comments'
		| 'merchant_shipping_cost'
	>
>;

/** The fields that may change later as well; what is not sent stays away from the result. */
export function checkedText(body: JsonObject): ShipmentText {
	const result: ShipmentText = {};
	const text = (
		name: 'tracking_number' | 'tracking_link' | 'tracking_carrier' | 'shipping_method' | 'comments',
		longest: number,
	): void => {
		if (body[name] === undefined || body[name] === null) return;
		const value = textOf(body[name]) ?? invalidField(name, 'The field must be a string.');
		if (value.length > longest)
			invalidField(name, `The field must be at most ${longest} characters.`);
		result[name] = value;
	};
	text('tracking_number', 50);
	text('tracking_link', 500);
	text('tracking_carrier', 100);
	text('shipping_method', 250);
	text('comments', 65_535);
	if (body.shipping_provider !== undefined) {
		const provider =
			textOf(body.shipping_provider) ??
			invalidField('shipping_provider', 'The field must be a string.');
		if (!PROVIDERS.has(provider) && !/^carrier_\d+$/.test(provider)) {
			invalidField('shipping_provider', `The shipping provider ${provider} is not known.`);
		}
		result.shipping_provider = provider;
	}
	const cost = numberOf(body.merchant_shipping_cost);
	if (cost !== undefined) result.merchant_shipping_cost = cost;
	return result;
}

/** Address and lines must belong to the order, the lines to the address, and no more may go than is left. */
export function checkedItems(
	order: OrderRecord,
	body: JsonObject,
): { addressId: number; items: ShipmentRecord['items'] } {
	const addressId =
		numberOf(body.order_address_id) ?? invalidField('order_address_id', 'The field is required.');
	if (!order.addresses.some(({ id }) => id === addressId)) {
		invalidField('order_address_id', 'The address does not belong to this order.');
	}
	const rows = arrayOf(body.items).map(objectOf);
	if (rows.length === 0) invalidField('items', 'At least one item is needed.');
	const taken = new Map<number, number>();
	const items = rows.map((row) => {
		const line = order.lines.find(({ id }) => id === numberOf(row.order_product_id));
		if (!line)
			return invalidField(
				'items',
				`The product ${String(row.order_product_id)} does not belong to this order.`,
			);
		if (line.type !== 'physical')
			return invalidField('items', `The product ${line.id} is digital and cannot be shipped.`);
		if (line.order_address_id !== addressId)
			return invalidField('items', `The product ${line.id} goes to another address.`);
		const quantity = numberOf(row.quantity) ?? 0;
		if (!Number.isInteger(quantity) || quantity < 1)
			return invalidField('items', 'The quantity must be a whole number above 0.');
		const already = taken.get(line.id) ?? 0;
		taken.set(line.id, already + quantity);
		if (line.quantity_shipped + already + quantity > line.quantity) {
			return invalidField(
				'items',
				`The quantity of product ${line.id} is more than what is left to ship.`,
			);
		}
		return { order_product_id: line.id, product_id: line.product_id, quantity };
	});
	return { addressId, items };
}
