import { InputError } from '../api/inputError';
import { readDate } from '../api/values';

/** A value is repeated in errors up to so many characters. */
const SHOWN = 100;

const isPlain = (given: unknown): given is Record<string, unknown> =>
	typeof given === 'object' &&
	given !== null &&
	!Array.isArray(given) &&
	[Object.prototype, null].includes(Object.getPrototypeOf(given) as object | null);

/** Whether nothing is known of the value: a cell that is null, or a field that the item lacks. */
export const isUnknown = (given: unknown) => given === undefined || given === null;

/** Whether a value says nothing, be it unknown or blank. */
export const isBlank = (given: unknown): boolean =>
	isUnknown(given) ||
	(typeof given === 'string' && given.trim() === '') ||
	(Array.isArray(given) && given.every(isBlank));

/** A value that must be given came out empty. */
export class EmptyInputError extends InputError {
	constructor(label: string, advice = `Give '${label}' a value.`) {
		super(`'${label}' is empty`, advice);
	}
}

export const emptyError = (label: string, advice?: string) => new EmptyInputError(label, advice);

/** How an error names a value. */
function named(given: unknown): string {
	if (typeof given === 'number')
		return Number.isFinite(given) ? `"${given}"` : 'no number that can be written';
	if (isDate(given))
		return toInstant(given) ? `the date ${toInstant(given)}` : 'a date that there is not';
	if (Array.isArray(given)) return 'a list';
	if (typeof given === 'object' && given !== null) return 'an object';
	const text = String(given).trim();
	return `"${text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text}"`;
}

interface Luxon {
	toMillis: () => number;
}

const isDate = (given: unknown): given is Date | Luxon =>
	given instanceof Date || (typeof given === 'object' && given !== null && 'toMillis' in given);

