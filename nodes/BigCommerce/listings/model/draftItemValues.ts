import { fromJson } from '../../operation/apiBody';
import { InputError } from '../../api/inputError';
import { asText, isBlank } from '../../operation/values';

/** `salePrice` as the form spells it: `Sale Price`. */
const labelOf = (field: string) =>
	['sku', 'upc', 'mpn', 'gtin'].includes(field)
		? field.toUpperCase()
		: field
				.replace(/[A-Z]/g, (letter) => ` ${letter}`)
				.replace(/^./, (letter) => letter.toUpperCase())
				.replace('Sku', 'SKU')
				.replace('Retail Price', 'Retail Price (MSRP)');

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Spreadsheets and databases leave a cell empty in several ways. An object may have a field called `toString`. */
export const isGiven = (given: unknown) => !isBlank(given);

export const toText = (given: unknown, field: string): string | undefined =>
	isGiven(given) ? asText(given, labelOf(field)).trim() : undefined;

export function limitedText(given: unknown, field: string, longest: number): string | undefined {
	const text = toText(given, field);
	if (text === undefined || text.length <= longest) return text;
	throw new InputError(
		`'${labelOf(field)}' has ${text.length} characters; BigCommerce takes ${longest}`,
		`Shorten '${labelOf(field)}'.`,
	);
}

/** A value that may be left out, read by one of the readers that refuse an empty one. */
export const ifGiven = <Value>(
	given: unknown,
	field: string,
	read: (given: unknown, label: string) => Value,
): Value | undefined => (isGiven(given) ? read(given, labelOf(field)) : undefined);

/** One of a few values, in any case. */
export function toChoice<Choice extends string>(
	given: unknown,
	field: string,
	choices: readonly Choice[],
): Choice | undefined {
	const text = toText(given, field);
	if (text === undefined) return undefined;
	const choice = choices.find((entry) => entry.toLowerCase() === text.toLowerCase());
	if (choice) return choice;
	throw new InputError(
		`'${labelOf(field)}' is "${text}"`,
		`Give '${labelOf(field)}' one of ${choices.join(', ')}.`,
	);
}

/** A list or an object as it is, or written as JSON; every other text stays a text. */
export const parsed = (given: unknown, field: string): unknown =>
	typeof given === 'string' && /^\s*[[{]/.test(given)
		? fromJson(given, labelOf(field), '{"Size": "M"}')
		: given;

/** The entries of a list; a text is split at line breaks and at the given sign. */
export const toList = (given: unknown, separator: RegExp): unknown[] =>
	Array.isArray(given)
		? given
		: typeof given === 'string'
			? given
					.split(separator)
					.map((part) => part.trim())
					.filter(Boolean)
			: isGiven(given)
				? [given]
				: [];

export function unreadable(field: string, found: unknown, example: string): never {
	throw new InputError(
		`'${labelOf(field)}' holds ${JSON.stringify(found)}, which cannot be read`,
		`Give '${labelOf(field)}' as in ${example}.`,
	);
}
