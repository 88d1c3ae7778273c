import { InputError } from './errors';
import type { Locator } from './params';

/** A whole number from 1 up, out of a form or an expression. */
function toWhole(
	given: unknown,
	label: string,
	{ is, example }: { is: string; example: string },
): number {
	const text = String(given ?? '').trim();
	const number = Number(text);
	if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < 1) {
		throw new InputError(
			text ? `'${label}' is "${text}", which is not ${is}` : `'${label}' is empty`,
			`Give '${label}' ${example}.`,
		);
	}
	return number;
}

/** A whole number of any sign, out of a form, an expression or a spreadsheet; an empty one is refused. */
export function toInteger(
	given: unknown,
	label: string,
	{ atLeast }: { atLeast?: number } = {},
): number {
	const text = String(given ?? '').trim();
	const number = Number(text);
	if (text === '') {
		throw new InputError(
			`'${label}' is empty`,
			`Give '${label}' a whole number; nothing was written for this item.`,
		);
	}
	if (!Number.isSafeInteger(number) || (atLeast !== undefined && number < atLeast)) {
		throw new InputError(
			`'${label}' is "${text}", which is not a whole number${atLeast === undefined ? '' : ` from ${atLeast} up`}`,
			`Give '${label}' a whole number, for example 12.`,
		);
	}
	return number;
}

/** A record's id; `label` is what the form calls it. */
export const toId = (given: unknown, label: string) =>
	toWhole(given, label, { is: 'an ID', example: "the record's number, for example 123" });

export const toCount = (given: unknown, label: string) =>
	toWhole(given, label, { is: 'a whole number', example: 'a whole number from 1 up' });

export function idOf({ value }: Locator, label: string): number {
	if (value !== '') return toId(value, label);
	throw new InputError(
		`'${label}' is empty`,
		`Choose one from the list of '${label}', or give its ID, for example 123.`,
	);
}

/** Ids from a picker, from text such as `12, 15` or from an expression that gives a list. */
export function toIds(given: unknown, label: string): number[] {
	const parts = Array.isArray(given) ? given : String(given ?? '').split(/[\s,;]+/);
	return parts.filter((part) => String(part).trim() !== '').map((part) => toId(part, label));
}

/** What stands for a text: numbers and flags are written out, and a list is one text with commas. */
export function asText(given: unknown, label: string): string {
	const parts = Array.isArray(given) ? given : [given];
	const texts = parts.map((part: unknown) => String(part ?? ''));
	if (!texts.includes(String({}))) return texts.join(', ');
	throw new InputError(
		`'${label}' is an object, which is not a text`,
		`Name the field of the object that '${label}' shall have, for example {{ $json.address.city }}.`,
	);
}

/** The entries of a list that an expression gives, or of a text; empty ones are left out. */
export const textsOf = (
	given: unknown,
	separator: string | RegExp = ',',
	label = 'An entry of the list',
): string[] =>
	(Array.isArray(given) ? given : asText(given, label).split(separator))
		.map((part) => asText(part, label).trim())
		.filter(Boolean);

/** The same for a field that may not have been added, where an empty text means to empty the list. */
export const textsIfGiven = (given: unknown, label?: string): string[] | undefined =>
	given === undefined || given === null ? undefined : textsOf(given, ',', label);

interface NumberRange {
	minValue?: number;
	/** 0 for whole numbers. */
	numberPrecision?: number;
}

/** A number out of a form, or as the text that a spreadsheet gives: `12.50`. */
export function toNumber(
	given: unknown,
	label: string,
	{ minValue = Number.NEGATIVE_INFINITY, numberPrecision }: NumberRange = {},
): number {
	const text = String(given ?? '').trim();
	const number = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
	const whole = numberPrecision === 0;
	if (!Number.isFinite(number) || (whole && !Number.isInteger(number))) {
		throw new InputError(
			text
				? `'${label}' is "${text}", which is not a ${whole ? 'whole ' : ''}number`
				: `'${label}' is empty`,
			`Give '${label}' a number such as ${whole ? '12' : '12.50'}: digits, with a point before decimals and no currency sign. To leave the value as it is, remove the field.`,
		);
	}
	if (number < minValue) {
		throw new InputError(
			`'${label}' is ${text}, which is less than ${minValue}`,
			`Give '${label}' a number from ${minValue} up.`,
		);
	}
	return number;
}

