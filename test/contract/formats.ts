/**
 * Formats of strings. Only those that the vendor uses with their standard meaning; `decimal`, `enum`
 * or `ISO-4217` are remarks to the reader there.
 */
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DATE_TIME =
	/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

const checks: Record<string, (text: string) => boolean> = {
	'date-time': (text) => DATE_TIME.test(text),
	date: (text) => DATE.test(text),
	uuid: (text) => UUID.test(text),
	email: (text) => EMAIL.test(text),
	uri: (text) => URL.canParse(text),
	url: (text) => URL.canParse(text),
};

export const hasFormat = (format: string, text: string): boolean =>
	checks[format.toLowerCase()]?.(text) ?? true;
