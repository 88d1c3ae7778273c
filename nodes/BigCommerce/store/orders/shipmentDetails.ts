import type { Shipment } from './orders';
import { hasCarrier } from './carriers';
import { plainText } from '../../api/values';

/** What a shipment says about its way; its items are not part of it, they never change. */
export type ShipmentDetails = Partial<
	Pick<
		Shipment,
		| 'tracking_number'
		| 'tracking_link'
		| 'tracking_carrier'
		| 'shipping_provider'
		| 'shipping_method'
		| 'comments'
	>
> & { merchant_shipping_cost?: string };

/** Details as a row gives them: the day has no field of its own and goes into the comments. */
export type GivenDetails = ShipmentDetails & { shipDay?: string };

/** Tracking numbers are the same whatever their spaces and capitals. */
export const sameNumber = (one: unknown, other: unknown) => numberKey(one) === numberKey(other);
export const numberKey = (number: unknown) => plainText(number).replace(/\s+/g, '').toUpperCase();

/** A shipment has no field for it: BigCommerce dates it when it is recorded (orderShipment_Post has none). */
const noteOf = (day: string) => `Shipped on ${day}`;
const ANY_NOTE = /^Shipped on \d{4}-\d\d-\d\d$/;

/** The comments with the day as their last line, in place of one that stands there already. */
const withShipDate = (comments: string, day: string) => {
	const others = comments.split(/\r?\n/).filter((line) => !ANY_NOTE.test(line.trim()));
	return [...others, noteOf(day)].join('\n').trim();
};

/** Comments of several rows may come in another order the next time. */
const plain = (text: unknown) =>
	plainText(text)
		.split(/\r?\n/)
		.map((line) => line.trim())
		.sort()
		.join('\n')
		.trim();

/** The details as the API takes them; comments that a shipment has already are kept beside the day. */
export function bodyOf(
	{ shipDay, ...details }: GivenDetails,
	presentComments = '',
): ShipmentDetails {
	if (!shipDay) return details;
	return { ...details, comments: withShipDate(details.comments ?? presentComments, shipDay) };
}

/** What of the wanted details a shipment does not have yet. */
export function changesTo(present: Shipment, wanted: GivenDetails): ShipmentDetails {
	const { shipping_provider, tracking_carrier, ...others } = bodyOf(wanted, present.comments);
	const carrier = {
		shipping_provider: shipping_provider ?? '',
		tracking_carrier: tracking_carrier ?? '',
	};
	const changes: ShipmentDetails = {};
	if (shipping_provider !== undefined && !hasCarrier(present, carrier))
		Object.assign(changes, carrier);
	for (const [field, value] of Object.entries(others) as Array<[keyof typeof others, string]>) {
		if (!isSame(field, present[field], value)) changes[field] = value;
	}
	return changes;
}

function isSame(field: keyof ShipmentDetails, present: unknown, wanted: string): boolean {
	if (field === 'tracking_number') return sameNumber(present, wanted);
	if (field === 'merchant_shipping_cost') return Number(present ?? 0) === Number(wanted);
	return plain(present) === plain(wanted);
}
