import { isObject } from './answers';
import { plainText, readDate } from './values';

const DAY_MS = 24 * 60 * 60_000;
/** A list longer than this is compared by its length. */
const LONGEST_LIST = 500;

const isAddress = (value: unknown) => typeof value === 'string' && /^https?:\/\//i.test(value);

const asTime = (value: unknown) =>
	typeof value === 'string' && /\d{4}/.test(value) && /[:T-]/.test(value)
		? Date.parse(value)
		: Number.NaN;

const asNumber = (value: unknown) =>
	typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
		? Number(value)
		: Number.NaN;

/** Nothing was said: the store fills in what is usual. */
const isUnsaid = (value: unknown) => value === undefined || value === null || value === '';

function holdsValue(found: unknown, sent: unknown): boolean {
	if (isUnsaid(sent)) return true;
	if (Array.isArray(sent)) {
		if (!Array.isArray(found) || found.length !== sent.length) return false;
		return (
			sent.length > LONGEST_LIST ||
			sent.every((one) => found.some((other) => holdsValue(other, one)))
		);
	}
	if (isObject(sent))
		return (
			isObject(found) && Object.entries(sent).every(([key, value]) => holdsValue(found[key], value))
		);
	// Decimals are told as text, with as many places as the store likes.
	if (asNumber(sent) === asNumber(found)) return true;
	// A date may lose its time of day or its zone.
	if (Math.abs(asTime(sent) - asTime(found)) <= DAY_MS) return true;
	// Files are copied, and get an address of the store's own.
	if (isAddress(sent) && isAddress(found)) return true;
	return plainText(sent).trim() === plainText(found).trim();
}

/** Whether a record is what was sent, as far as its fields are shown: the store writes some values in its own way. */
export const holdsSent = (found: object, sent: object): boolean =>
	Object.entries(sent).every(([field, value]) => {
		const own = (found as { [field: string]: unknown })[field];
		return own === undefined || holdsValue(own, value);
	});

/** The store tells whole seconds, and its answers may be under way for a while. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** Whether a record tells that it was made before a moment of the store's clock; some tell it without a zone, in UTC. */
export const isOlder = (found: object, time: number): boolean =>
	readDate((found as { date_created?: unknown }).date_created).getTime() < time - CLOCKS_DIFFER_MS;
