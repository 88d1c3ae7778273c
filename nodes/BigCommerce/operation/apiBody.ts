import { checkOf, recordOf, type Checks, type RecordCheck } from './checks';
import { InputError } from '../api/inputError';
import type { Field } from './params';
import { compact, withoutNull } from '../api/values';
import { asText, choicesOf, toDate, toFlag, toNumber, named } from './values';

/** The API's name of a form's field: `salePrice` is `sale_price`. */
export const apiName = (name: string) =>
	name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a text says as JSON; `example` shows how it is written. */
export function fromJson(text: string, label: string, example: string): unknown {
	let reason: string;
	try {
		return JSON.parse(text);
	} catch (error) {
		reason = (error as Error).message;
	}
	throw new InputError(
		`'${label}' is not valid JSON: ${reason}`,
		`Write names and texts in double quotes, as in ${example}.`,
	);
}

function parsed(given: unknown, label: string): unknown {
	if (given === undefined || typeof given === 'object') return given ?? {};
	if (typeof given !== 'string')
		throw new InputError(
			`'${label}' is ${named(given)}, which holds no fields`,
			`Give '${label}' an object of fields such as {"name": "a text"}.`,
		);
	return given.trim() === '' ? {} : fromJson(given, label, '{"name": "a text", "number": 9.5}');
}

/** Letters that two names do not share, roughly: enough to find what was misspelt. */
function distance(one: string, other: string): number {
	const pairs = (text: string) =>
		new Set([...text].map((letter, at) => letter + (text[at + 1] ?? '')));
	const [a, b] = [pairs(one), pairs(other)];
	return (
		[...a].filter((pair) => !b.has(pair)).length + [...b].filter((pair) => !a.has(pair)).length
	);
}

function nearest(name: string, known: string[]): string | undefined {
	const [best] = [...known].sort((a, b) => distance(name, a) - distance(name, b));
	return best && distance(name, best) <= name.length ? best : undefined;
}

/** Checks of the fields that a form has. */
export const checksOf = (fields: readonly Field[]): Checks =>
	Object.fromEntries(fields.map((field) => [apiName(field.name), checkOf(field)]));

/** Lists of fields are constants, and the check that follows from them serves every item. */
const schemas = new WeakMap<readonly Field[], WeakMap<Checks, RecordCheck>>();

function schemaOf(known: readonly Field[], others: Checks): RecordCheck {
	const made = schemas.get(known) ?? new WeakMap<Checks, RecordCheck>();
	schemas.set(known, made);
	const schema = made.get(others) ?? recordOf({ ...checksOf(known), ...others });
	made.set(others, schema);
	return schema;
}

const NONE: Checks = {};

/**
 * A body that somebody wrote as JSON, in the API's own names, checked against the fields that the form knows plus
 * `others`: an unknown name or a value of another kind is refused before anything is sent. Both are constants.
 */
export function jsonBody(
	given: unknown,
	label: string,
	known: readonly Field[],
	others: Checks = NONE,
): Record<string, unknown> {
	const schema = schemaOf(known, others);
	const result = schema.safeParse(parsed(given, label));
	if (result.success) return compact(result.data);
	const [issue] = result.error.issues;
	const where = issue?.path.join('.') || label;
	if (issue?.code === 'unrecognized_keys') {
		const [name = ''] = issue.keys;
		if (issue.path.length > 0)
			throw new InputError(
				`'${label}': ${where} has the field "${name}", which BigCommerce does not know there`,
				issue.message,
			);
		const names = Object.keys(schema.shape);
		const similar = nearest(name, names);
		throw new InputError(
			`'${label}' has the field "${name}", which BigCommerce does not know here.${similar ? ` Did you mean ${similar}?` : ''}`,
			similar
				? "Correct the name: it takes the API's own."
				: `It takes the API's own names: ${[...names].sort().join(', ')}.`,
		);
	}
	throw new InputError(
		`'${label}': ${where}: ${issue?.message ?? 'is not valid'}`,
		'Correct the value; the fields and their kinds are those of the form.',
	);
}

/** A value of the field's list, in whatever case of letters, or by the name that the form shows. */
export function chosen(given: unknown, { options = [], displayName }: Field): unknown {
	const choices = choicesOf(options, displayName);
	const value = choices.of(given);
	if (value !== undefined || choices.isAny) return value ?? given;
	throw choices.refuse(given);
}

/** What the API takes of a field's value: an expression may give text where a number is meant, or a number as a SKU. */
export function toApiValue(given: unknown, field: Field): unknown {
	if (given === undefined || given === null) return given;
	const { type, displayName, typeOptions } = field;
	switch (type) {
		case 'dateTime':
			return toDate(given, displayName)?.toISOString();
		case 'number':
			return toNumber(given, displayName, typeOptions);
		case 'boolean':
			return toFlag(given, displayName);
		case 'string':
			return asText(given, displayName);
		case 'options':
			return chosen(given, field);
		default:
			return given;
	}
}

/**
 * The fields of a collection that were added and that something is known of, under the API's names and of the API's
 * kinds; dates as ISO 8601 instants.
 */
export function apiBody(
	added: Record<string, unknown>,
	known: readonly Field[],
): Record<string, unknown> {
	const fields = new Map(known.map((field) => [field.name, field]));
	return compact(
		Object.fromEntries(
			Object.entries(withoutNull(added)).map(([name, value]) => {
				const field = fields.get(name);
				return [apiName(name), field ? toApiValue(value, field) : value];
			}),
		),
	);
}
