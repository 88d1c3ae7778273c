import { InputError } from '../../api/inputError';
import { compact, plainText } from '../../api/values';
import { toCount, toDate } from '../../operation/values';
import { toCarrier } from '../../store/orders/carriers';
import type { ChosenItem } from '../../store/orders/chosenItems';
import type { ShipmentRow } from '../../store/orders/parcels';
import type { GivenDetails } from '../../store/orders/shipmentDetails';
import type { TableRow } from '../../operation/params';
import type { syncColumns } from './syncFields';

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

const textOf = (given: unknown) => plainText(given).trim();

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

/** v2 writes amounts with four decimals; they are added to the text, as a number may not hold all of it. */
function costOf(given: unknown): string {
	const text = textOf(given);
	const [, whole, decimals = ''] = /^(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
	const amount = Number(text);
	if (text === '' || (whole && decimals.length <= 4))
		return text && `${whole}.${decimals.padEnd(4, '0')}`;
	if (!Number.isFinite(amount) || amount < 0) {
		throw new InputError(
			`'Shipping Cost' is "${text}", which is not an amount`,
			"Give 'Shipping Cost' as a number such as 4.5.",
		);
	}
	return amount.toFixed(4);
}

/** What stands beside a carrier's name goes before a method of its own, unless that says it already. */
const methodOf = (method: string, ofCarrier = '') =>
	method.toLowerCase().includes(ofCarrier.toLowerCase())
		? method
		: [ofCarrier, method].filter(Boolean).join(', ');

/** The day as it was meant where it was written: a warehouse's evening is not the next day in UTC. */
function isoDay(given: unknown, label: string): string | undefined {
	const date = toDate(given, label);
	if (!date) return undefined;
	const text =
		typeof given === 'object' && given !== null && 'toISO' in given
			? (given as { toISO: () => string }).toISO()
			: plainText(given);
	const written = /^\s*(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
	return written ?? date.toISOString().slice(0, 10);
}

/** Checks the fields that were given and puts them in the API's words. `undefined` was not given; '' empties a field. */
export function toDetails(form: DetailsForm): GivenDetails {
	const carrier = toCarrier(textOf(form.otherCarrier)) ?? toCarrier(textOf(form.carrier));
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
			method === undefined && !carrier?.method
				? undefined
				: methodOf(method ?? '', carrier?.method),
		comments: form.comments === undefined ? undefined : limited(form.comments, 'Comments'),
		shipDay: isoDay(form.shipDate, 'Ship Date'),
		merchant_shipping_cost:
			form.shippingCost === undefined ? undefined : costOf(form.shippingCost) || undefined,
	});
}

/** Whether an expression gave anything at all. */
export const isFilled = (given: unknown) => textOf(given) !== '';

/** Only what somebody filled in: a row with an empty cell says nothing about that field. */
export const filledIn = (form: DetailsForm): DetailsForm =>
	Object.fromEntries(Object.entries(form).filter(([, value]) => isFilled(value)));

export type RowValues = TableRow<typeof syncColumns>['values'];

/** Reads one row of the list; an empty cell counts as not given. */
export function readRow(
	index: number,
	{ orderId, sku = '', quantity, ...details }: RowValues,
): ShipmentRow {
	return { index, orderId, sku, quantity, details: toDetails(filledIn(details)) };
}

/** An entry of the form's list of line items. */
export const toChosenItem = ({
	line,
	quantity,
}: {
	line: unknown;
	quantity: unknown;
}): ChosenItem => ({
	line: textOf(line),
	quantity: isFilled(quantity) ? toCount(quantity, 'Quantity') : undefined,
});
