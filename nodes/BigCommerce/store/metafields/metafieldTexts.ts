import { InputError } from '../../api/inputError';

/** Longest texts (API notes 2.12). */
const MOST = { Namespace: 64, Key: 64, Value: 65_535, Description: 255 } as const;

/** A text within the API's limits; everything else but text is written as JSON. */
function textWithin(given: unknown, label: keyof typeof MOST): string {
	const text = typeof given === 'string' ? given : (JSON.stringify(given ?? undefined) ?? '');
	if (text.length <= MOST[label]) return text;
	throw new InputError(
		`'${label}' has ${text.length.toLocaleString('en-US')} characters`,
		`'${label}' of a metafield may have ${MOST[label].toLocaleString('en-US')} characters at most.`,
	);
}

function required(text: string, label: keyof typeof MOST): string {
	if (text !== '') return text;
	throw new InputError(
		`'${label}' is empty`,
		`A metafield cannot be kept without a text in '${label}'.`,
	);
}

const toName = (given: string, label: 'Key' | 'Namespace') =>
	required(textWithin(given, label).trim(), label);

export const toNamespace = (given: string) => toName(given, 'Namespace');
export const toKey = (given: string) => toName(given, 'Key');
export const toDescription = (given: unknown) => textWithin(given, 'Description');

/** Values are texts: objects and lists become JSON, texts stay as they are. */
export const toValue = (given: unknown) => required(textWithin(given, 'Value'), 'Value');
