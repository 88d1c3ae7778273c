import { choiceOf } from './apiBody';
import type { Field } from './params';
import { textsOf, toFlag } from './values';

/** Brings a value to the kind of its field. */
type ToKind = (value: unknown) => unknown;

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && value.constructor === Object;

/** There are fields that take more than their list offers: what it does not have is for the operation to judge. */
const toChoice = (given: unknown, field: Field) => choiceOf(given, field) ?? given;

/** Of several choices an expression may give one alone, or a text with commas. */
function toChoices(given: unknown, field: Field): unknown {
	if (given === undefined) return given;
	const list = Array.isArray(given) ? given : textsOf(given, /[,;]/);
	return list.map((one) => toChoice(one, field));
}

/** The values of a collection, each brought to its own kind. */
function ofFields(fields: readonly Field[]): ToKind | undefined {
	const kinds = fields.flatMap((field) => {
		const toKind = kindOf(field);
		return toKind ? [[field.name, toKind] as const] : [];
	});
	if (kinds.length === 0) return undefined;
	const toKinds = (row: unknown) => {
		if (!isPlain(row)) return row;
		const brought = { ...row };
		for (const [name, toKind] of kinds) if (name in row) brought[name] = toKind(row[name]);
		return brought;
	};
	return (value) => (Array.isArray(value) ? value.map(toKinds) : toKinds(value));
}

/**
 * An expression gives whatever its item holds: `false` as a text, which would count as yes, a choice by the name that the
 * form shows, one choice where several are possible. Undefined where a value is taken as it comes; what is empty stays so.
 */
export function kindOf(field: Field): ToKind | undefined {
	const { type, displayName, options = [] } = field;
	switch (type) {
		case 'boolean':
			return (value) => (isEmpty(value) ? value : toFlag(value, displayName));
		case 'options':
			return (value) => (isEmpty(value) ? value : toChoice(value, field));
		case 'multiOptions':
			return (value) => toChoices(value, field);
		case 'collection':
			return ofFields(options as Field[]);
		case 'fixedCollection': {
			const groups = options.flatMap((group) => ('values' in group ? [group] : []));
			return ofFields(
				groups.map(({ name, displayName: label, values }) => ({
					displayName: label,
					name,
					type: 'collection',
					default: {},
					options: values,
				})),
			);
		}
		default:
			return undefined;
	}
}
