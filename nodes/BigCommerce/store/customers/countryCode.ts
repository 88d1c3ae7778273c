import { InputError } from '../../api/inputError';

let codes: Map<string, string> | undefined;

/** English names of countries by code, as the runtime knows them. */
function codesByName(): Map<string, string> {
	const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const all = letters.flatMap((first) => letters.map((second) => first + second));
	return new Map(
		all.flatMap((code) => {
			const name = names.of(code);
			return name ? [[name.toLowerCase(), code]] : [];
		}),
	);
}

/** Addresses name a country by its ISO code of two letters; people write its name as well. */
export function toCountryCode(given: unknown, label: string): string {
	const text = typeof given === 'string' ? given.trim() : '';
	if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
	codes ??= codesByName();
	const code = codes.get(text.toLowerCase());
	if (code) return code;
	throw new InputError(
		text ? `'${label}' is "${text.slice(0, 60)}", which is no country` : `'${label}' is not a text`,
		`Give '${label}' a code of two letters such as US, or the English name.`,
	);
}
