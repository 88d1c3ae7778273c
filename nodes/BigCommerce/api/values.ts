/** Below it a number counts seconds (until the year 5138), above it milliseconds (since 1973). */
const SECONDS_BELOW = 1e11;
/** Before 1973 nothing was sold here: so small a number is a year, or a spreadsheet's count of days. */
const NO_TIME_BELOW = 1e8;

/** What a value says as text; an object or a list says none. */
export function plainText(given: unknown): string {
	switch (typeof given) {
		case 'string':
			return given;
		case 'number':
		case 'boolean':
		case 'bigint':
			return String(given);
		default:
			return '';
	}
}

export function readDate(given: unknown): Date {
	if (given instanceof Date) return given;
	if (typeof given === 'object' && given !== null && 'toMillis' in given) {
		return new Date((given as { toMillis: () => number }).toMillis());
	}
	const text = plainText(given).trim();
	const number = Number(text);
	if (text !== '' && Number.isFinite(number)) {
		if (number < NO_TIME_BELOW) return new Date(Number.NaN);
		return new Date(number < SECONDS_BELOW ? number * 1000 : number);
	}
	return instantOf(text);
}

/** A date and time without a zone means the same instant on every server: UTC, as the API itself compares dates. */
const instantOf = (text: string) =>
	new Date(/^\d{4}-\d\d-\d\d[T ][\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);

/** v2 writes dates as RFC 2822 in UTC: `Tue, 20 Nov 2012 00:00:00 +0000`. */
export const toRfc2822 = (date: Date) => date.toUTCString().replace('GMT', '+0000');

/** An ISO 8601 instant for simplified output; undefined for the API's empty dates. */
export function toIso(given: unknown): string | undefined {
	const text = plainText(given);
	if (text === '') return undefined;
	const date = instantOf(text);
	return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

/** A pattern that looks for zeros at the end would try each zero before them: 20,000 of them would stop n8n for seconds. */
function withoutLastZeros(text: string): string {
	if (!text.includes('.') || !text.endsWith('0')) return text;
	let end = text.length;
	while (text[end - 1] === '0') end--;
	return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

/** A text without the slashes around it. */
export function withoutSlashes(text: string): string {
	let [start, end] = [0, text.length];
	while (text[start] === '/') start++;
	while (end > start && text[end - 1] === '/') end--;
	return text.slice(start, end);
}

/** A v2 decimal such as "10.0000" as a number where nothing of it is lost; otherwise it stays the text it was. */
export function toAmount(given: unknown): number | string | undefined {
	if (typeof given === 'number') return given;
	const text = plainText(given).trim();
	if (text === '') return undefined;
	const number = Number(text);
	const shortest = withoutLastZeros(text.replace(/^(-?)0+(?=\d)/, '$1'));
	return Number.isFinite(number) && String(number) === shortest ? number : text;
}

/** Null in an input item means that nothing is known of the value: what is there stays. */
export const withoutNull = <T extends object>(given: T): T =>
	Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as T;

/** Leaves out what is undefined, so that nothing is sent or shown that nobody gave. */
export const compact = <T extends object>(record: T): Partial<T> =>
	Object.fromEntries(
		Object.entries(record).filter(([, value]) => value !== undefined),
	) as Partial<T>;

/** `sale_price` is `salePrice`. */
export const camelCase = (name: string) =>
	name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What the API gave, at any depth under names in camel case, as forms and simplified output have them. */
export function inCamelCase(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inCamelCase);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [camelCase(name), inCamelCase(inner)]),
	);
}
