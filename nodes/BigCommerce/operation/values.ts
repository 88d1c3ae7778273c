import { readDate } from '../api/values';
import { InputError } from '../api/inputError';
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
	const number = /^-?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
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

/** The changes of an update; without any the form was left empty, and nothing is sent. */
export function someChange<T extends object>(changes: T): T {
	if (Object.keys(changes).length > 0) return changes;
	throw new InputError("'Update Fields' holds no change", "Add a field to 'Update Fields'.");
}