const FLAGS = new Map<string, boolean>([
	...['true', '1', 'yes'].map((text) => [text, true] as const),
	...['false', '0', 'no'].map((text) => [text, false] as const),
]);

/** Yes or no, also as the text or number that a spreadsheet or a database gives. */
export function toFlag(given: unknown, label: string): boolean {
	const text = String(given ?? '').trim();
	const flag = FLAGS.get(text.toLowerCase());
	if (flag === undefined) {
		throw new InputError(
			text ? `'${label}' is "${text}", which is neither true nor false` : `'${label}' is empty`,
			`Give '${label}' true or false. To leave the value as it is, remove the field.`,
		);
	}
	return flag;
}

/** A text that must not be empty, such as a name. */
export function toText(given: unknown, label: string, longest = Number.POSITIVE_INFINITY): string {
	const text = asText(given, label).trim();
	if (text === '') throw new InputError(`'${label}' is empty`, `Give '${label}' a text.`);
	if (text.length <= longest) return text;
	throw new InputError(
		`'${label}' has ${text.length} characters, and BigCommerce takes up to ${longest}: "${text.slice(0, 30)}…"`,
		'Shorten it.',
	);
}

/** Any date that n8n can give: ISO text, a Luxon DateTime, a JavaScript Date, seconds or milliseconds since 1970. */
export function toDate(given: unknown, label: string): Date | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	const date = readDate(given);
	if (Number.isNaN(date.getTime())) {
		throw new InputError(
			`'${label}' is "${String(given)}", which is not a date`,
			'Use a date such as 2026-12-31 or 2026-12-31T23:59:00Z, or a DateTime from an expression.',
		);
	}
	return date;
}

/** Below it a number counts seconds (until the year 5138), above it milliseconds (since 1973). */
const SECONDS_BELOW = 1e11;
/** Before 1973 nothing was sold here: so small a number is a year, or a spreadsheet's count of days. */
const NO_TIME_BELOW = 1e8;

export function readDate(given: unknown): Date {
	if (given instanceof Date) return given;
	if (typeof given === 'object' && given !== null && 'toMillis' in given) {
		return new Date((given as { toMillis: () => number }).toMillis());
	}
	const text = String(given).trim();
	const number = Number(text);
	if (text !== '' && Number.isFinite(number)) {
		if (number < NO_TIME_BELOW) return new Date(Number.NaN);
		return new Date(number < SECONDS_BELOW ? number * 1000 : number);
	}
	// A date and time without a zone means the same instant on every server: UTC, as the API itself compares dates.
	return new Date(/^\d{4}-\d\d-\d\d[T ][\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
}

/** v2 writes dates as RFC 2822 in UTC: `Tue, 20 Nov 2012 00:00:00 +0000`. */
export const toRfc2822 = (date: Date) => date.toUTCString().replace('GMT', '+0000');

/** An ISO 8601 instant for simplified output; undefined for the API's empty dates. */
export function toIso(given: unknown): string | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	const date = new Date(String(given));
	return Number.isNaN(date.getTime()) ? String(given) : date.toISOString();
}

/** A v2 decimal such as "10.0000" as a number where nothing of it is lost; otherwise it stays the text it was. */
export function toAmount(given: unknown): number | string | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	if (typeof given === 'number') return given;
	const text = String(given).trim();
	const number = Number(text);
	const shortest = text.replace(/^(-?)0+(?=\d)/, '$1').replace(/\.0+$|(\.\d*?)0+$/, '$1');
	return Number.isFinite(number) && String(number) === shortest ? number : text;
}

/** The changes of an update; without any the form was left empty, and nothing is sent. */
export function someChange<T extends object>(changes: T): T {
	if (Object.keys(changes).length > 0) return changes;
	throw new InputError("'Update Fields' holds no change", "Add a field to 'Update Fields'.");
}

/** Null in an input item means that nothing is known of the value: what is there stays. */
export const withoutNull = <T extends object>(given: T): T =>
	Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as T;

/** Leaves out what is undefined, so that nothing is sent or shown that nobody gave. */
export const compact = <T extends object>(record: T): Partial<T> =>
	Object.fromEntries(
		Object.entries(record).filter(([, value]) => value !== undefined),
	) as Partial<T>;
