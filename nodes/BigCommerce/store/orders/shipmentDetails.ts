import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import type { Shipment } from './orders';
import { hasCarrier, toCarrier } from './carriers';
import { isoDay, withShipDate } from '../../resources/orderShipment/shipDate';

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

/** The fields as the form or an expression gives them; numbers are common, as tracking numbers are often digits alone. */
export interface DetailsForm {
	trackingNumber?: unknown;
	carrier?: unknown;
	otherCarrier?: unknown;
	comments?: unknown;
	shipDate?: unknown;
	shippingCost?: unknown;
	shippingMethod?: unknown;
	trackingLink?: unknown;
}

/** orders.v2.oas2.yml, orderShipment_Post. */
const LONGEST = { 'Tracking Number': 50, 'Tracking Link': 500, Comments: 65_535 } as const;

const textOf = (given: unknown) => String(given ?? '').trim();

function limited(given: unknown, label: keyof typeof LONGEST): string {
	const text = textOf(given);
	if (text.length > LONGEST[label]) {
		throw new InputError(
			`'${label}' has ${text.length} characters; BigCommerce takes ${LONGEST[label]}`,
			`Shorten '${label}'.`,
		);
	}
	return text;
}

function linkOf(given: unknown): string {
	const link = limited(given, 'Tracking Link');
	if (link && !/^https?:\/\/\S+$/i.test(link)) {
		throw new InputError(
			`'Tracking Link' is "${link}", which is not an address`,
			'Use an address that starts with https://.',
		);
	}
	return link;
}

function costOf(given: unknown): string {
	const text = textOf(given);
	const amount = Number(text);
	if (!Number.isFinite(amount) || amount < 0) {
		throw new InputError(
			`'Shipping Cost' is "${text}", which is not an amount`,
			"Give 'Shipping Cost' as a number such as 4.5.",
		);
	}
	return text && amount.toFixed(4);
}

/** A carrier that nobody knows by a short name is told as the shipping method, which is free text. */
const methodOf = (method: string, carrierName?: string) =>
	[carrierName, method].filter(Boolean).join(', ');

/** Checks the fields that were given and puts them in the API's words. `undefined` was not given; '' empties a field. */
export function toDetails(form: DetailsForm): GivenDetails {
	const carrier = toCarrier(form.otherCarrier) ?? toCarrier(form.carrier);
	const noCarrier = form.carrier === undefined && form.otherCarrier === undefined;
	const method = form.shippingMethod === undefined ? undefined : textOf(form.shippingMethod);
	return compact({
		tracking_number:
			form.trackingNumber === undefined
				? undefined
				: limited(form.trackingNumber, 'Tracking Number'),
		tracking_link: form.trackingLink === undefined ? undefined : linkOf(form.trackingLink),
		tracking_carrier: carrier?.tracking_carrier ?? (noCarrier ? undefined : ''),
		shipping_provider: carrier?.shipping_provider ?? (noCarrier ? undefined : ''),
		shipping_method:
			method === undefined && !carrier?.name ? undefined : methodOf(method ?? '', carrier?.name),
		comments: form.comments === undefined ? undefined : limited(form.comments, 'Comments'),
		shipDay: isoDay(form.shipDate, 'Ship Date'),
		merchant_shipping_cost:
			form.shippingCost === undefined ? undefined : costOf(form.shippingCost) || undefined,
	});
}

/** Only what somebody filled in: a row with an empty cell says nothing about that field. */
export const filledIn = (form: DetailsForm): DetailsForm =>
	Object.fromEntries(Object.entries(form).filter(([, value]) => textOf(value) !== ''));

/** Tracking numbers are the same whatever their spaces and capitals. */
export const sameNumber = (one: unknown, other: unknown) => numberKey(one) === numberKey(other);
export const numberKey = (number: unknown) =>
	String(number ?? '')
		.replace(/\s+/g, '')
		.toUpperCase();

/** Comments of several rows may come in another order the next time. */
const plain = (text: unknown) =>
	String(text ?? '')
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