/** The instant of a date that n8n's expressions know; undefined for an impossible one. */
function toInstant(given: Date | Luxon): string | undefined {
	const date = readDate(given);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** A list of one value stands for that value. */
const only = (given: unknown): unknown =>
	Array.isArray(given) && given.length === 1 ? only(given[0]) : given;

/** What a value says as text; undefined for what is none. */
function written(given: unknown): string | undefined {
	switch (typeof given) {
		case 'string':
			return given;
		case 'number':
			return Number.isFinite(given) ? String(given) : undefined;
		case 'boolean':
		case 'bigint':
			return String(given);
		default:
			return isUnknown(given) ? '' : isDate(given) ? toInstant(given) : undefined;
	}
}

function objectError(label: string): InputError {
	return new InputError(
		`'${label}' is an object, which is not a text`,
		`Name the field of the object that '${label}' shall have, for example {{ $json.address.city }}.`,
	);
}

/** What stands for a text: numbers and flags are written out, and a list is one text with commas. */
export function asText(given: unknown, label: string): string {
	if (Array.isArray(given)) {
		const parts = given.map((part) => asText(part, label));
		return parts.filter(Boolean).join(', ');
	}
	const text = written(given);
	if (text !== undefined) return text.trim();
	if (typeof given === 'object' && !isDate(given)) throw objectError(label);
	throw new InputError(`'${label}' is ${named(given)}`, `Give '${label}' a text.`);
}

/** A text that must not be empty, such as a name. */
export function toText(given: unknown, label: string, longest = Number.POSITIVE_INFINITY): string {
	const text = asText(given, label);
	if (text === '') throw emptyError(label, `Give '${label}' a text.`);
	return withinLength(text, label, longest);
}

export function withinLength(text: string, label: string, longest: number): string {
	if (text.length <= longest) return text;
	throw new InputError(
		`'${label}' has ${text.length} characters, and BigCommerce takes up to ${longest}: "${text.slice(0, 30)}…"`,
		'Shorten it.',
	);
}

/** The entries of a list that an expression gives, or of a text; empty ones are left out. */
export const textsOf = (
	given: unknown,
	separator: string | RegExp = ',',
	label = 'An entry of the list',
): string[] =>
	(Array.isArray(given) ? given : asText(given, label).split(separator))
		.map((part) => asText(part, label))
		.filter(Boolean);

/** The same for a field that may not have been added, where an empty text means to empty the list. */
export const textsIfGiven = (given: unknown, label?: string): string[] | undefined =>
	isUnknown(given) ? undefined : textsOf(given, ',', label);

interface NumberRange {
	minValue?: number;
	maxValue?: number;
	/** 0 for whole numbers. */
	numberPrecision?: number;
}

/** No number is longer; a longer text is not even looked at. */
const LONGEST_NUMBER = 50;
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** What a value says as a number; NaN for what says none. A flag and a date are none. */
function numberIn(given: unknown): number {
	const value = only(given);
	if (typeof value === 'number') return value;
	const text = typeof value === 'string' ? value.trim() : '';
	return text.length <= LONGEST_NUMBER && NUMBER.test(text) ? Number(text) : Number.NaN;
}

/** A number out of a form, or as the text that a spreadsheet gives: `12.50`. */
export function toNumber(
	given: unknown,
	label: string,
	{
		minValue = Number.NEGATIVE_INFINITY,
		maxValue = Number.POSITIVE_INFINITY,
		numberPrecision,
	}: NumberRange = {},
): number {
	const number = numberIn(given);
	const whole = numberPrecision === 0;
	if (!Number.isFinite(number) || (whole && !Number.isSafeInteger(number))) {
		const advice = `Give '${label}' a number such as ${whole ? '12' : '12.50'}: digits, with a point before decimals and no currency sign. To leave the value as it is, remove the field.`;
		if (isBlank(given)) throw emptyError(label, advice);
		throw new InputError(
			`'${label}' is ${named(only(given))}, which is not a ${whole ? 'whole ' : ''}number`,
			advice,
		);
	}
	if (number < minValue)
		throw new InputError(
			`'${label}' is ${number}, which is less than ${minValue}`,
			`Give '${label}' a number from ${minValue} up.`,
		);
	if (number > maxValue)
		throw new InputError(
			`'${label}' is ${number}, which is more than ${maxValue}`,
			`Give '${label}' a number up to ${maxValue}.`,
		);
	return number;
}

/** People write an order's number with the sign before it. */
const DIGITS = /^#?\s*(\d+)$/;

/** A whole number from 1 up, out of a form or an expression. */
function toWhole(
	given: unknown,
	label: string,
	{ is, example }: { is: string; example: string },
): number {
	const number = Number(DIGITS.exec(written(only(given))?.trim() ?? '')?.[1] ?? Number.NaN);
	if (Number.isSafeInteger(number) && number >= 1) return number;
	const advice = `Give '${label}' ${example}.`;
	if (isBlank(given)) throw emptyError(label, advice);
	throw new InputError(`'${label}' is ${named(only(given))}, which is not ${is}`, advice);
}

/** A whole number of any sign, out of a form, an expression or a spreadsheet; an empty one is refused. */
export function toInteger(
	given: unknown,
	label: string,
	{ atLeast = Number.NEGATIVE_INFINITY }: { atLeast?: number } = {},
): number {
	if (isBlank(given))
		throw emptyError(label, `Give '${label}' a whole number; nothing was written for this item.`);
	const number = numberIn(given);
	if (Number.isSafeInteger(number) && number >= atLeast) return number;
	throw new InputError(
		`'${label}' is ${named(only(given))}, which is not a whole number${Number.isFinite(atLeast) ? ` from ${atLeast} up` : ''}`,
		`Give '${label}' a whole number, for example 12.`,
	);
}

/** A record's id; `label` is what the form calls it. */
export const toId = (given: unknown, label: string) =>
	toWhole(given, label, { is: 'an ID', example: "the record's number, for example 123" });

export const toCount = (given: unknown, label: string) =>
	toWhole(given, label, { is: 'a whole number', example: 'a whole number from 1 up' });

/** What to do where nothing was picked. */
export const notChosen = (label: string) =>
	`Choose one from the list of '${label}', or give its ID, for example 123.`;

export function idOf({ value }: { value: unknown }, label: string): number {
	if (isBlank(value)) throw emptyError(label, notChosen(label));
	return toId(value, label);
}

/** Ids from a picker, from text such as `12, 15` or from an expression that gives a list. */
export function toIds(given: unknown, label: string): number[] {
	const parts = typeof given === 'string' ? given.split(/[\s,;]+/) : [given].flat();
	return parts.filter((part) => !isBlank(part)).map((part) => toId(part, label));
}

const FLAGS = new Map<string, boolean>([
	...['true', '1', 'yes'].map((text) => [text, true] as const),
	...['false', '0', 'no'].map((text) => [text, false] as const),
]);

/** Yes or no, also as the text or number that a spreadsheet or a database gives. */
export function toFlag(given: unknown, label: string): boolean {
	const value = only(given);
	const flag = isDate(value) ? undefined : FLAGS.get(written(value)?.trim().toLowerCase() ?? '');
	if (flag !== undefined) return flag;
	const advice = `Give '${label}' true or false. To leave the value as it is, remove the field.`;
	if (isBlank(given)) throw emptyError(label, advice);
	throw new InputError(`'${label}' is ${named(value)}, which is neither true nor false`, advice);
}

/** Any date that n8n can give: ISO text, a Luxon DateTime, a JavaScript Date, seconds or milliseconds since 1970. */
export function toDate(given: unknown, label: string): Date | undefined {
	const value = only(given);
	if (isBlank(value)) return undefined;
	const isReadable = ['string', 'number'].includes(typeof value) || isDate(value);
	const tooLong = typeof value === 'string' && value.length > SHOWN;
	const date = isReadable && !tooLong ? readDate(value) : new Date(Number.NaN);
	if (!Number.isNaN(date.getTime())) return date;
	throw new InputError(
		`'${label}' is ${named(value)}, which is not a date`,
		'Use a date such as 2026-12-31 or 2026-12-31T23:59:00Z, or a DateTime from an expression.',
	);
}

/** What a value of the form's list is, in whatever case of letters, or by the name that the form shows. */
export interface Choices {
	label: string;
	of: (given: unknown) => unknown;
	refuse: (given: unknown) => InputError;
}

/** The choices of a field, which are known beforehand since there may be 100,000 items. */
export function choicesOf(options: readonly object[], label: string): Choices & { isAny: boolean } {
	const choices = options.filter(
		(option): option is { name: string; value: unknown } => 'value' in option,
	);
	const byText = new Map<string, unknown>();
	for (const { name, value } of [...choices].reverse()) byText.set(name.toLowerCase(), value);
	for (const { value } of [...choices].reverse()) byText.set(String(value).toLowerCase(), value);
	const known = new Set(choices.map(({ value }) => value));
	return {
		label,
		isAny: choices.length === 0,
		of: (given) => {
			const value = only(given);
			if (known.has(value)) return value;
			const text = isDate(value) ? undefined : written(value);
			return text === undefined ? undefined : byText.get(text.trim().toLowerCase());
		},
		refuse: (given) =>
			new InputError(
				`'${label}' is ${named(only(given))}, which is none of its values`,
				`'${label}' takes ${choices.map(({ value }) => String(value)).join(', ')}.`,
			),
	};
}

/** The changes of an update; without any the form was left empty, and nothing is sent. */
export function someChange<T extends object>(changes: T): T {
	if (Object.keys(changes).length > 0) return changes;
	throw new InputError("'Update Fields' holds no change", "Add a field to 'Update Fields'.");
}

export { isPlain, named, only };
