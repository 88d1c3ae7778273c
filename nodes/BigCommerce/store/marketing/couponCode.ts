import { randomInt } from 'crypto';

import { InputError } from '../../api/inputError';

/** Without 0 O, 1 I L, 2 Z, 5 S, 8 B: a code is read out in videos and typed from paper. */
const CLEAR_CHARACTERS = 'ACDEFGHJKMNPQRTUVWXY34679';
const DEFAULT_RANDOM = 6;
/** marketing.v2.yml and the platform limits: a code has at most 50 characters. */
export const LONGEST_CODE = 50;

const random = (length: number) =>
	Array.from({ length }, () => CLEAR_CHARACTERS[randomInt(CLEAR_CHARACTERS.length)]).join('');

/** Letters and digits of a name in capitals, accents taken off: "Zoë & Max" gives ZOEMAX. */
const asCodePart = (name: string) =>
	name
		.normalize('NFKD')
		.replace(/[^A-Za-z0-9]/g, '')
		.toUpperCase();

/**
 * A code from a template: `{name}` becomes the creator's name, `{random}` or `{random:8}` characters that nobody
 * mistakes for others.
 */
export function codeFromTemplate(template: string, creator: string): string {
	if (template.includes('{name}') && !asCodePart(creator)) {
		throw new InputError(
			"'Creator Name' holds no letter or digit for the code",
			"Fill in 'Creator Name', or take {name} out of 'Code Template'.",
		);
	}
	return checkedCode(
		template
			.replaceAll('{name}', asCodePart(creator))
			.replace(/\{random(?::(\d{1,2}))?\}/g, (_, length?: string) =>
				random(Number(length ?? DEFAULT_RANDOM)),
			),
		'Code Template',
	);
}

export const hasRandomPart = (template: string) => /\{random(:\d{1,2})?\}/.test(template);

/** A code by which a coupon is looked for: those of old coupons may hold signs that no new code may. */
export function givenCode(given: string, label = 'Code'): string {
	const code = given.trim();
	if (code) return code;
	throw new InputError(`'${label}' is empty`, `Give '${label}' the code that shoppers type.`);
}

/** A code that a coupon may be given. */
export function checkedCode(given: string, label = 'Code'): string {
	const code = givenCode(given, label);
	if (code.length > LONGEST_CODE) {
		throw new InputError(
			`The code "${code.slice(0, LONGEST_CODE)}…" has ${code.length} characters; BigCommerce allows ${LONGEST_CODE}`,
			`Shorten '${label}'.`,
		);
	}
	if (/[{}]/.test(code)) {
		throw new InputError(
			`The code "${code}" still holds a placeholder`,
			`'${label}' knows {name}, {random} and {random:8} only.`,
		);
	}
	const others = new Set(code.replace(/[A-Za-z0-9 _-]/g, ''));
	if (others.size > 0) {
		throw new InputError(
			`The code "${code}" holds ${[...others].join(' ')}, which no coupon code may`,
			`Build '${label}' of the letters A to Z, digits, spaces, _ and - alone.`,
		);
	}
	return code;
}
