import { isObject, type JsonObject } from './reading.ts';

/** What the API's specification demands of one field of a body. */
export type FieldRule =
	| { is: 'text'; least?: number; most?: number }
	| { is: 'number'; least?: number; most?: number; whole?: boolean }
	| { is: 'flag' }
	| { is: 'choice'; of: readonly string[] }
	| { is: 'date' }
	| { is: 'texts' }
	| { is: 'ids'; most?: number }
	| { is: 'object' }
	| { is: 'objects'; least?: number; most?: number };

export type FieldRules = Record<string, FieldRule>;

export const text = (most?: number, least = 0): FieldRule => ({
	is: 'text',
	least,
	...(most === undefined ? {} : { most }),
});
export const number = (least?: number): FieldRule => ({
	is: 'number',
	...(least === undefined ? {} : { least }),
});
export const whole = (least?: number, most?: number): FieldRule => ({
	is: 'number',
	whole: true,
	...(least === undefined ? {} : { least }),
	...(most === undefined ? {} : { most }),
});
export const flag: FieldRule = { is: 'flag' };
export const choice = (...of: readonly string[]): FieldRule => ({ is: 'choice', of });

/** The API's signed 32 bits: sort orders reach from one end to the other, stock levels from 0. */
export const LARGEST_INTEGER = 2_147_483_647;
export const sortOrder = whole(-LARGEST_INTEGER - 1, LARGEST_INTEGER);

/** What is wrong, by the names of the fields. A null counts as not sent: the specification leaves it open. */
export function fieldProblems(
	body: JsonObject,
	rules: FieldRules,
	required: readonly string[] = [],
): Record<string, string> {
	const problems: Record<string, string> = {};
	for (const name of required)
		if (body[name] === undefined || body[name] === null) problems[name] = `${name} is required`;
	for (const [name, rule] of Object.entries(rules)) {
		const value = body[name];
		if (value === undefined || value === null) continue;
		const problem = problemOf(value, rule);
		if (problem !== undefined) problems[name] = `${name} ${problem}`;
	}
	return problems;
}

function problemOf(value: unknown, rule: FieldRule): string | undefined {
	switch (rule.is) {
		case 'text':
			if (typeof value !== 'string') return 'must be a string';
			return range(value.length, rule, 'characters');
		case 'number':
			if (typeof value !== 'number') return 'must be a number';
			if (rule.whole && !Number.isInteger(value)) return 'must be a whole number';
			return range(value, rule);
		case 'flag':
			return typeof value === 'boolean' ? undefined : 'must be true or false';
		case 'choice':
			return rule.of.includes(String(value)) ? undefined : `must be one of ${rule.of.join(', ')}`;
		case 'date':
			return typeof value === 'string' && !Number.isNaN(Date.parse(value))
				? undefined
				: 'must be a date';
		case 'texts':
			return elements(value, (entry) => typeof entry === 'string', 'strings');
		case 'ids':
			return (
				elements(value, (entry) => Number.isInteger(entry), 'whole numbers') ??
				range((value as unknown[]).length, rule, 'entries')
			);
		case 'object':
			return isObject(value) ? undefined : 'must be an object';
		case 'objects':
			return (
				elements(value, isObject, 'objects') ?? range((value as unknown[]).length, rule, 'entries')
			);
	}
}

function elements(
	value: unknown,
	fits: (entry: unknown) => boolean,
	kind: string,
): string | undefined {
	return Array.isArray(value) && value.every(fits) ? undefined : `must be an array of ${kind}`;
}

function range(
	value: number,
	{ least, most }: { least?: number; most?: number },
	unit?: string,
): string | undefined {
	const of = unit === undefined ? '' : ` ${unit}`;
	if (least !== undefined && value < least) return `must be at least ${least}${of}`;
	if (most !== undefined && value > most) return `must be at most ${most}${of}`;
	return undefined;
}

/** A form knows texts only: numbers and flags are read as their rules say, so that the rules can judge them. */
export function typedFields(fields: JsonObject, rules: FieldRules): JsonObject {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => {
			const kind = rules[name]?.is;
			if (kind === 'number' && value !== '' && Number.isFinite(Number(value)))
				return [name, Number(value)];
			if (kind === 'flag' && /^(true|1)$/i.test(String(value))) return [name, true];
			if (kind === 'flag' && /^(false|0)$/i.test(String(value))) return [name, false];
			return [name, value];
		}),
	);
}
